const MAGIC = 0x184d2204;
const BLOCK_BYTES = [65_536, 262_144, 1_048_576, 4_194_304];
/** No column of one batch is larger in an honest file. */
const MAX_BYTES = 2 ** 31 - 1;

/**
 * An LZ4 frame (lz4 frame format 1.6.2), as Feather files have one per buffer. Checksums are not looked at: the columns that come out
 * are checked themselves. Throws on damage.
 */
export function decodeLz4Frame(bytes: Uint8Array): Uint8Array {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (view.getUint32(0, true) !== MAGIC) {
		throw new Error('the lz4 data has no frame');
	}
	const flags = view.getUint8(4);
	const hasBlockChecksum = (flags & 0x10) !== 0;
	const hasSize = (flags & 0x08) !== 0;
	const blockBytes = BLOCK_BYTES[((view.getUint8(5) >> 4) & 7) - 4];
	if (blockBytes === undefined || (flags & 0x01) !== 0) {
		throw new Error('the lz4 frame is of a kind that is not known');
	}
	let at = 7 + (hasSize ? 8 : 0);
	let output = new Uint8Array(Math.min(MAX_BYTES, Math.max(bytes.length * 2, 64)));
	let size = 0;
	for (;;) {
		const word = view.getUint32(at, true);
		at += 4;
		if (word === 0) {
			return output.subarray(0, size);
		}
		const length = word & 0x7fffffff;
		if (length > blockBytes || at + length > bytes.length || size + blockBytes > MAX_BYTES) {
			throw new Error('the lz4 data is damaged');
		}
		if (size + blockBytes > output.length) {
			const larger = new Uint8Array(Math.min(MAX_BYTES, Math.max(output.length * 2, size + blockBytes)));
			larger.set(output.subarray(0, size));
			output = larger;
		}
		const block = bytes.subarray(at, at + length);
		if (word >>> 31 === 1) {
			output.set(block, size);
			size += length;
		} else {
			size = decodeBlock(block, output, size, size + blockBytes);
		}
		at += length + (hasBlockChecksum ? 4 : 0);
	}
}

/** One block into `output` from `start`, at most up to `limit`; matches may reach back into earlier blocks. Returns where it ends. */
function decodeBlock(block: Uint8Array, output: Uint8Array, start: number, limit: number): number {
	let end = start;
	let at = 0;
	while (at < block.length) {
		const token = block[at++] ?? 0;
		let literals = token >> 4;
		for (let more = literals === 15 ? 255 : 0; more === 255;) {
			more = block[at++] ?? 0;
			literals += more;
		}
		if (at + literals > block.length || end + literals > limit) {
			throw new Error('the lz4 data is damaged');
		}
		output.set(block.subarray(at, at + literals), end);
		at += literals;
		end += literals;
		if (at >= block.length) {
			break;
		}
		const offset = (block[at] ?? 0) | ((block[at + 1] ?? 0) << 8);
		at += 2;
		let length = (token & 15) + 4;
		for (let more = length === 19 ? 255 : 0; more === 255;) {
			more = block[at++] ?? 0;
			length += more;
		}
		if (offset === 0 || offset > end || end + length > limit) {
			throw new Error('the lz4 data is damaged');
		}
		for (let copied = 0; copied < length; copied++, end++) {
			output[end] = output[end - offset] ?? 0;
		}
	}
	return end;
}
