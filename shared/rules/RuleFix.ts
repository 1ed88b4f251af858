/** A repair that a person can accept: pieces of the rule's text to replace, in order and apart from each other. */
export interface RuleFix {
	/** What it does, as on a button: `Write "Home country"`. */
	readonly title: string;
	readonly edits: readonly RuleEdit[];
}

export interface RuleEdit {
	/** Offsets into the text, UTF-16 code units, `to` exclusive. */
	readonly from: number;
	readonly to: number;
	readonly insert: string;
}

/** The text after a repair. */
export function applyFix(text: string, { edits }: RuleFix): string {
	return edits
		.toReversed()
		.reduce((result, { from, to, insert }) => result.slice(0, from) + insert + result.slice(to), text);
}

export function replacing(span: { readonly from: number; readonly to: number }, insert: string): RuleFix {
	return { title: `Write ${insert}`, edits: [{ from: span.from, to: span.to, insert }] };
}
