import type { Estimate } from './Estimate.ts';
import { meanInterval } from './meanInterval.ts';
import type { SufficientStatistics } from './SufficientStatistics.ts';

/**
 * Interval of a total Σx (a segment's revenue): n times the t interval of the mean per customer.
 * It treats the number of customers as given and asks how much n customers like these would spend; the total that was
 * observed is itself exact. With one very large customer it is too narrow, as every interval of a mean is.
 * n = 0: null. n = 1 or no spread: the total without bounds.
 */
export function totalInterval(statistics: SufficientStatistics, level: number): Estimate | null {
	const mean = meanInterval(statistics, level);
	if (mean === null) {
		return null;
	}
	const scaled = (bound: number | null): number | null => (bound === null ? null : bound * statistics.n);
	return { value: statistics.sumX, low: scaled(mean.low), high: scaled(mean.high), level };
}
