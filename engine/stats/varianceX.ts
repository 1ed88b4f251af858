import { centeredMoments } from './centeredMoments.ts';
import type { SufficientStatistics } from './SufficientStatistics.ts';

/** Sample variance of x between customers, Σ(x - x̄)² / (n - 1), in the squared unit of x; null for n < 2. */
export function varianceX(statistics: SufficientStatistics): number | null {
	return statistics.n > 1 ? centeredMoments(statistics).xx / (statistics.n - 1) : null;
}
