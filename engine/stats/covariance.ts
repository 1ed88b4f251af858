import { centeredMoments } from './centeredMoments.ts';
import type { SufficientStatistics } from './SufficientStatistics.ts';

/** Sample covariance of x and y between customers, Σ(x - x̄)(y - ȳ) / (n - 1); null for n < 2. */
export function covariance(statistics: SufficientStatistics): number | null {
	return statistics.n > 1 ? centeredMoments(statistics).xy / (statistics.n - 1) : null;
}
