import type { Column } from '../columns/Column.ts';

/** A multiple of 32, so that the bitmap of missing values can be cut between words. */
const BATCH_ROWS = 2 ** 18;

export interface KeyBatch {
	readonly from: number;
	readonly keys: Column;
}

/** A key column in stretches of some hundred thousand rows, without copying. */
export function* keyBatches(column: Column): Generator<KeyBatch> {
	for (let from = 0; from < column.length; from += BATCH_ROWS) {
		yield { from, keys: rowsOf(column, from, Math.min(BATCH_ROWS, column.length - from)) };
	}
}

function rowsOf(column: Column, from: number, length: number): Column {
	const nulls = column.nulls?.subarray(from / 32) ?? null;
	switch (column.kind) {
		case 'number':
			return { ...column, length, nulls, values: column.values.subarray(from, from + length) };
		case 'category':
			return { ...column, length, nulls, codes: column.codes.subarray(from, from + length) };
		case 'text':
			return { ...column, length, nulls, offsets: column.offsets.subarray(from, from + length + 1) };
		case 'date':
		case 'timestamp':
		case 'boolean':
			throw new TypeError(`A ${column.kind} column cannot hold keys`);
	}
}
