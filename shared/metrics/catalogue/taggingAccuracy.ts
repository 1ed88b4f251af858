import type { MetricFacts } from '../MetricFacts.ts';

export const taggingAccuracy: MetricFacts = {
	id: 'M75',
	name: 'tagging_accuracy',
	label: 'Tagging accuracy',
	definition:
		'Share of tagged customers whose tag in the CRM is the name of the segment that they are computed to be in.',
	formula: 'customers whose tag is their segment / customers with a tag',
	unit: 'share',
	direction: 'higher',
	sources: ['000'],
	isStandardFormula: false,
	intervals: 'wilson',
	shape: { kind: 'counted', count: 'tag-accuracy' },
	needs: [{ role: 'customers', field: 'tag' }],
	missing: 'Needs the column with the segment in the CRM, in the customers table.',
	treatment:
		'Case and spaces around a tag do not count. A customer without a tag is left out; a tag that is no segment is a wrong one. Without a tagged customer there is no value.',
	caution: null,
	benchmarks: [],
};
