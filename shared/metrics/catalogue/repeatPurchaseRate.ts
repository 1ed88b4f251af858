import type { MetricFacts } from '../MetricFacts.ts';

export const repeatPurchaseRate: MetricFacts = {
	id: 'M56',
	name: 'repeat_purchase_rate',
	label: 'Repeat purchase rate',
	definition: 'Share of the buyers of the segment who bought more than once up to the as-of date.',
	formula: 'customers with more than one order / customers with an order',
	unit: 'share',
	direction: 'higher',
	sources: ['000', '002'],
	isStandardFormula: false,
	intervals: 'wilson',
	shape: { kind: 'ratio', numerator: 'repeat_buyers', denominator: 'buyers' },
	needs: [{ role: 'orders', field: null }],
	missing: 'Needs an orders table.',
	treatment: 'Customers without an order do not count. Without a buyer there is no value.',
	caution: null,
	benchmarks: [],
};
