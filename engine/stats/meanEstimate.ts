import type { PointEstimate } from './Estimate.ts';
import type { SufficientStatistics } from './SufficientStatistics.ts';
import { varianceX } from './varianceX.ts';

/**
 * Mean of x per customer with the variance of that mean, s² / n. Null for an empty group; variance null for n = 1 and
 * where all customers have the same x (no spread seen says nothing about the spread there is).
 */
export function meanEstimate(statistics: SufficientStatistics): PointEstimate | null {
	const { n, sumX } = statistics;
	if (n === 0) {
		return null;
	}
	const variance = varianceX(statistics);
	return { value: sumX / n, variance: variance === null || variance === 0 ? null : variance / n, n };
}
