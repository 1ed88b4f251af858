import type { AllowedBins, BinnedField } from './BinnedField.ts';

/** How a node is divided: entry c of `parts` says which bins of the field go to child c; each bin goes to exactly one. */
export interface Split {
	readonly field: BinnedField;
	readonly parts: readonly AllowedBins[];
	/** Fall of the impurity; see `explained`. */
	readonly gain: number;
	/** Natural logarithm of the adjusted p value; null for CART, which does not test. */
	readonly logP: number | null;
}
