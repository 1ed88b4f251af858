import type { TypedRule } from '#shared/rules/TypedRule.ts';
import type { Bitmap, Column } from '../../columns/Column.ts';
import { wordsOf } from '../Outcome.ts';
import type { CellReader, Truth } from '../row/CellReader.ts';
import { compileTruth } from '../row/compileTruth.ts';

/** Whole numbers and dates are looked up when they span at most this many values. */
const MAX_SPAN = 65_536;

/** The values that a column can take, as codes from `base`; the reader reads value `code - base`, and "no value" after the last. */
export interface Domain {
	readonly codes: Uint8Array | Uint16Array | Int32Array;
	readonly base: number;
	readonly size: number;
	readonly reader: CellReader;
}

/** What a condition is for each value of a domain, as 0 or 1, and for "no value". */
interface DomainTruths {
	readonly isTrue: Uint8Array;
	readonly isFalse: Uint8Array;
	/** Unknown where no row is without a value. */
	readonly missing: Truth;
	/** Whether it is unknown just where there is no value. */
	readonly isPlain: boolean;
}

export function domainOf(column: Column): Domain | null {
	switch (column.kind) {
		case 'category': {
			const { codes, labels } = column;
			return { codes, base: 0, size: labels.length, reader: { kind: 'text', at: (code) => labels[code] ?? null } };
		}
		case 'boolean':
			return {
				codes: column.values,
				base: 0,
				size: 2,
				reader: { kind: 'boolean', at: (code) => (code === 0 ? 0 : code === 1 ? 1 : 2) },
			};
		case 'number':
		case 'date': {
			const range = column.values instanceof Int32Array ? rangeOf(column.values, column.length, column.nulls) : null;
			if (!range || !(column.values instanceof Int32Array) || range.high - range.low >= MAX_SPAN) {
				return null;
			}
			const { low: base, high } = range;
			const size = high - base + 1;
			const at = (code: number): number => (code < size ? base + code : Number.NaN);
			const reader: CellReader =
				column.kind === 'date'
					? { kind: 'instant', at }
					: { kind: 'number', scale: column.scale, isExact: column.isExact, at };
			return { codes: column.values, base, size, reader };
		}
		case 'timestamp':
		case 'text':
			return null;
	}
}

/** Decides a condition on a single field for each value of its domain. */
export function domainTruths(
	typed: TypedRule,
	{ size, reader }: Domain,
	hasNulls: boolean,
	asOfDay: number,
): DomainTruths {
	const truthAt = compileTruth(typed, { asOfDay, readerOf: () => reader });
	const isTrue = new Uint8Array(size);
	const isFalse = new Uint8Array(size);
	for (let value = 0; value < size; value++) {
		const truth = truthAt(value);
		isTrue[value] = truth === 1 ? 1 : 0;
		isFalse[value] = truth === 0 ? 1 : 0;
	}
	const missing: Truth = hasNulls ? truthAt(size) : 2;
	return {
		isTrue,
		isFalse,
		missing,
		isPlain: missing === 2 && isTrue.every((truth, value) => truth !== isFalse[value]),
	};
}

function rangeOf(values: Int32Array, length: number, nulls: Bitmap | null): { low: number; high: number } | null {
	let low = Infinity;
	let high = -Infinity;
	for (let word = 0, row = 0; word < wordsOf(length); word++) {
		const present = nulls ? ~nulls[word]! : -1;
		for (const end = Math.min(row + 32, length); row < end; row++) {
			if (((present >>> (row & 31)) & 1) === 1) {
				const value = values[row]!;
				low = value < low ? value : low;
				high = value > high ? value : high;
			}
		}
	}
	return low <= high ? { low, high } : null;
}
