import { assertNever } from '#shared/base/assertNever.ts';
import type { Bitmap } from './Column.ts';
import type { ChunkEncoding, EncodedChunk } from './EncodedChunk.ts';

export type NumberArray = Int32Array | Float64Array | Uint8Array | Uint16Array;

/** What is to be added to each stored number. */
export function storedBase(chunk: EncodedChunk): number {
	return chunk.encoding === 'u8' || chunk.encoding === 'u16' ? (chunk.min ?? 0) : 0;
}

/** Bytes of each stored number, code or length of a text. */
export function storedWidth(encoding: ChunkEncoding): 1 | 2 | 4 | 8 {
	switch (encoding) {
		case 'u8':
		case 'code8':
		case 'text8':
			return 1;
		case 'u16':
		case 'code16':
		case 'text16':
			return 2;
		case 'i32':
		case 'text32':
			return 4;
		case 'f64':
			return 8;
		default:
			return assertNever(encoding);
	}
}

/** Where the null bits of a chunk begin whose values and text take so many bytes. */
export function nullsAt(valueBytes: number): number {
	return (valueBytes + 3) & ~3;
}

/** Stored values as an array over the chunk's own bytes, or over a copy where those are not aligned. */
export function storedValues(chunk: EncodedChunk): NumberArray {
	switch (chunk.encoding) {
		case 'u8':
		case 'code8':
		case 'text8':
			return chunk.data.subarray(0, chunk.rows);
		case 'u16':
		case 'code16':
		case 'text16': {
			const bytes = aligned(chunk.data, 2);
			return new Uint16Array(bytes.buffer, bytes.byteOffset, chunk.rows);
		}
		case 'i32':
		case 'text32': {
			const bytes = aligned(chunk.data, 4);
			return new Int32Array(bytes.buffer, bytes.byteOffset, chunk.rows);
		}
		case 'f64': {
			const bytes = aligned(chunk.data, 8);
			return new Float64Array(bytes.buffer, bytes.byteOffset, chunk.rows);
		}
		default:
			return assertNever(chunk.encoding);
	}
}

function aligned(bytes: Uint8Array, width: number): Uint8Array {
	return bytes.byteOffset % width === 0 ? bytes : bytes.slice();
}

/** The null bits of a chunk that has nulls; `valueBytes` is where its values and text end. */
export function storedNulls(chunk: EncodedChunk, valueBytes: number): Bitmap {
	const from = nullsAt(valueBytes);
	const bytes = aligned(chunk.data.subarray(from, from + ((chunk.rows + 31) >>> 5) * 4), 4);
	return new Uint32Array(bytes.buffer, bytes.byteOffset, (chunk.rows + 31) >>> 5);
}
