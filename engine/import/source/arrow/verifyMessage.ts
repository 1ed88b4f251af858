const MAX_DEPTH = 64;
const MAX_TABLES = 1_000_000;
const SCHEMA = 1;
const DICTIONARY_BATCH = 2;
const RECORD_BATCH = 3;

/** What a field of a table points to. Positions of the fields are those of Message.fbs and Schema.fbs of Arrow 1.0. */
type Shape =
	| { readonly kind: 'bytes'; readonly elementBytes: number }
	| { readonly kind: 'table' | 'tables'; readonly fields: () => Readonly<Record<number, Shape>> };

const text: Shape = { kind: 'bytes', elementBytes: 1 };
const keyValues: Shape = { kind: 'tables', fields: () => ({ 0: text, 1: text }) };
const plainTable: Shape = { kind: 'table', fields: () => ({}) };
const fields: Shape = {
	kind: 'tables',
	fields: () => ({ 0: text, 3: plainTable, 4: plainTable, 5: fields, 6: keyValues }),
};
const structs: Shape = { kind: 'bytes', elementBytes: 16 };
const recordBatch: Shape = {
	kind: 'table',
	fields: () => ({ 1: structs, 2: structs, 3: plainTable, 4: { kind: 'bytes', elementBytes: 8 } }),
};
const schema: Shape = { kind: 'table', fields: () => ({ 1: fields, 2: keyValues }) };
const headers: Readonly<Record<number, Shape>> = {
	[SCHEMA]: schema,
	[DICTIONARY_BATCH]: { kind: 'table', fields: () => ({ 1: recordBatch }) },
	[RECORD_BATCH]: recordBatch,
};

/**
 * Checks that everything an Arrow message points to lies within it, which the decoder takes for granted: a list that claims two
 * thousand million entries would be read entry by entry. Throws on damage.
 */
export function verifyMessage(bytes: Uint8Array): { readonly isSchema: boolean; readonly bodyBytes: number } {
	const message = new FlatBuffer(bytes);
	const root = message.follow(0);
	const kind = message.fieldAt(root, 1) === 0 ? 0 : message.byte(message.fieldAt(root, 1));
	const header = headers[kind];
	if (header === undefined) {
		throw new Error('a message is of no known kind');
	}
	message.verifyTable(root, { 2: header, 4: keyValues }, 0);
	const bodyAt = message.fieldAt(root, 3);
	return { isSchema: kind === SCHEMA, bodyBytes: bodyAt === 0 ? 0 : message.long(bodyAt) };
}

/** Where the checked schema of the footer of a file stands in it. Throws on damage. */
export function schemaOfFooter(bytes: Uint8Array): number {
	const footer = new FlatBuffer(bytes);
	const root = footer.follow(0);
	footer.verifyTable(root, { 1: schema }, 0);
	const at = footer.fieldAt(root, 1);
	if (at === 0) {
		throw new Error('the footer has no schema');
	}
	return footer.follow(at);
}

class FlatBuffer {
	private readonly view: DataView;
	private tables = 0;

	constructor(bytes: Uint8Array) {
		this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	}

	/** DataView itself throws outside of the bytes. */
	byte(at: number): number {
		return this.view.getUint8(at);
	}

	long(at: number): number {
		return Number(this.view.getBigInt64(at, true));
	}

	follow(at: number): number {
		return at + this.view.getUint32(at, true);
	}

	/** Where a field of the table stands, 0 where it is absent. */
	fieldAt(table: number, field: number): number {
		const vtable = table - this.view.getInt32(table, true);
		const slot = 4 + field * 2;
		const offset = slot < this.view.getUint16(vtable, true) ? this.view.getUint16(vtable + slot, true) : 0;
		return offset === 0 ? 0 : table + offset;
	}

	verifyTable(table: number, shapes: Readonly<Record<number, Shape>>, depth: number): void {
		this.tables++;
		if (depth > MAX_DEPTH || this.tables > MAX_TABLES) {
			throw new Error('a message is nested too deeply');
		}
		this.view.getInt32(table, true);
		for (const [field, shape] of Object.entries(shapes)) {
			const at = this.fieldAt(table, Number(field));
			if (at !== 0) {
				this.verifyField(this.follow(at), shape, depth);
			}
		}
	}

	private verifyField(at: number, shape: Shape, depth: number): void {
		if (shape.kind === 'table') {
			this.verifyTable(at, shape.fields(), depth + 1);
			return;
		}
		const count = this.view.getUint32(at, true);
		const elementBytes = shape.kind === 'bytes' ? shape.elementBytes : 4;
		if (at + 4 + count * elementBytes > this.view.byteLength) {
			throw new Error('a list in a message is longer than the message');
		}
		for (let index = 0; shape.kind === 'tables' && index < count; index++) {
			this.verifyTable(this.follow(at + 4 + index * 4), shape.fields(), depth + 1);
		}
	}
}
