import type { MetricFacts } from '../MetricFacts.ts';

export const revenue: MetricFacts = {
	id: 'M04',
	name: 'revenue',
	label: 'Revenue',
	definition: 'Revenue of all orders of the customers of the segment, up to the as-of date.',
	formula: 'sum of revenue',
	unit: 'money',
	direction: 'higher',
	sources: ['000', '002', '003'],
	isStandardFormula: false,
	intervals: 'bootstrap',
	shape: { kind: 'total', measure: 'revenue' },
	needs: [{ role: 'orders', field: 'revenue' }],
	missing: 'Needs the revenue column of the orders table.',
	treatment:
		'Customers without an order add 0. Order rows without a revenue add nothing and are counted as a problem. An empty segment has 0.',
	caution: null,
	benchmarks: [],
};
