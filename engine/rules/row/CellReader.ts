import type { Bitmap, Column } from '../../columns/Column.ts';

/** False, true, unknown. */
export type Truth = 0 | 1 | 2;

/** Reads the cells of one field, by row or by position in a list of values. NaN, null and 2 stand for "no value". */
export type CellReader =
	/** The number is the result divided by 10 ** scale; with `isExact` the result is a whole number. */
	| {
			readonly kind: 'number';
			readonly scale: number;
			readonly isExact: boolean;
			readonly at: (index: number) => number;
	  }
	/** Days of a date, milliseconds of a timestamp. */
	| { readonly kind: 'instant'; readonly at: (index: number) => number }
	| { readonly kind: 'boolean'; readonly at: (index: number) => Truth }
	| { readonly kind: 'text'; readonly at: (index: number) => string | null };

/** What an expression is evaluated against. */
export interface RowScope {
	/** Days since 1970-01-01. */
	readonly asOfDay: number;
	readonly readerOf: (field: string) => CellReader;
}

export function columnReader(column: Column): CellReader {
	const { nulls } = column;
	const isNull = nulls
		? (row: number): boolean => ((nulls[row >>> 5]! >>> (row & 31)) & 1) === 1
		: (): boolean => false;
	switch (column.kind) {
		case 'number': {
			const { values, scale, isExact } = column;
			return { kind: 'number', scale, isExact, at: numberAt(values, nulls) };
		}
		case 'date':
		case 'timestamp':
			return { kind: 'instant', at: numberAt(column.values, nulls) };
		case 'boolean': {
			const { values } = column;
			return { kind: 'boolean', at: (row) => (isNull(row) ? 2 : values[row] === 0 ? 0 : 1) };
		}
		case 'category': {
			const { codes, labels } = column;
			return { kind: 'text', at: (row) => (isNull(row) ? null : labels[codes[row]!]!) };
		}
		case 'text': {
			const { offsets, bytes } = column;
			const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
			return {
				kind: 'text',
				at: (row) => (isNull(row) ? null : buffer.toString('utf8', offsets[row], offsets[row + 1])),
			};
		}
	}
}

function numberAt(values: Int32Array | Float64Array, nulls: Bitmap | null): (row: number) => number {
	if (!nulls) {
		return (row) => values[row]!;
	}
	return (row) => (((nulls[row >>> 5]! >>> (row & 31)) & 1) === 1 ? Number.NaN : values[row]!);
}
