import type { MetricFacts } from '#shared/metrics/MetricFacts.ts';
import { assertNever } from '#shared/base/assertNever.ts';
import { shareOfTotal } from '../stats/shareOfTotal.ts';
import { totalInterval } from '../stats/totalInterval.ts';
import { wilsonInterval } from '../stats/wilsonInterval.ts';
import type { Draft } from './Draft.ts';
import { draft } from './Draft.ts';
import type { MetricSource } from './MetricPlan.ts';
import type { ScorecardContext, ScorecardRow } from './ScorecardContext.ts';
import { toBounds } from './toBounds.ts';

export type TotalShape = Extract<MetricFacts['shape'], { kind: 'count' | 'penetration' | 'total' | 'share-of-total' }>;

/** Sizes, totals and parts of a total: no baseline, because a larger segment has more of everything. */
export function totalDraft(
	shape: TotalShape,
	source: MetricSource,
	{ sums, settings: { level } }: ScorecardContext,
	{ index, people }: ScorecardRow,
): Draft {
	const base = sums.customers(null, 'all');
	const own = sums.statistics(source, index, 'all');
	const common = { n: people, numerator: own.sumX, sizes: [{ n: people, events: null }] };
	switch (shape.kind) {
		case 'count':
			return draft({ ...common, value: people, method: 'Count of customers, complete, so without an interval' });
		case 'penetration':
			return draft({
				...common,
				n: base,
				value: base === 0 ? null : people / base,
				denominator: base,
				interval: index === null ? null : toBounds(wilsonInterval(people, base, level)),
				method: 'Proportion of the base, Wilson interval',
				reason: base === 0 ? 'The base has no customers.' : null,
			});
		case 'total':
			return draft({
				...common,
				value: own.sumX,
				interval: toBounds(totalInterval(own, level)),
				method: 'Exact total; Student t interval by customer, for as many customers like these',
			});
		case 'share-of-total': {
			const estimate = shareOfTotal(own, sums.statistics(source, index, 'rest'), level);
			return draft({
				...common,
				value: estimate?.value ?? null,
				denominator: sums.statistics(source, null, 'all').sumX,
				interval: toBounds(estimate),
				method: 'Part of the total, interval by customer (delta method)',
				reason: estimate === null ? 'The total of the base is 0.' : null,
			});
		}
		default:
			return assertNever(shape);
	}
}
