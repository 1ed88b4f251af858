import { assertNever } from '#shared/base/assertNever.ts';
import { shortSingle } from '../sourceNumbers.ts';
import { dividedNumbers, wholeNumbers } from '../vectors/words.ts';
import type { Texts } from '../vectors/SourceVector.ts';

/** Stored types that are read here; everything else is left to hyparquet. */
export type PlainType = 'INT32' | 'INT64' | 'FLOAT' | 'DOUBLE' | 'BOOLEAN' | 'BYTE_ARRAY' | 'FIXED_LEN_BYTE_ARRAY';

/** What of a column says how its numbers are laid out. */
export interface NumberLayout {
	readonly type: PlainType;
	/** Of instants, how many make a millisecond; 1 for everything else. */
	readonly ticks: number;
	/** Bytes of each number of FIXED_LEN_BYTE_ARRAY. */
	readonly width: number;
}

/**
 * `count` numbers as PLAIN lays them out (Encodings.md), instants as milliseconds, rounded down; null where doubles would lose digits.
 * Throws where the bytes are too few.
 */
export function plainNumbers(
	{ type, ticks, width }: NumberLayout,
	bytes: Uint8Array,
	count: number,
): Int32Array | Float64Array | null {
	switch (type) {
		case 'INT32':
			return new Int32Array(aligned(bytes, count * 4));
		case 'INT64': {
			const words = new Int32Array(aligned(bytes, count * 8));
			return ticks > 1 ? dividedNumbers(words, ticks) : wholeNumbers(words);
		}
		case 'DOUBLE':
			return new Float64Array(aligned(bytes, count * 8));
		case 'FLOAT':
			return Float64Array.from(new Float32Array(aligned(bytes, count * 4)), shortSingle);
		case 'BOOLEAN':
			requireBytes(bytes, Math.ceil(count / 8));
			return Int32Array.from({ length: count }, (_, index) => (bytes[index >> 3]! >> (index & 7)) & 1);
		case 'FIXED_LEN_BYTE_ARRAY':
			requireBytes(bytes, count * width);
			return bigEndianNumbers(bytes, count, width);
		case 'BYTE_ARRAY':
			return null;
		default:
			return assertNever(type);
	}
}

/** Two's complement of any width. What no double holds comes out far beyond 2 ** 53. */
function bigEndianNumbers(bytes: Uint8Array, count: number, width: number): Float64Array {
	const values = new Float64Array(count);
	for (let index = 0, at = 0; index < count; index++) {
		let value = (bytes[at]! << 24) >> 24;
		for (const end = at++ + width; at < end; at++) {
			value = value * 256 + bytes[at]!;
		}
		values[index] = value;
	}
	return values;
}

/** `count` texts, each behind its length. */
export function plainTexts(bytes: Uint8Array, count: number): Texts {
	const starts = new Int32Array(count);
	const ends = new Int32Array(count);
	let at = 0;
	for (let index = 0; index < count; index++) {
		const length = (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0;
		at += 4;
		starts[index] = at;
		at += length;
		ends[index] = at;
		if (at > bytes.length) {
			break;
		}
	}
	requireBytes(bytes, at);
	return { bytes, starts, ends };
}

function aligned(bytes: Uint8Array, length: number): ArrayBuffer {
	requireBytes(bytes, length);
	return new Uint8Array(bytes.subarray(0, length)).buffer;
}

function requireBytes(bytes: Uint8Array, length: number): void {
	if (bytes.length < length) {
		throw new Error('its pages end too early');
	}
}
