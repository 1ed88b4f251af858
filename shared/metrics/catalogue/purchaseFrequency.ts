import type { MetricFacts } from '../MetricFacts.ts';

export const purchaseFrequency: MetricFacts = {
	id: 'M09',
	name: 'purchase_frequency',
	label: 'Purchase frequency',
	definition: 'Average number of orders of a customer of the segment up to the as-of date.',
	formula: 'orders / customers',
	unit: 'orders',
	direction: 'higher',
	sources: ['003', '002'],
	isStandardFormula: false,
	intervals: 'welch',
	shape: { kind: 'per-member', measure: 'orders' },
	needs: [{ role: 'orders', field: null }],
	missing: 'Needs an orders table.',
	treatment: 'Customers without an order count with 0. An empty segment has no value.',
	caution: null,
	benchmarks: [],
};
