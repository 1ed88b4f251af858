/** UTF-8 bytes of each windows-1252 byte; the five undefined ones become the control characters of the same number. */
const utf8 = Array.from({ length: 256 }, (_, byte) =>
	Buffer.from(new TextDecoder('windows-1252').decode(Uint8Array.of(byte))),
);

/** Strings given by offsets into bytes, from windows-1252 to UTF-8. Returns its arguments where all is ASCII. */
export function transcodeStrings(
	offsets: Int32Array,
	bytes: Uint8Array,
	count: number,
): { readonly offsets: Int32Array; readonly bytes: Uint8Array } {
	const end = offsets[count]!;
	let size = 0;
	for (let at = 0; at < end; at++) {
		size += utf8[bytes[at]!]!.length;
	}
	if (size === end) {
		return { offsets, bytes };
	}
	const result = { offsets: new Int32Array(count + 1), bytes: new Uint8Array(size) };
	let to = 0;
	for (let index = 0; index < count; index++) {
		for (let at = offsets[index]!; at < offsets[index + 1]!; at++) {
			for (const byte of utf8[bytes[at]!]!) {
				result.bytes[to++] = byte;
			}
		}
		result.offsets[index + 1] = to;
	}
	return result;
}
