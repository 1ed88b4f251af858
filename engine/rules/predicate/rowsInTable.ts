import type { Bitmap } from '../../columns/Column.ts';
import { wordsOf } from '../Outcome.ts';

/** Rows whose code (less `base`) has a 1 in the table. Codes of rows without a value must lie in the table too, or give 0. */
export function rowsInTable(
	codes: Uint8Array | Uint16Array | Int32Array,
	length: number,
	base: number,
	table: Uint8Array,
): Bitmap {
	const bits = new Uint32Array(wordsOf(length));
	if (codes instanceof Uint8Array) {
		ofUint8(codes, length, base, table, bits);
	} else if (codes instanceof Uint16Array) {
		ofUint16(codes, length, base, table, bits);
	} else {
		ofInt32(codes, length, base, table, bits);
	}
	return bits;
}

function ofUint8(codes: Uint8Array, length: number, base: number, table: Uint8Array, bits: Bitmap): void {
	for (let word = 0, row = 0; row < length; word++) {
		const end = Math.min(row + 32, length);
		let mask = 0;
		for (let bit = 0; row < end; row++, bit++) {
			mask |= (table[codes[row]! - base]! & 1) << bit;
		}
		bits[word] = mask;
	}
}

function ofUint16(codes: Uint16Array, length: number, base: number, table: Uint8Array, bits: Bitmap): void {
	for (let word = 0, row = 0; row < length; word++) {
		const end = Math.min(row + 32, length);
		let mask = 0;
		for (let bit = 0; row < end; row++, bit++) {
			mask |= (table[codes[row]! - base]! & 1) << bit;
		}
		bits[word] = mask;
	}
}

function ofInt32(codes: Int32Array, length: number, base: number, table: Uint8Array, bits: Bitmap): void {
	for (let word = 0, row = 0; row < length; word++) {
		const end = Math.min(row + 32, length);
		let mask = 0;
		for (let bit = 0; row < end; row++, bit++) {
			mask |= (table[codes[row]! - base]! & 1) << bit;
		}
		bits[word] = mask;
	}
}
