import type { MetricShape } from '#shared/metrics/MetricFacts.ts';
import type { NumberUnit } from '#shared/model/numberRecord.ts';
import type { Family } from './Contrast.ts';
import { meanFamily, rateFamily, ratioFamily } from './estimateFamily.ts';
import type { MetricSource } from './MetricPlan.ts';
import { proportionFamily } from './proportionFamily.ts';
import type { SegmentSums } from './SegmentSums.ts';

/** Metrics that are compared between groups; the others are sizes, totals and effects of a treatment. */
export type ComparedShape = Extract<MetricShape, { kind: 'per-member' | 'member-share' | 'counted' | 'ratio' }>;

/** The estimators of a metric that is compared between groups (STATISTICS D2). */
export function familyOf({ kind }: ComparedShape, unit: NumberUnit, source: MetricSource, sums: SegmentSums): Family {
	switch (kind) {
		case 'per-member':
			return meanFamily;
		case 'member-share':
			return proportionFamily;
		case 'counted':
		case 'ratio':
			return sums.isProportion(source) ? proportionFamily : unit === 'share' ? rateFamily : ratioFamily;
	}
}
