import type { StoredValue } from './ProofField.ts';

/** Sets of truths: false, true and unknown as one bit each, as in the numbers of Truth. */
export const FALSE = 1;
export const TRUE = 2;
export const UNKNOWN = 4;
export const ANY = 7;

/** Values of a variable that no condition at hand tells apart. */
export interface Cell {
	/** Per condition the truths that it can have here; more than one only where the conditions could not be seen through. */
	readonly masks: Uint8Array;
	/** Some of its values, the plainest first; none where it is not known whether there are any. */
	readonly values: readonly StoredValue[];
	/** Some of the ranges of numbers, dates or moments that it is made of, both ends included. */
	readonly ranges: readonly (readonly [low: number, high: number])[];
	/** The least and the greatest of all its values, in stored units; null where they are not known. */
	readonly limits: readonly [low: number, high: number] | null;
	readonly isNull: boolean;
	/** Whether `values` holds all of its values, namely one. */
	readonly isPoint: boolean;
}
