import type { Heterogeneity } from '#shared/model/analysis.ts';
import type { PointEstimate } from '../stats/Estimate.ts';
import { cochranQ } from '../stats/cochranQ.ts';
import { logRiskRatio } from '../stats/logRiskRatio.ts';
import { meanEstimate } from '../stats/meanEstimate.ts';
import type { PlannedMetric } from './MetricPlan.ts';
import type { SegmentSums } from './SegmentSums.ts';

/**
 * Whether the effect of the treatment differs between segments, for each metric that compares the arms: log risk ratios of
 * rates, differences of means. "Significant here, not there" is no evidence of that. Metrics with fewer than two segments
 * whose effect has a variance are left out.
 */
export function effectHeterogeneity(
	metrics: readonly PlannedMetric[],
	sums: SegmentSums,
	segments: number,
): readonly Heterogeneity[] {
	return metrics.flatMap(({ facts, source }) => {
		const { kind } = facts.shape;
		if (source === null || (kind !== 'arm-rate' && kind !== 'arm-mean')) {
			return [];
		}
		const effects = Array.from({ length: segments }, (_, index): PointEstimate | null => {
			const treated = sums.statistics(source, index, 'treatment');
			const control = sums.statistics(source, index, 'control');
			return kind === 'arm-rate'
				? logRiskRatio(treated.sumX, treated.n, control.sumX, control.n)
				: differenceOf(meanEstimate(treated), meanEstimate(control));
		});
		const result = cochranQ(effects);
		return result === null
			? []
			: [{ metric: facts.id, q: result.q, degreesOfFreedom: result.degreesOfFreedom, p: result.p }];
	});
}

function differenceOf(first: PointEstimate | null, second: PointEstimate | null): PointEstimate | null {
	if (first === null || second === null || first.variance === null || second.variance === null) {
		return null;
	}
	return {
		value: first.value - second.value,
		variance: first.variance + second.variance,
		n: first.n + second.n,
	};
}
