import type { MetricFacts } from '../MetricFacts.ts';

export const segmentSize: MetricFacts = {
	id: 'M01',
	name: 'segment_size',
	label: 'Segment size',
	definition: 'Number of customers whose first matching rule is the rule of the segment.',
	formula: 'customers of the segment',
	unit: 'people',
	direction: 'neutral',
	sources: ['002'],
	isStandardFormula: false,
	intervals: 'none',
	shape: { kind: 'count' },
	needs: [],
	missing: 'Needs at least one table with a customer column.',
	treatment: 'Every customer of the base counts once. An empty segment has 0 people.',
	caution: null,
	benchmarks: [{ id: 'B15', label: 'Data points per segment', low: 100, high: 200, source: '000' }],
};
