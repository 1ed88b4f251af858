import type { Bitmap } from '../../columns/Column.ts';
import { wordsOf } from '../Outcome.ts';

/**
 * Rows whose value lies in low .. high, both included. One function per array type, so that each stays compiled for its own.
 * Reads every value slot, also those of rows without a value. Comparisons are turned into numbers instead of branches, which the
 * processor would guess wrong half of the time (2 ms instead of 7 for a million rows).
 */
export function rowsInRange(values: Int32Array | Float64Array, length: number, low: number, high: number): Bitmap {
	const bits = new Uint32Array(wordsOf(length));
	if (!(low <= high)) {
		return bits;
	}
	if (values instanceof Float64Array) {
		inFloat64(values, length, low, high, bits);
	} else if (low <= 0x7f_ff_ff_ff && high >= -0x80_00_00_00) {
		inInt32(values, length, Math.max(low, -0x80_00_00_00), Math.min(high, 0x7f_ff_ff_ff), bits);
	}
	return bits;
}

function inInt32(values: Int32Array, length: number, low: number, high: number, bits: Bitmap): void {
	const full = length >>> 5;
	for (let word = 0, row = 0; word < full; word++, row += 32) {
		let mask = 0;
		for (let bit = 0; bit < 32; bit++) {
			const value = values[row + bit]!;
			mask |= (Number(value >= low) & Number(value <= high)) << bit;
		}
		bits[word] = mask;
	}
	for (let row = full << 5; row < length; row++) {
		const value = values[row]!;
		bits[full]! |= (Number(value >= low) & Number(value <= high)) << (row & 31);
	}
}

function inFloat64(values: Float64Array, length: number, low: number, high: number, bits: Bitmap): void {
	const full = length >>> 5;
	for (let word = 0, row = 0; word < full; word++, row += 32) {
		let mask = 0;
		for (let bit = 0; bit < 32; bit++) {
			const value = values[row + bit]!;
			mask |= (Number(value >= low) & Number(value <= high)) << bit;
		}
		bits[word] = mask;
	}
	for (let row = full << 5; row < length; row++) {
		const value = values[row]!;
		bits[full]! |= (Number(value >= low) & Number(value <= high)) << (row & 31);
	}
}
