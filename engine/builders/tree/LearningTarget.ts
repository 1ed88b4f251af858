/** What a tree learns from its rows: an amount per row (0 and 1 for a yes-or-no outcome), or the class of each row. */
export type LearningTarget =
	| { readonly kind: 'amount'; readonly values: Float64Array }
	| { readonly kind: 'classes'; readonly codes: Uint8Array; readonly classes: number };

export function channelsOf(target: LearningTarget): number {
	return target.kind === 'amount' ? 1 : target.classes;
}
