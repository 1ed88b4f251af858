import { schemaOfFooter } from './verifyMessage.ts';

const HEAD_BYTES = 8;
const TABLE_AT = 16;
const FOOTER_AT = 40;
const METADATA_VERSION_5 = 4;
const SCHEMA = 1;

/**
 * The schema of a file's footer as the message that begins a stream, for files that have it in the footer alone, as the JavaScript
 * library writes them. FlatBuffers point forward by distances, so a new message table in front of the footer can point into it.
 */
export function schemaMessage(footer: Uint8Array): Uint8Array {
	const schemaAt = schemaOfFooter(footer);
	const length = (FOOTER_AT + footer.length + 7) & ~7;
	const bytes = new Uint8Array(HEAD_BYTES + length);
	const view = new DataView(bytes.buffer);
	view.setUint32(0, 0xffffffff, true);
	view.setInt32(4, length, true);
	const metadata = new DataView(bytes.buffer, HEAD_BYTES);
	metadata.setUint32(0, TABLE_AT, true);
	// The vtable: its size, the size of the table, then the places of version, kind, header and body length in the table.
	[12, 24, 8, 10, 4, 16].forEach((value, index) => metadata.setUint16(4 + index * 2, value, true));
	metadata.setInt32(TABLE_AT, TABLE_AT - 4, true);
	metadata.setUint32(TABLE_AT + 4, FOOTER_AT + schemaAt - (TABLE_AT + 4), true);
	metadata.setUint16(TABLE_AT + 8, METADATA_VERSION_5, true);
	metadata.setUint8(TABLE_AT + 10, SCHEMA);
	bytes.set(footer, HEAD_BYTES + FOOTER_AT);
	return bytes;
}
