import type { TypedRule } from '#shared/rules/TypedRule.ts';
import type { Bitmap, Column } from '../../columns/Column.ts';
import type { Frame } from '../../frame/Frame.ts';
import { outcomeOf, wordsOf } from '../Outcome.ts';
import type { Outcome } from '../Outcome.ts';
import type { CellReader, Truth } from '../row/CellReader.ts';
import { compileTruth } from '../row/compileTruth.ts';
import { fieldsOf } from './fieldsOf.ts';
import { rowsInTable } from './lookUpKernel.ts';

/** Whole numbers and dates are looked up when they span at most this many values. */
const MAX_SPAN = 65_536;

/** The values that a column can take, as codes from `base`; the reader reads value `code - base`, and "no value" after the last. */
interface Domain {
	readonly codes: Uint8Array | Uint16Array | Int32Array;
	readonly base: number;
	readonly size: number;
	readonly reader: CellReader;
}

/**
 * Any condition on a single field of few possible values (labels, true/false, small whole numbers, dates): decided once per value,
 * then looked up per row. null where there are several fields or too many values.
 */
export function domainPredicate(typed: TypedRule, frame: Frame): Outcome | null {
	const [name, ...others] = fieldsOf(typed);
	const column = name === undefined || others.length > 0 ? undefined : frame.columns.get(name);
	const domain = column ? domainOf(column) : null;
	if (!column || !domain) {
		return null;
	}
	const truthAt = compileTruth(typed, { asOfDay: frame.asOfDay, readerOf: () => domain.reader });
	const isTrue = new Uint8Array(domain.size);
	const isFalse = new Uint8Array(domain.size);
	for (let value = 0; value < domain.size; value++) {
		const truth = truthAt(value);
		isTrue[value] = truth === 1 ? 1 : 0;
		isFalse[value] = truth === 0 ? 1 : 0;
	}
	const missing: Truth = column.nulls ? truthAt(domain.size) : 2;
	if (missing === 2 && isTrue.every((value, index) => value !== isFalse[index])) {
		return outcomeOf(rowsInTable(domain.codes, column.length, domain.base, isTrue), column.nulls, column.length);
	}
	const lookUp = (table: Uint8Array, isMissingIn: boolean): Bitmap =>
		withMissing(rowsInTable(domain.codes, column.length, domain.base, table), column.nulls, isMissingIn);
	return { isTrue: lookUp(isTrue, missing === 1), isFalse: lookUp(isFalse, missing === 0) };
}

/** Rows without a value take the one outcome of "no value", whatever their slot holds. */
function withMissing(bits: Bitmap, nulls: Bitmap | null, isIn: boolean): Bitmap {
	for (let word = 0; nulls && word < bits.length; word++) {
		bits[word] = isIn ? bits[word]! | nulls[word]! : bits[word]! & ~nulls[word]!;
	}
	return bits;
}

function domainOf(column: Column): Domain | null {
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
