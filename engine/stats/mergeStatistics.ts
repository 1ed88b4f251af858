import { recenterStatistics } from './recenterStatistics.ts';
import type { SufficientStatistics } from './SufficientStatistics.ts';

/**
 * The statistics of two disjoint groups taken together, about the first one's centres. Plain addition where the centres
 * are equal (the usual case); otherwise the second group is moved to the first one's centres. An empty group changes nothing.
 */
export function mergeStatistics(first: SufficientStatistics, second: SufficientStatistics): SufficientStatistics {
	if (first.n === 0) {
		return second;
	}
	const { centerX, centerY } = first;
	const isShared = second.centerX === centerX && second.centerY === centerY;
	const moved = isShared || second.n === 0 ? second : recenterStatistics(second, centerX, centerY);
	return {
		n: first.n + moved.n,
		sumX: first.sumX + moved.sumX,
		sumY: first.sumY + moved.sumY,
		centerX,
		centerY,
		sumXX: first.sumXX + moved.sumXX,
		sumYY: first.sumYY + moved.sumYY,
		sumXY: first.sumXY + moved.sumXY,
	};
}
