import type { ValueType } from '#shared/rules/TypedRule.ts';

/** What the proof knows about a field: every value that a customer could have, not only those of the customers at hand. */
export interface ProofField {
	readonly name: string;
	readonly type: ValueType;
	/** Numbers: decimal places of exact decimals (0 for whole numbers), null for any double. Other types: null. */
	readonly scale: number | null;
	/** False where every customer has a value. */
	readonly isNullable: boolean;
	/** Numbers, dates, moments: the smallest and largest value possible, in stored units; null where there is no limit. */
	readonly least: number | null;
	readonly most: number | null;
	/** Text: every label that can occur; null where any text can. */
	readonly labels: readonly string[] | null;
	/** Text: values that make a witness easy to recognise. */
	readonly known: readonly string[];
}

/** A value as columns store it: whole units of the scale, days, milliseconds, text, true or false; null is "no value". */
export type StoredValue = number | string | boolean | null;

/** A field of which nothing but its type is known. */
export function anyField(name: string, type: ValueType): ProofField {
	return { name, type, scale: null, isNullable: true, least: null, most: null, labels: null, known: [] };
}
