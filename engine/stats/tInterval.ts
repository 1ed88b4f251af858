import { criticalValue } from './criticalValue.ts';
import type { Estimate, PointEstimate } from './Estimate.ts';

/**
 * value ± t(n - 1)·√variance, in the unit of the estimate. Null stays null; both bounds are null where the variance is.
 * Relies on the mean being close to normal: for zero-inflated revenue coverage is about .94 at 100 customers and .95 at
 * 200 (simulated).
 */
export function tInterval(estimate: PointEstimate | null, level: number): Estimate | null {
	if (estimate === null) {
		return null;
	}
	const { value, variance, n } = estimate;
	if (variance === null) {
		return { value, low: null, high: null, level };
	}
	const half = criticalValue(level, n - 1) * Math.sqrt(variance);
	return { value, low: value - half, high: value + half, level };
}
