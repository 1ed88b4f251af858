/** A change that takes an overlap away, or settles who gets the customers in it. Ids are those of segments. */
export type Repair =
	/** Puts a segment right before an earlier one. */
	| { readonly kind: 'move'; readonly id: string; readonly before: string }
	/** Narrows rules by others, all at once: whoever matches one of `without` no longer matches. */
	| { readonly kind: 'subtract'; readonly steps: readonly SubtractStep[] }
	/** Makes one segment of two, in the place and under the name of the first. */
	| { readonly kind: 'merge'; readonly first: string; readonly second: string }
	/** Makes a segment of its own of those who match both, and narrows both by each other. */
	| { readonly kind: 'split'; readonly first: string; readonly second: string }
	| { readonly kind: 'remove'; readonly id: string };

export interface SubtractStep {
	readonly id: string;
	readonly without: readonly string[];
}
