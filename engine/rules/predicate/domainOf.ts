import type { TypedRule } from '#shared/rules/TypedRule.ts';
import type { Bitmap, Column } from '../../columns/Column.ts';
import { wordsOf } from '../Outcome.ts';
import { allTruths } from '../block/allTruths.ts';
import type { BlockReader, FillNumbers, FillTexts, Truth } from '../block/BlockReader.ts';
import { BlockScope } from '../block/BlockScope.ts';

/** Whole numbers and dates are looked up when they span at most this many values. */
const MAX_SPAN = 65_536;

/** The values that a column can take, as codes from `base`; the reader reads value `code - base`, and "no value" after the last. */
export interface Domain {
	readonly codes: Uint8Array | Uint16Array | Int32Array;
	readonly base: number;
	readonly size: number;
	readonly reader: BlockReader;
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
			return { codes, base: 0, size: labels.length, reader: labelReader(labels) };
		}
		case 'boolean':
			return {
				codes: column.values,
				base: 0,
				size: 2,
				reader: { kind: 'boolean', fill: codesAsTruths },
			};
		case 'number':
		case 'date': {
			const range = column.values instanceof Int32Array ? rangeOf(column.values, column.length, column.nulls) : null;
			if (!range || !(column.values instanceof Int32Array) || range.high - range.low >= MAX_SPAN) {
				return null;
			}
			const { low: base, high } = range;
			const size = high - base + 1;
			const fill = numbersFrom(base, size);
			const reader: BlockReader =
				column.kind === 'date'
					? { kind: 'instant', fill }
					: { kind: 'number', scale: column.scale, isExact: column.isExact, fill };
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
	const truths = allTruths(typed, new BlockScope(asOfDay, () => reader, size + 1), size + 1);
	const known = truths.subarray(0, size);
	const missing: Truth = !hasNulls || truths[size] === 2 ? 2 : truths[size] === 1 ? 1 : 0;
	return {
		isTrue: known.map((truth) => (truth === 1 ? 1 : 0)),
		isFalse: known.map((truth) => (truth === 0 ? 1 : 0)),
		missing,
		isPlain: missing === 2 && !known.includes(2),
	};
}

function labelReader(labels: readonly string[]): BlockReader {
	const fill: FillTexts = (from, count, into) => {
		for (let index = 0; index < count; index++) {
			into[index] = labels[from + index] ?? null;
		}
	};
	return { kind: 'text', fill };
}

/** False and true are stored as 0 and 1; behind them comes "no value", which is 2 of Truth. */
function codesAsTruths(from: number, count: number, into: Uint8Array): void {
	for (let index = 0; index < count; index++) {
		into[index] = from + index;
	}
}

function numbersFrom(base: number, size: number): FillNumbers {
	return (from, count, into) => {
		for (let index = 0; index < count; index++) {
			into[index] = from + index < size ? base + from + index : Number.NaN;
		}
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
