import type { MetricFacts } from '../MetricFacts.ts';

export const contributionToSales: MetricFacts = {
	id: 'M05',
	name: 'contribution_to_sales',
	label: 'Contribution to sales',
	definition: 'Share of the revenue of the whole base that comes from the segment.',
	formula: 'revenue of the segment / revenue of the base',
	unit: 'share',
	direction: 'higher',
	sources: ['001', '003'],
	isStandardFormula: false,
	intervals: 'bootstrap',
	shape: { kind: 'share-of-total', measure: 'revenue' },
	needs: [{ role: 'orders', field: 'revenue' }],
	missing: 'Needs the revenue column of the orders table.',
	treatment: 'Customers without an order add 0. There is no value when the base has no revenue.',
	caution: null,
	benchmarks: [],
};
