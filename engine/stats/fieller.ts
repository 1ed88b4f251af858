import { criticalValue } from './criticalValue.ts';
import type { Estimate, PointEstimate } from './Estimate.ts';

/**
 * Why there is no relative lift: a group is empty; the baseline's mean is zero or negative, so that "x % more" has no
 * meaning; a variance is unknown; or the baseline is too close to zero for its noise (g >= 1).
 */
export type FiellerReason = 'no-data' | 'baseline-not-positive' | 'no-spread' | 'baseline-too-close-to-zero';

/** `lift` is a ratio minus one (0.15 = 15 % higher); exactly one of `lift` and `reason` is null. */
export interface FiellerResult {
	readonly lift: Estimate | null;
	readonly reason: FiellerReason | null;
	/** crit²·v_C / x̄_C²: how uncertain the baseline is; the interval is bounded only below 1. Null if not computed. */
	readonly g: number | null;
}

/**
 * Fieller's interval for the relative lift of one independent estimate over another, R = T / C:
 * [R ± (k/C)·√(R²·v_C + (1-g)·v_T)] / (1-g) - 1, g = k²·v_C/C², v the variances of the estimates.
 *
 * k is the normal quantile, or Student's t where degrees of freedom are given. With Welch's degrees of freedom the interval
 * excludes 0 exactly when Welch's p < 1 - level, so difference, lift and test tell one story; for hundreds of customers
 * both are the same. One group without spread counts with variance 0 (n of at least 2 each); both without: no lift.
 * Source: Fieller 1954; von Luxburg and Franz 2009. The formula in older copies of Statsig's documentation is wrong.
 */
export function fieller(
	treatment: PointEstimate | null,
	control: PointEstimate | null,
	level: number,
	degreesOfFreedom: number | null,
): FiellerResult {
	if (treatment === null || control === null) {
		return { lift: null, reason: 'no-data', g: null };
	}
	if (!(control.value > 0)) {
		return { lift: null, reason: 'baseline-not-positive', g: null };
	}
	const varianceT = treatment.variance ?? 0;
	const varianceC = control.variance ?? 0;
	if (treatment.n < 2 || control.n < 2 || varianceT + varianceC === 0) {
		return { lift: null, reason: 'no-spread', g: null };
	}
	const k = criticalValue(level, degreesOfFreedom);
	const g = (k * k * varianceC) / (control.value * control.value);
	if (g >= 1) {
		return { lift: null, reason: 'baseline-too-close-to-zero', g };
	}
	const ratio = treatment.value / control.value;
	const half = (k / control.value) * Math.sqrt(ratio * ratio * varianceC + (1 - g) * varianceT);
	const bound = (side: 1 | -1): number => (ratio - 1 + g + side * half) / (1 - g);
	return { lift: { value: ratio - 1, low: bound(-1), high: bound(1), level }, reason: null, g };
}
