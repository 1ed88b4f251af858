/**
 * One bit per row, 32 rows a word, row r at bit r & 31 of word r >> 5. Bits past the last row are always 0.
 */
export type Bitmap = Uint32Array;

/** `nulls` has a set bit for every row without a value, or is null when every row has one. The value slot of such a row is 0. */
interface ColumnBase {
	readonly length: number;
	readonly nulls: Bitmap | null;
}

/**
 * Integers and decimals. The number is `values[row] / 10 ** scale`: money is held in minor units (scale 2), so that
 * sums are exact while they stay below 2^53. Decimals that do not fit (exponents, more than six places) have scale 0 and are
 * plain doubles; then `isExact` is false.
 */
export interface NumberColumn extends ColumnBase {
	readonly kind: 'number';
	readonly type: 'integer' | 'decimal';
	readonly values: Int32Array | Float64Array;
	readonly scale: number;
	readonly isExact: boolean;
}

/** Days since 1970-01-01. */
export interface DateColumn extends ColumnBase {
	readonly kind: 'date';
	readonly type: 'date';
	readonly values: Int32Array;
}

/** Milliseconds since 1970-01-01T00:00Z; texts without an offset are read as UTC. */
export interface TimestampColumn extends ColumnBase {
	readonly kind: 'timestamp';
	readonly type: 'timestamp';
	readonly values: Float64Array;
}

export interface BooleanColumn extends ColumnBase {
	readonly kind: 'boolean';
	readonly type: 'boolean';
	readonly values: Uint8Array;
}

/** Text of few distinct values: a code per row into `labels`. */
export interface CategoryColumn extends ColumnBase {
	readonly kind: 'category';
	readonly type: 'text';
	readonly codes: Uint8Array | Uint16Array | Int32Array;
	readonly labels: readonly string[];
}

/** Text of many distinct values: UTF-8 bytes of row r at `offsets[r] .. offsets[r + 1]`. */
export interface TextColumn extends ColumnBase {
	readonly kind: 'text';
	readonly type: 'text';
	readonly offsets: Int32Array | Float64Array;
	readonly bytes: Uint8Array;
}

/** Arrays of columns that stay in memory lie on SharedArrayBuffers, so that helper threads see them without a copy. */
export type Column = NumberColumn | DateColumn | TimestampColumn | BooleanColumn | CategoryColumn | TextColumn;
