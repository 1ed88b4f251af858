import { assertNever } from '#shared/base/assertNever.ts';
import { benjaminiHochberg } from './benjaminiHochberg.ts';
import { holm } from './holm.ts';

export type CorrectionMethod = 'benjamini-hochberg' | 'holm';

export interface CorrectedComparison {
	readonly pAdjusted: number | null;
	/** Whether pAdjusted is below 1 - level of the family; null where there is no test. */
	readonly isSignificant: boolean | null;
	/** The level at which this comparison's interval is to be computed. */
	readonly level: number;
}

/**
 * Decisions for a family of comparisons, and for each the interval level that agrees with its decision: an interval that
 * is dual to the test (Welch, Fieller with Welch's degrees of freedom, Miettinen–Nurminen with the score test) excludes
 * "no effect" exactly where isSignificant is true. With a = 1 - level, m tests and R findings:
 *
 * Benjamini–Hochberg. Findings get 1 - R·a/m, which keeps the false-coverage rate of the selected intervals at a
 * (Benjamini and Yekutieli 2005). They agree because every finding has p <= p_(R) < R·a/m. The others get 1 - (R+1)·a/m:
 * they have p >= p_(R+1) >= (R+1)·a/m, so their intervals contain "no effect", and no wider level is needed for that.
 *
 * Holm. Bonferroni's 1 - a/m, which covers all true values at once with probability 1 - a. It contains "no effect" for all
 * that Holm keeps. A finding that Holm makes beyond Bonferroni (p >= a/m) gets the level of its step, 1 - a/(m - i) with i
 * smaller p-values before it, because at 1 - a/m its interval would contradict the finding; for those few the joint
 * coverage is weaker than Bonferroni's, while each one's own coverage is still at least `level`.
 *
 * Comparisons without a test get the level of those that were not found. A family without tests keeps the level.
 */
export function correctedComparisons(
	pValues: readonly (number | null)[],
	level: number,
	method: CorrectionMethod,
): readonly CorrectedComparison[] {
	const alpha = 1 - level;
	const adjusted = method === 'holm' ? holm(pValues) : benjaminiHochberg(pValues);
	const tested = pValues.filter((p) => p !== null);
	const findings = adjusted.filter((p) => p !== null && p < alpha).length;
	return pValues.map((p, index) => {
		const pAdjusted = adjusted[index] ?? null;
		const isSignificant = pAdjusted === null ? null : pAdjusted < alpha;
		const tests = spread(method, tested, findings, isSignificant === true ? p : null, alpha);
		return { pAdjusted, isSignificant, level: 1 - alpha / tests };
	});
}

/** Over how many tests alpha is spread for one interval; `found` is the raw p of a finding, null for all others. */
function spread(
	method: CorrectionMethod,
	tested: readonly number[],
	findings: number,
	found: number | null,
	alpha: number,
): number {
	const m = Math.max(1, tested.length);
	switch (method) {
		case 'benjamini-hochberg':
			return m / Math.min(m, found === null ? findings + 1 : findings);
		case 'holm':
			return found === null || found < alpha / m ? m : m - tested.filter((p) => p < found).length;
		default:
			return assertNever(method);
	}
}
