import type { MetricFacts } from '../MetricFacts.ts';

export const contributionMarginPerCustomer: MetricFacts = {
	id: 'M16',
	name: 'contribution_margin_per_customer',
	label: 'Contribution margin per customer',
	definition: 'Average revenue less cost of goods or services of a customer of the segment.',
	formula: '(revenue - cost of goods) / customers',
	unit: 'money',
	direction: 'higher',
	sources: ['000'],
	isStandardFormula: false,
	intervals: 'welch',
	shape: { kind: 'per-member', measure: 'margin' },
	needs: [
		{ role: 'orders', field: 'revenue' },
		{ role: 'orders', field: 'cost' },
	],
	missing: 'Needs the revenue and cost columns of the orders table.',
	treatment:
		'Order rows that lack revenue or cost add nothing. Customers without an order count with 0. An empty segment has no value.',
	caution: null,
	benchmarks: [],
};
