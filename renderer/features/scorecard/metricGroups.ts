import type { Analysis } from '#shared/model/analysis.ts';
import type { MetricFacts } from '#shared/metrics/MetricFacts.ts';

export type MetricGroupId = 'size' | 'value' | 'response' | 'lift' | 'data';

export interface MetricGroup {
	readonly id: MetricGroupId;
	readonly label: string;
	readonly metrics: readonly MetricFacts[];
}

const labels: readonly (readonly [MetricGroupId, string])[] = [
	['size', 'Size'],
	['value', 'Value'],
	['response', 'Response to campaigns'],
	['lift', 'Lift of campaigns'],
	['data', 'Data and tags'],
];

/** Metrics under the headings of the scorecard, in the order of the catalogue; empty groups are left out. */
export function metricGroups(metrics: readonly MetricFacts[]): readonly MetricGroup[] {
	return labels
		.map(([id, label]) => ({ id, label, metrics: metrics.filter((metric) => groupOf(metric) === id) }))
		.filter((group) => group.metrics.length > 0);
}

function groupOf({ shape, needs }: MetricFacts): MetricGroupId {
	switch (shape.kind) {
		case 'count':
		case 'penetration':
			return 'size';
		case 'member-share':
			return 'response';
		case 'arm-rate':
		case 'arm-mean':
			return 'lift';
		case 'counted':
			return 'data';
		case 'total':
		case 'share-of-total':
		case 'per-member':
		case 'ratio':
			return needs.some((need) => need.role === 'recipients') ? 'response' : 'value';
	}
}

/** Metrics that have a value somewhere; the others need data that is not there. */
export function metricsWithValues(analysis: Analysis): ReadonlySet<string> {
	return new Set(analysis.numbers.filter((record) => record.value !== null).map((record) => record.metric));
}
