import type { Estimate } from './Estimate.ts';
import { meanEstimate } from './meanEstimate.ts';
import type { SufficientStatistics } from './SufficientStatistics.ts';
import { tInterval } from './tInterval.ts';

/**
 * Student's t interval of the mean of x per customer, x̄ ± t(n-1)·s/√n, in the unit of x.
 * n = 0: null. n = 1 or no spread: the mean without bounds. Same as R `t.test(x)$conf.int`.
 */
export function meanInterval(statistics: SufficientStatistics, level: number): Estimate | null {
	return tInterval(meanEstimate(statistics), level);
}
