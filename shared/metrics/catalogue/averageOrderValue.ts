import type { MetricFacts } from '../MetricFacts.ts';

export const averageOrderValue: MetricFacts = {
	id: 'M07',
	name: 'aov',
	label: 'Average order value',
	definition: 'Revenue of an average order.',
	formula: 'revenue / orders',
	unit: 'money',
	direction: 'higher',
	sources: ['000', '001'],
	isStandardFormula: false,
	intervals: 'ratio-of-sums',
	shape: { kind: 'ratio', numerator: 'revenue', denominator: 'orders' },
	needs: [{ role: 'orders', field: 'revenue' }],
	missing: 'Needs the revenue column of the orders table.',
	treatment:
		'Aggregated by customer first, because orders of one customer are alike. Customers without an order do not count. Without an order there is no value.',
	caution: null,
	benchmarks: [],
};
