/**
 * A deterministic automaton that reads a text character by character. States are whole numbers; the output of the last state is all
 * that a condition needs to know of the text.
 */
export interface TextMachine {
	readonly start: number;
	step(state: number, codePoint: number): number;
	output(state: number): number;
	/** How much work a step can be, beside looking something up. */
	readonly weight: number;
	/** Code points at which its behaviour can change: from one edge up to the next all characters are alike. */
	readonly edges: readonly number[];
}

export function codePointsOf(text: string): number[] {
	return Array.from(text, (letter) => letter.codePointAt(0)!);
}

/** A single surrogate is no character: parts of texts with one can match inside a character, which automata cannot tell. */
export function isWellFormed(text: string): boolean {
	return !/\p{Surrogate}/u.test(text);
}
