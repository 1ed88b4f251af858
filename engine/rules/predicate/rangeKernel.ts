import type { Bitmap } from '../../columns/Column.ts';
import { KERNEL_ROWS, ruleKernel } from '../kernel/RuleKernel.ts';
import { wordsOf } from '../Outcome.ts';

const SMALLEST = -0x80_00_00_00;
const LARGEST = 0x7f_ff_ff_ff;

/**
 * Rows whose value lies in low .. high, both included. Reads every value slot, also those of rows without a value.
 */
export function rowsInRange(values: Int32Array | Float64Array, length: number, low: number, high: number): Bitmap {
	const bits = new Uint32Array(wordsOf(length));
	const isReal = values instanceof Float64Array;
	if (!(low <= high) || (!isReal && (low > LARGEST || high < SMALLEST))) {
		return bits;
	}
	const [from, to] = isReal ? [low, high] : [Math.ceil(Math.max(low, SMALLEST)), Math.floor(Math.min(high, LARGEST))];
	if (length >= KERNEL_ROWS) {
		ruleKernel().inRange(values.subarray(0, length), from, to, bits);
	} else {
		inRange(values, length, from, to, bits);
	}
	return bits;
}

/**
 * The reference for the compiled kernel, and its stand-in for few rows. One function per array type, so that each stays compiled for its
 * own. Comparisons are turned into numbers instead of branches, which the processor would guess wrong half of the time.
 */
export function inRange(
	values: Int32Array | Float64Array,
	length: number,
	low: number,
	high: number,
	bits: Bitmap,
): void {
	if (values instanceof Float64Array) {
		inFloat64(values, length, low, high, bits);
	} else {
		inInt32(values, length, low, high, bits);
	}
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
