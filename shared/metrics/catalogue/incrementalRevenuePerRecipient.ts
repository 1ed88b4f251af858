import type { MetricFacts } from '../MetricFacts.ts';

export const incrementalRevenuePerRecipient: MetricFacts = {
	id: 'M46',
	name: 'irpr',
	label: 'Incremental revenue per recipient',
	definition: 'Campaign revenue per treated customer less campaign revenue per control customer in the same segment.',
	formula: 'campaign revenue of treatment / treated customers - campaign revenue of control / control customers',
	unit: 'money',
	direction: 'higher',
	sources: ['000'],
	isStandardFormula: false,
	intervals: 'welch',
	shape: { kind: 'arm-mean', measure: 'campaign_revenue' },
	needs: [
		{ role: 'recipients', field: 'revenue' },
		{ role: 'recipients', field: 'arm' },
	],
	missing: 'Needs the arm and revenue columns of the recipients table, and the values that mean treatment and control.',
	treatment:
		'The unit is the customer; only campaign rows of treatment or control count. Customers without campaign revenue count with 0. Customers in both arms or in neither are left out.',
	caution: null,
	benchmarks: [{ id: 'B17', label: 'Measurement window of 7 to 30 days', low: null, high: null, source: '000' }],
};
