import type { Bitmap } from '../../columns/Column.ts';
import { wordsOf } from '../Outcome.ts';

/**
 * Rows whose value lies in low .. high, both included. Reads every value slot, also those of rows without a value. One function per array
 * type, so that each stays compiled for its own. Comparisons are turned into numbers instead of branches, which the processor would guess
 * wrong half of the time.
 */
export function rowsInRange(values: Int32Array | Float64Array, length: number, low: number, high: number): Bitmap {
	const bits = new Uint32Array(wordsOf(length));
	if (values instanceof Float64Array) {
		inFloat64(values, length, low, high, bits);
	} else {
		inInt32(values, length, low, high, bits);
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
