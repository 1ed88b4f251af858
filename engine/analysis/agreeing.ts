import type { Comparison } from '#shared/model/numberRecord.ts';

/**
 * The interval, so that it tells the same story as the decision. Welch, Fieller and the score interval are dual to their
 * tests and are returned as they are. Newcombe's difference and Fisher's exact test are not quite: where they disagree with
 * the decision about "no effect", the bound on that side is set to 0, which changes it by little in border cases.
 */
export function agreeing(comparison: Comparison | null, isSignificant: boolean | null): Comparison | null {
	if (comparison === null || isSignificant === null) {
		return comparison;
	}
	const { value, low, high } = comparison;
	const excludesZero = (low !== null && low > 0) || (high !== null && high < 0);
	if (excludesZero === isSignificant || value === 0) {
		return comparison;
	}
	return value > 0
		? { ...comparison, low: low === null ? null : 0 }
		: { ...comparison, high: high === null ? null : 0 };
}
