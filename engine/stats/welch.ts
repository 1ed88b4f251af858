import { criticalValue } from './criticalValue.ts';
import type { Estimate, PointEstimate } from './Estimate.ts';
import { studentTTwoSided } from './studentT.ts';

/** Difference first minus second, in the unit of the estimates. */
export interface WelchResult {
	readonly difference: Estimate;
	readonly standardError: number | null;
	/** Satterthwaite's; not whole. */
	readonly degreesOfFreedom: number | null;
	readonly t: number | null;
	/** Two-sided. */
	readonly p: number | null;
}

/**
 * Welch's comparison of two independent estimates with their own variances v (means, or ratios of sums):
 * t = (a - b)/√(v_a + v_b), df = (v_a + v_b)²/(v_a²/(n_a-1) + v_b²/(n_b-1)), interval (a - b) ± t(df)·√(v_a + v_b).
 * The interval excludes 0 exactly when p < 1 - level.
 *
 * Null if either estimate is (empty group). A group of one customer, or both groups without spread: the difference without
 * bounds and without a test. One group without spread counts with variance 0 and the other's degrees of freedom.
 * Source: Welch 1947; same as R `t.test(x, y)`.
 */
export function welch(first: PointEstimate | null, second: PointEstimate | null, level: number): WelchResult | null {
	if (first === null || second === null) {
		return null;
	}
	const value = first.value - second.value;
	const degreesOfFreedom = satterthwaite(first, second);
	if (degreesOfFreedom === null) {
		const difference = { value, low: null, high: null, level };
		return { difference, standardError: null, degreesOfFreedom, t: null, p: null };
	}
	const standardError = Math.sqrt((first.variance ?? 0) + (second.variance ?? 0));
	const half = criticalValue(level, degreesOfFreedom) * standardError;
	const t = value / standardError;
	return {
		difference: { value, low: value - half, high: value + half, level },
		standardError,
		degreesOfFreedom,
		t,
		p: studentTTwoSided(t, degreesOfFreedom),
	};
}

/** Written with the variances' shares, so that very small or large units neither underflow nor overflow. */
function satterthwaite(first: PointEstimate, second: PointEstimate): number | null {
	const variance = (first.variance ?? 0) + (second.variance ?? 0);
	if (first.n < 2 || second.n < 2 || variance === 0) {
		return null;
	}
	const share = (first.variance ?? 0) / variance;
	return 1 / ((share * share) / (first.n - 1) + ((1 - share) * (1 - share)) / (second.n - 1));
}
