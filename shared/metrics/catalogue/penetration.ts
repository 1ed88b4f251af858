import type { MetricFacts } from '../MetricFacts.ts';

export const penetration: MetricFacts = {
	id: 'M02',
	name: 'penetration',
	label: 'Penetration',
	definition: 'Share of the customer base that belongs to the segment.',
	formula: 'customers of the segment / customers of the base',
	unit: 'share',
	direction: 'neutral',
	sources: ['002'],
	isStandardFormula: false,
	intervals: 'wilson',
	shape: { kind: 'penetration' },
	needs: [],
	missing: 'Needs at least one table with a customer column.',
	treatment: 'Every customer of the base counts once. Without customers there is no value.',
	caution: null,
	benchmarks: [],
};
