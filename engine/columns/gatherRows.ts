import { assertNever } from '#shared/base/assertNever.ts';
import { emptyBitmap, hasBit, setBit } from './bitmap.ts';
import type { Bitmap, Column } from './Column.ts';

/**
 * A new column whose row r is row `rows[r]` of `column`; -1 gives null. Used to bring a table's columns into the order of
 * the customer base, and to pick single rows.
 */
export function gatherRows(column: Column, rows: Int32Array): Column {
	const length = rows.length;
	const nulls = gatherNulls(column.nulls, rows);
	switch (column.kind) {
		case 'number':
			return { ...column, length, nulls, values: gather(column.values, rows) };
		case 'date':
			return { ...column, length, nulls, values: gather(column.values, rows) };
		case 'timestamp':
			return { ...column, length, nulls, values: gather(column.values, rows) };
		case 'boolean':
			return { ...column, length, nulls, values: gather(column.values, rows) };
		case 'category':
			return { ...column, length, nulls, codes: gather(column.codes, rows) };
		case 'text': {
			const { offsets, bytes } = column;
			let size = 0;
			for (const row of rows) {
				size += row < 0 ? 0 : offsets[row + 1]! - offsets[row]!;
			}
			const to =
				size > 0x7fffffff
					? new Float64Array(new SharedArrayBuffer((length + 1) * 8))
					: new Int32Array(new SharedArrayBuffer((length + 1) * 4));
			const text = new Uint8Array(new SharedArrayBuffer(size));
			let end = 0;
			for (let row = 0; row < length; row++) {
				const from = rows[row]!;
				if (from >= 0) {
					text.set(bytes.subarray(offsets[from], offsets[from + 1]), end);
					end += offsets[from + 1]! - offsets[from]!;
				}
				to[row + 1] = end;
			}
			return { ...column, length, nulls, offsets: to, bytes: text };
		}
		default:
			return assertNever(column);
	}
}

type Values = Int32Array | Float64Array | Uint8Array | Uint16Array;

function gather<A extends Values>(values: A, rows: Int32Array): A {
	const gathered = sharedLike(values, rows.length);
	for (let row = 0; row < rows.length; row++) {
		const from = rows[row]!;
		gathered[row] = from < 0 ? 0 : values[from]!;
	}
	return gathered;
}

/** An array of the same type and the given length on a SharedArrayBuffer. */
export function sharedLike<A extends Values>(values: A, length: number): A;
export function sharedLike(values: Values, length: number): Values {
	const buffer = new SharedArrayBuffer(length * values.BYTES_PER_ELEMENT);
	if (values instanceof Int32Array) {
		return new Int32Array(buffer);
	}
	if (values instanceof Float64Array) {
		return new Float64Array(buffer);
	}
	return values instanceof Uint16Array ? new Uint16Array(buffer) : new Uint8Array(buffer);
}

function gatherNulls(nulls: Bitmap | null, rows: Int32Array): Bitmap | null {
	let gathered: Bitmap | null = null;
	for (let row = 0; row < rows.length; row++) {
		const from = rows[row]!;
		if (from < 0 || (nulls && hasBit(nulls, from))) {
			gathered ??= emptyBitmap(rows.length);
			setBit(gathered, row);
		}
	}
	return gathered;
}
