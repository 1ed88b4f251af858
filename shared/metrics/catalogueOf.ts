import type { MetricFacts } from './MetricFacts.ts';

/** Throws when two entries share an id or a name. */
export function catalogueOf(entries: readonly MetricFacts[]): readonly MetricFacts[] {
	const seen = new Set<string>();
	for (const { id, name } of entries) {
		for (const key of [id, name]) {
			if (seen.has(key)) {
				throw new Error(`Two metrics are called ${key}`);
			}
			seen.add(key);
		}
	}
	return entries;
}
