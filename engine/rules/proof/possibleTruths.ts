import { FALSE, TRUE, UNKNOWN } from './Cell.ts';
import type { Atom, Formula } from './Variable.ts';

/** Exchanges true and false in a set of truths. */
export function flipped(mask: number): number {
	return (mask & UNKNOWN) | ((mask & TRUE) >> 1) | ((mask & FALSE) << 1);
}

/**
 * The truths that a formula can have when each of its conditions can have certain ones. Conditions are taken as if they did not
 * hang together, so the set can be too large but never too small. Three-valued logic as in the evaluator.
 */
export function possibleTruths(formula: Formula, of: (atom: Atom) => number): number {
	switch (formula.kind) {
		case 'atom':
			return of(formula.atom);
		case 'constant':
			return 1 << formula.truth;
		case 'and':
			return conjunction(formula.parts, (part) => possibleTruths(part, of));
		case 'or':
			return flipped(conjunction(formula.parts, (part) => flipped(possibleTruths(part, of))));
		case 'not':
			return flipped(possibleTruths(formula.part, of));
		case 'same':
			return sameness(possibleTruths(formula.left, of), possibleTruths(formula.right, of));
		case 'is-unknown': {
			const mask = possibleTruths(formula.part, of);
			return ((mask & UNKNOWN) === 0 ? 0 : TRUE) | ((mask & (TRUE | FALSE)) === 0 ? 0 : FALSE);
		}
		case 'first-known': {
			let result = 0;
			for (const part of formula.parts) {
				const mask = possibleTruths(part, of);
				result |= mask & (TRUE | FALSE);
				if ((mask & UNKNOWN) === 0) {
					return result;
				}
			}
			return result | UNKNOWN;
		}
	}
}

function conjunction(parts: readonly Formula[], of: (part: Formula) => number): number {
	let canBeFalse = 0;
	let canAllBeTrue = TRUE;
	let canBeUnknown = 0;
	let canAvoidFalse = UNKNOWN;
	for (const part of parts) {
		const mask = of(part);
		canBeFalse |= mask & FALSE;
		canAllBeTrue &= mask;
		canBeUnknown |= mask & UNKNOWN;
		canAvoidFalse &= (mask & (TRUE | UNKNOWN)) === 0 ? 0 : UNKNOWN;
	}
	return canBeFalse | canAllBeTrue | (canBeUnknown & canAvoidFalse);
}

function sameness(left: number, right: number): number {
	const both = left & right & (TRUE | FALSE);
	const isSplit = ((left & TRUE) !== 0 && (right & FALSE) !== 0) || ((left & FALSE) !== 0 && (right & TRUE) !== 0);
	return (both === 0 ? 0 : TRUE) | (isSplit ? FALSE : 0) | ((left | right) & UNKNOWN);
}
