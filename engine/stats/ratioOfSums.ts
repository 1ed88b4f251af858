import { centeredMoments } from './centeredMoments.ts';
import type { PointEstimate } from './Estimate.ts';
import { roundingFloor } from './roundingFloor.ts';
import type { SufficientStatistics } from './SufficientStatistics.ts';

/**
 * Ratio of two sums over customers, R = Σx / Σy (revenue per order, pages per visit), with its delta variance by customer:
 * var = (s²_x - 2R·s_xy + R²·s²_y) / (n·ȳ²). Customers are the independent units, not orders: computed from orders as if
 * they were independent, a 95 % interval covers only 73 to 75 % (simulated).
 *
 * Null for n = 0 or Σy = 0. Variance null for n = 1 and where every customer has the same ratio. Customers with y = 0 add
 * nothing to the ratio and next to nothing to its variance, but they do count in n: pass the statistics of those with
 * y > 0, so that n (and the degrees of freedom) are those of the customers who carry information.
 * The delta method needs a denominator that is well away from zero: some dozens of customers.
 * Source: Deng, Knoblich and Lu 2018; the same as Student's t on x - R·y.
 */
export function ratioOfSums(statistics: SufficientStatistics): PointEstimate | null {
	const { n, sumX, sumY } = statistics;
	if (n === 0 || sumY === 0) {
		return null;
	}
	const value = sumX / sumY;
	if (n < 2) {
		return { value, variance: null, n };
	}
	const { xx, yy, xy } = centeredMoments(statistics);
	const terms = [xx, -2 * value * xy, value * value * yy] as const;
	const scale = Math.abs(terms[0]) + Math.abs(terms[1]) + Math.abs(terms[2]);
	const residual = roundingFloor(terms[0] + terms[1] + terms[2], scale, n);
	const variance = ((residual / (n - 1)) * n) / (sumY * sumY);
	return { value, variance: variance > 0 ? variance : null, n };
}
