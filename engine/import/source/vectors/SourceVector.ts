import { assertNever } from '#shared/base/assertNever.ts';
import { isoDate } from '../../../columns/cellOf.ts';
import type { SourceValue } from '../TableReader.ts';

/** Texts in UTF-8: text r is `bytes[starts[r] .. ends[r]]`. */
export interface Texts {
	readonly bytes: Uint8Array;
	readonly starts: Int32Array;
	readonly ends: Int32Array;
}

/** A byte per row, 1 where it has no value; null where every row has one. Slots of such rows may hold anything. */
type NullFlags = Uint8Array | null;

/**
 * - `integer`: whole numbers
 * - `decimal`: whole numbers in units of `10 ** -scale`, at most 15 digits of them
 * - `double`: any number but NaN and the infinities
 * - `date`: days since 1970-01-01
 * - `timestamp`: milliseconds since 1970 in UTC
 * - `boolean`: 0 and 1
 */
export type NumberMeaning = 'integer' | 'decimal' | 'double' | 'date' | 'timestamp' | 'boolean';

export interface NumberVector {
	readonly kind: 'numbers';
	readonly meaning: NumberMeaning;
	/** 0 but for decimals, which have 0 to 22. */
	readonly scale: number;
	readonly values: Int32Array | Float64Array;
	readonly nulls: NullFlags;
}

/** The texts stand in the order of the rows; a row without a value has an empty one. */
export interface TextVector extends Texts {
	readonly kind: 'texts';
	readonly nulls: NullFlags;
}

/** Texts by their place in a list, in which a text may stand twice. */
export interface LabelVector {
	readonly kind: 'labels';
	readonly codes: Int32Array;
	readonly labels: Texts;
	readonly nulls: NullFlags;
}

/** Whatever has no form of its own. */
export interface ValueVector {
	readonly kind: 'values';
	readonly values: readonly SourceValue[];
}

/** Some rows of one column as a binary format holds them. */
export type SourceVector = NumberVector | TextVector | LabelVector | ValueVector;

const decoder = new TextDecoder();

export function vectorLength(vector: SourceVector): number {
	switch (vector.kind) {
		case 'numbers':
		case 'values':
			return vector.values.length;
		case 'texts':
			return vector.starts.length;
		case 'labels':
			return vector.codes.length;
		default:
			return assertNever(vector);
	}
}

/** Reads the value of a row; null for none. */
export function vectorReader(vector: SourceVector): (row: number) => SourceValue {
	switch (vector.kind) {
		case 'values':
			return (row) => vector.values[row] ?? null;
		case 'numbers': {
			const { values, nulls } = vector;
			const read = numberReader(vector);
			return (row) => (nulls?.[row] === 1 ? null : read(values[row] ?? 0));
		}
		case 'texts':
			return (row) => (vector.nulls?.[row] === 1 ? null : textAt(vector, row));
		case 'labels': {
			const known: (string | undefined)[] = [];
			return (row) => {
				const code = vector.codes[row] ?? 0;
				return vector.nulls?.[row] === 1 ? null : (known[code] ??= textAt(vector.labels, code));
			};
		}
		default:
			return assertNever(vector);
	}
}

function numberReader({ meaning, scale }: NumberVector): (value: number) => SourceValue {
	switch (meaning) {
		case 'integer':
		case 'double':
			return (value) => value;
		case 'decimal': {
			const power = 10 ** scale;
			// Both are exact, and a division rounds correctly.
			return (value) => value / power;
		}
		case 'date':
			return isoDate;
		case 'timestamp':
			return (value) => new Date(value);
		case 'boolean':
			return (value) => value === 1;
		default:
			return assertNever(meaning);
	}
}

/** Bytes that are no UTF-8 are shown as such. */
export function textAt({ bytes, starts, ends }: Texts, place: number): string {
	return decoder.decode(bytes.subarray(starts[place], ends[place]));
}
