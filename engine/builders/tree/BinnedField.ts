/** At most this many bins per field, so that a bin fits into a byte beside "no value". */
export const MAX_BINS = 254;

/**
 * One field of every customer as a small code. Codes 0 to bins - 1 are values, the code `bins` is "no value". Bins of an ordered field
 * rise with the value, so that a condition on it is a range of bins.
 */
export interface BinnedField {
	readonly name: string;
	readonly codes: Uint8Array;
	readonly bins: number;
	/** Whether a customer can lack the value at all. */
	readonly hasMissing: boolean;
	/** Whether every value that occurs has a bin of its own. */
	readonly isExact: boolean;
	readonly words: BinWords;
}

/** How bins are written in the rule language. */
export type BinWords =
	| {
			readonly kind: 'ordered';
			/** Entry b stands between bins b and b + 1: `field <= limit` is true for bins up to b and no others. */
			readonly limits: readonly string[];
			/** The value of a bin of whole numbers that can hold no other, else null. */
			readonly only: readonly (string | null)[];
	  }
	| { readonly kind: 'boolean' }
	| {
			readonly kind: 'labels';
			/** The label of each bin but the last, which is for labels too rare for a bin of their own and for those yet unseen. */
			readonly labels: readonly string[];
	  };

/** Bins that a node lets in: entry `bins` is "no value". */
export type AllowedBins = Uint8Array;

export function allBins(field: BinnedField): AllowedBins {
	return new Uint8Array(field.bins + 1).fill(1);
}
