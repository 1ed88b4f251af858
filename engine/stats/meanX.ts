import type { SufficientStatistics } from './SufficientStatistics.ts';

/** Mean of x per customer, Σx / n, in the unit of x; null for an empty group. */
export function meanX(statistics: SufficientStatistics): number | null {
	return statistics.n > 0 ? statistics.sumX / statistics.n : null;
}
