import type { BooleanColumn, CategoryColumn, DateColumn, NumberColumn } from '../columns/Column.ts';
import { bitmapOf } from './bitmap.ts';
import { sharedInts } from './sharedArrays.ts';

/** Columns of derived fields. `missing` is 1 where there is no value; the value there is set to 0. */
export function numberColumn(
	type: NumberColumn['type'],
	values: Int32Array | Float64Array,
	missing: Uint8Array | null,
	scale = 0,
	isExact = true,
): NumberColumn {
	const { length, nulls, values: kept } = cleared(values, missing);
	return {
		kind: 'number',
		type,
		length,
		nulls,
		values: kept instanceof Float64Array ? narrowed(kept) : kept,
		scale,
		isExact,
	};
}

/** Whole numbers of 32 bits in half the bytes, since conditions on them are as fast as they are short. */
function narrowed(values: Float64Array): Int32Array | Float64Array {
	const narrow = sharedInts(values.length);
	for (let row = 0; row < values.length; row++) {
		const value = values[row]! | 0;
		if (value !== values[row]) {
			return values;
		}
		narrow[row] = value;
	}
	return narrow;
}

export function dateColumn(values: Int32Array, missing: Uint8Array): DateColumn {
	return { kind: 'date', type: 'date', ...cleared(values, missing) };
}

export function booleanColumn(values: Uint8Array): BooleanColumn {
	return { kind: 'boolean', type: 'boolean', length: values.length, nulls: null, values };
}

export function categoryColumn(codes: Uint8Array, labels: readonly string[], missing: Uint8Array): CategoryColumn {
	const { values, ...rest } = cleared(codes, missing);
	return { kind: 'category', type: 'text', codes: values, labels, ...rest };
}

function cleared<V extends Int32Array | Float64Array | Uint8Array>(values: V, missing: Uint8Array | null) {
	const nulls = missing === null ? null : bitmapOf(missing);
	for (let row = 0; missing !== null && nulls !== null && row < values.length; row++) {
		if (missing[row] !== 0) {
			values[row] = 0;
		}
	}
	return { length: values.length, nulls, values };
}
