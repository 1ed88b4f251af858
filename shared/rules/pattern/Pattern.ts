import type { CharacterSet } from './characterSet.ts';

/**
 * The pattern of `matches`: a regular expression in the strict sense, so that whether a text matches is decided in time
 * linear in the text. Its grammar (a subset of RE2's, with the same meaning):
 *
 *   pattern  = [ "(?i)" ] choice
 *   choice   = sequence { "|" sequence }
 *   sequence = { piece [ "*" | "+" | "?" | "{m}" | "{m,}" | "{m,n}" ] }        each optionally followed by "?"
 *   piece    = letter | "." | "^" | "$" | "[…]" | "[^…]" | "\d \w \s \D \W \S \t \n \r" | "\" punctuation
 *            | "(" choice ")" | "(?:" choice ")"
 *
 * Back references, look-around and word boundaries are refused.
 */
export type Pattern =
	| { readonly kind: 'set'; readonly set: CharacterSet }
	| { readonly kind: 'start' }
	| { readonly kind: 'end' }
	| { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
	| { readonly kind: 'choice'; readonly options: readonly Pattern[] }
	/** `most` is null for "any number of times". */
	| { readonly kind: 'repeat'; readonly part: Pattern; readonly least: number; readonly most: number | null };

/** Steps a pattern may have after its repeats are written out; bounds the work per character of text. */
export const MAX_PATTERN_STEPS = 1000;

export class PatternError extends Error {
	/** Offset into the pattern. */
	readonly position: number;

	constructor(position: number, message: string) {
		super(message);
		this.position = position;
	}
}

/** Steps (instructions of the automaton) that a pattern needs. */
export function patternSteps(pattern: Pattern): number {
	switch (pattern.kind) {
		case 'set':
		case 'start':
		case 'end':
			return 1;
		case 'sequence':
			return pattern.parts.reduce((sum, part) => sum + patternSteps(part), 0);
		case 'choice':
			return pattern.options.reduce((sum, option) => sum + patternSteps(option) + 1, -1);
		case 'repeat': {
			const steps = patternSteps(pattern.part);
			const optional = pattern.most === null ? 1 : pattern.most - pattern.least;
			return pattern.least * steps + optional * (steps + 1);
		}
	}
}
