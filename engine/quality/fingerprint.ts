import { hasBit } from '../columns/bitmap.ts';
import type { CategoryColumn, Column } from '../columns/Column.ts';

const encoder = new TextEncoder();
const double = new Float64Array(1);
const words = new Int32Array(double.buffer);
const NULL_LOW = 0x2545f491;
const NULL_HIGH = 0x4f6cdd1d;
const MAX_DIGITS = 15;

/** 64 bits per row, as two words. */
export interface Fingerprints {
	readonly low: Int32Array;
	readonly high: Int32Array;
}

export function emptyFingerprints(rows: number): Fingerprints {
	return { low: new Int32Array(rows), high: new Int32Array(rows) };
}

/**
 * Mixes the values of a column into the fingerprints of its rows, the first of which is row `at`. Equal values mix equally
 * whatever column they come from: 12 and 12.00, a day and its midnight, a whole number and its plain spelling are the same.
 * Two different rows of ten million share a fingerprint with a probability of 3 in a million.
 */
export function mixColumn(column: Column, to: Fingerprints, at: number): void {
	const { nulls } = column;
	const isNull = (row: number) => nulls !== null && hasBit(nulls, row);
	switch (column.kind) {
		case 'number': {
			const { values } = column;
			const divisor = 10 ** column.scale;
			for (let row = 0; row < column.length; row++) {
				if (isNull(row)) {
					mixNull(to, at + row);
				} else {
					mixNumber(values[row]! / divisor, to, at + row);
				}
			}
			return;
		}
		case 'date':
		case 'timestamp':
		case 'boolean': {
			const { values } = column;
			const unit = column.kind === 'date' ? 86_400_000 : 1;
			for (let row = 0; row < column.length; row++) {
				if (isNull(row)) {
					mixNull(to, at + row);
				} else {
					mixNumber(values[row]! * unit, to, at + row);
				}
			}
			return;
		}
		case 'category': {
			const labels = column.labels.map((label) => encoder.encode(label));
			mixCodes(column, printsOf(labels), to, at);
			return;
		}
		case 'text': {
			const { offsets, bytes } = column;
			for (let row = 0; row < column.length; row++) {
				if (isNull(row)) {
					mixNull(to, at + row);
				} else {
					hashText(bytes, offsets[row]!, offsets[row + 1]!);
					mix(to, at + row, words[0]!, words[1]!);
				}
			}
		}
	}
}

/** Fingerprints of the labels of a category column. */
export function printsOf(labels: readonly Uint8Array[]): Fingerprints {
	const prints = emptyFingerprints(labels.length);
	for (const [code, bytes] of labels.entries()) {
		hashText(bytes, 0, bytes.length);
		prints.low[code] = words[0]!;
		prints.high[code] = words[1]!;
	}
	return prints;
}

/** Mixes rows of codes whose labels have the fingerprints `labels`. */
export function mixCodes(
	{ codes, nulls, length }: Pick<CategoryColumn, 'codes' | 'nulls' | 'length'>,
	labels: Fingerprints,
	to: Fingerprints,
	at: number,
): void {
	for (let row = 0; row < length; row++) {
		const code = codes[row]!;
		if (nulls !== null && hasBit(nulls, row)) {
			mixNull(to, at + row);
		} else {
			mix(to, at + row, labels.low[code]!, labels.high[code]!);
		}
	}
}

/** Leaves the two words of a text in `words`; a plain whole number counts as that number. */
export function hashText(
	bytes: Uint8Array,
	start: number,
	end: number,
): { readonly low: number; readonly high: number } {
	const integer = plainInteger(bytes, start, end);
	if (Number.isNaN(integer)) {
		let low = 0x811c9dc5 | 0;
		let high = 0x1b873593 | 0;
		for (let at = start; at < end; at++) {
			const byte = bytes[at]!;
			low = Math.imul(low ^ byte, 0x01000193);
			high = Math.imul(high + byte + 1, 0x85ebca6b) ^ (high >>> 15);
		}
		words[0] = scramble(low ^ (end - start));
		words[1] = scramble(high ^ Math.imul(low, 0x9e3779b1));
	} else {
		hashNumber(integer);
	}
	return { low: words[0]!, high: words[1]! };
}

function plainInteger(bytes: Uint8Array, start: number, end: number): number {
	const isNegative = bytes[start] === 45;
	const from = isNegative ? start + 1 : start;
	const digits = end - from;
	if (digits < 1 || digits > MAX_DIGITS || (bytes[from] === 48 && (digits > 1 || isNegative))) {
		return Number.NaN;
	}
	let value = 0;
	for (let at = from; at < end; at++) {
		const digit = bytes[at]! - 48;
		if (digit < 0 || digit > 9) {
			return Number.NaN;
		}
		value = value * 10 + digit;
	}
	return isNegative ? -value : value;
}

function hashNumber(value: number): void {
	const whole = value | 0;
	if (whole === value) {
		words[0] = scramble(whole ^ 0x5bd1e995);
		words[1] = scramble(Math.imul(whole, 0x9e3779b1) ^ 0x7ed55d16);
		return;
	}
	double[0] = value;
	const [first, second] = [words[0]!, words[1]!];
	words[0] = scramble(first ^ Math.imul(second, 0x85ebca6b));
	words[1] = scramble(second ^ Math.imul(first, 0xc2b2ae35) ^ 0x3c6ef372);
}

function mixNumber(value: number, to: Fingerprints, row: number): void {
	hashNumber(value);
	mix(to, row, words[0]!, words[1]!);
}

function mixNull(to: Fingerprints, row: number): void {
	mix(to, row, NULL_LOW, NULL_HIGH);
}

function mix({ low, high }: Fingerprints, row: number, first: number, second: number): void {
	const before = low[row]!;
	low[row] = scramble(Math.imul(before, 0x9e3779b1) ^ first ^ (high[row]! >>> 7));
	high[row] = scramble(Math.imul(high[row]!, 0x85ebca6b) ^ second ^ (before << 3));
}

/** The finaliser of MurmurHash3 (Appleby, public domain). */
function scramble(value: number): number {
	let word = value;
	word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
	word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
	return word ^ (word >>> 16);
}
