import type { MetricFacts } from '../MetricFacts.ts';

export const revenuePerMember: MetricFacts = {
	id: 'M06',
	name: 'revenue_per_member',
	label: 'Revenue per member',
	definition: 'Average revenue of a customer of the segment, buyers and others, up to the as-of date.',
	formula: 'revenue / customers',
	unit: 'money',
	direction: 'higher',
	sources: ['002'],
	isStandardFormula: false,
	intervals: 'welch',
	shape: { kind: 'per-member', measure: 'revenue' },
	needs: [{ role: 'orders', field: 'revenue' }],
	missing: 'Needs the revenue column of the orders table.',
	treatment: 'Customers without an order count with 0. An empty segment has no value.',
	caution: null,
	benchmarks: [],
};
