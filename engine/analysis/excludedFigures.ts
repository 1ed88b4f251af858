import type { Excluded } from '#shared/model/analysis.ts';
import type { ExclusionResult } from '#shared/model/segmentation.ts';
import type { PlannedMetric } from './MetricPlan.ts';
import type { SegmentSums } from './SegmentSums.ts';

/** What the excluded would have added to people, orders and revenue: so that segments and excluded can be added up to everybody. */
export function excludedFigures(
	exclusions: readonly ExclusionResult[],
	metrics: readonly PlannedMetric[],
	sums: SegmentSums,
): Excluded {
	const total = (measure: string): number | null => {
		for (const { facts, source } of metrics) {
			if ('measure' in facts.shape && facts.shape.measure === measure && source?.kind === 'column') {
				return sums.excludedTotal(source.slot);
			}
		}
		return null;
	};
	return {
		people: exclusions.reduce((sum, { people }) => sum + people, 0),
		orders: total('orders'),
		revenue: total('revenue'),
		rules: exclusions.map(({ id, name, people, matches, missingData }) => ({ id, name, people, matches, missingData })),
	};
}
