import type { TreeEstimate } from '#shared/model/treeBuilder.ts';
import { meanEstimate } from '../../stats/meanEstimate.ts';
import { newcombeDifference } from '../../stats/newcombeDifference.ts';
import type { Estimate } from '../../stats/Estimate.ts';
import type { SufficientStatistics } from '../../stats/SufficientStatistics.ts';
import { tInterval } from '../../stats/tInterval.ts';
import { welch } from '../../stats/welch.ts';
import { wilsonInterval } from '../../stats/wilsonInterval.ts';

/** The two parts of some customers. */
export interface LeafStatistics {
	readonly training: SufficientStatistics;
	readonly holdout: SufficientStatistics;
}

/** Rates: Wilson and Newcombe. Means: Student and Welch. Empty parts have no value. */
export function treeEstimate(kind: 'rate' | 'amount', part: SufficientStatistics, level: number): TreeEstimate {
	const estimate = kind === 'rate' ? wilsonInterval(part.sumX, part.n, level) : tInterval(meanEstimate(part), level);
	const { value, low, high } = estimate ?? { value: null, low: null, high: null };
	return { customers: part.n, value, low, high };
}

/** Training less holdout; null where one of them is empty. */
export function treeDifference(
	kind: 'rate' | 'amount',
	{ training, holdout }: LeafStatistics,
	level: number,
): Omit<Estimate, 'level'> | null {
	const found =
		kind === 'rate'
			? newcombeDifference(training.sumX, training.n, holdout.sumX, holdout.n, level)
			: (welch(meanEstimate(training), meanEstimate(holdout), level)?.difference ?? null);
	return found && { value: found.value, low: found.low, high: found.high };
}
