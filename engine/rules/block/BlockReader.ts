import { hasBit } from '../../columns/bitmap.ts';
import type { Bitmap, Column } from '../../columns/Column.ts';

/** False, true, unknown. */
export type Truth = 0 | 1 | 2;

/**
 * Write what `count` rows from row `from` on hold into the first places of `into`. NaN, 2 (of Truth) and null stand for "no value";
 * `from` is a multiple of 32.
 */
export type FillNumbers = (from: number, count: number, into: Float64Array) => void;
export type FillTruths = (from: number, count: number, into: Uint8Array) => void;
export type FillTexts = (from: number, count: number, into: (string | null)[]) => void;

/** Reads the cells of one field, by row or by position in a list of values. */
export type BlockReader =
	/** The number is the result divided by 10 ** scale; with `isExact` the result is a whole number. */
	| { readonly kind: 'number'; readonly scale: number; readonly isExact: boolean; readonly fill: FillNumbers }
	/** Days of a date, milliseconds of a timestamp. */
	| { readonly kind: 'instant'; readonly fill: FillNumbers }
	| { readonly kind: 'boolean'; readonly fill: FillTruths }
	| { readonly kind: 'text'; readonly fill: FillTexts };

export function columnReader(column: Column): BlockReader {
	const { nulls } = column;
	switch (column.kind) {
		case 'number': {
			const { values, scale, isExact } = column;
			return { kind: 'number', scale, isExact, fill: numbersOf(values, nulls) };
		}
		case 'date':
		case 'timestamp':
			return { kind: 'instant', fill: numbersOf(column.values, nulls) };
		case 'boolean':
			return { kind: 'boolean', fill: truthsOf(column.values, nulls) };
		case 'category': {
			const { codes, labels } = column;
			return { kind: 'text', fill: textsOf((row) => labels[codes[row]!]!, nulls) };
		}
		case 'text': {
			const { offsets, bytes } = column;
			const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
			return { kind: 'text', fill: textsOf((row) => buffer.toString('utf8', offsets[row], offsets[row + 1]), nulls) };
		}
	}
}

function numbersOf(values: Int32Array | Float64Array, nulls: Bitmap | null): FillNumbers {
	const copy = values instanceof Int32Array ? wholeNumbersOf(values) : doublesOf(values);
	return (from, count, into) => {
		copy(from, count, into);
		putGaps(nulls, from, count, into, Number.NaN);
	};
}

// Two loops that look the same, since one loop for two types of array takes twice the time, and set() of doubles takes ten times as long.

function wholeNumbersOf(values: Int32Array): FillNumbers {
	return (from, count, into) => {
		for (let index = 0; index < count; index++) {
			into[index] = values[from + index]!;
		}
	};
}

function doublesOf(values: Float64Array): FillNumbers {
	return (from, count, into) => {
		for (let index = 0; index < count; index++) {
			into[index] = values[from + index]!;
		}
	};
}

function truthsOf(values: Uint8Array, nulls: Bitmap | null): FillTruths {
	return (from, count, into) => {
		for (let index = 0; index < count; index++) {
			into[index] = values[from + index] === 0 ? 0 : 1;
		}
		putGaps(nulls, from, count, into, 2);
	};
}

function textsOf(textAt: (row: number) => string, nulls: Bitmap | null): FillTexts {
	return (from, count, into) => {
		for (let index = 0; index < count; index++) {
			into[index] = nulls !== null && hasBit(nulls, from + index) ? null : textAt(from + index);
		}
	};
}

/** Writes `gap` where there is no value. */
function putGaps(
	nulls: Bitmap | null,
	from: number,
	count: number,
	into: Float64Array | Uint8Array,
	gap: number,
): void {
	for (let start = 0; nulls !== null && start < count; start += 32) {
		// Bits past the last row are 0.
		for (let bits = nulls[(from + start) >>> 5]!; bits !== 0; bits &= bits - 1) {
			into[start + 31 - Math.clz32(bits & -bits)] = gap;
		}
	}
}
