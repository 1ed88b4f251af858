import { criticalValue } from './criticalValue.ts';
import type { Estimate } from './Estimate.ts';
import type { SufficientStatistics } from './SufficientStatistics.ts';

/**
 * A segment's share of a total, R = Σ_segment x / Σ_all x (contribution to sales, 0 to 1 where no x is negative), with the
 * delta interval by customer. It is the ratio of sums of x·[in segment] and x over all customers, whose residual is
 * (1-R)·x inside and -R·x outside, so var = n/(n-1)·((1-R)²·Σ_segment x² + R²·Σ_rest x²) / (Σ_all x)², n all customers.
 * This counts the segment's size as uncertain as well, unlike `totalInterval`.
 *
 * Null where the total is 0. No bounds for n < 2, or where one side holds all of x. A share within 0 to 1 keeps its bounds
 * within 0 to 1; returns can carry a share outside. Source: Cochran 1977, chapter 6 (ratio estimator, linearised).
 */
export function shareOfTotal(
	segment: SufficientStatistics,
	rest: SufficientStatistics,
	level: number,
): Estimate | null {
	const n = segment.n + rest.n;
	const total = segment.sumX + rest.sumX;
	if (n === 0 || total === 0) {
		return null;
	}
	const value = segment.sumX / total;
	const residual = (rest.sumX / total) ** 2 * rawSquares(segment) + value * value * rawSquares(rest);
	if (n < 2 || residual === 0) {
		return { value, low: null, high: null, level };
	}
	const half = (criticalValue(level, n - 1) * Math.sqrt((residual * n) / (n - 1))) / Math.abs(total);
	const isShare = value >= 0 && value <= 1;
	const low = value - half;
	const high = value + half;
	return { value, low: isShare ? Math.max(0, low) : low, high: isShare ? Math.min(1, high) : high, level };
}

/** Σx² about zero, from the squares about the centre; never negative. */
function rawSquares({ n, sumX, centerX, sumXX }: SufficientStatistics): number {
	return Math.max(0, sumXX + centerX * (2 * sumX - n * centerX));
}
