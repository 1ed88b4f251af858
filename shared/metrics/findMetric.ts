import { metricList } from './metricList.ts';
import type { MetricFacts } from './MetricFacts.ts';

/** By id (M07) or by name (aov); null when there is no such metric. */
export function findMetric(idOrName: string): MetricFacts | null {
	return metricList.find((metric) => metric.id === idOrName || metric.name === idOrName) ?? null;
}
