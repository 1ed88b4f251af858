import type { MetricFacts } from '../MetricFacts.ts';

export const conversionLift: MetricFacts = {
	id: 'M31',
	name: 'conversion_lift',
	label: 'Conversion lift',
	definition:
		'How much higher the conversion rate of treated customers is than that of the control customers in the same segment.',
	formula: '(rate of treatment - rate of control) / rate of control; difference in percentage points',
	unit: 'relative',
	direction: 'higher',
	sources: ['000', '004'],
	isStandardFormula: false,
	intervals: 'wilson',
	shape: { kind: 'arm-rate', measure: 'converted_customers' },
	needs: [
		{ role: 'recipients', field: 'converted' },
		{ role: 'recipients', field: 'arm' },
	],
	missing:
		'Needs the arm and conversion columns of the recipients table, and the values that mean treatment and control.',
	treatment:
		'The unit is the customer: converted means at least one conversion in a campaign row of treatment or control; other rows are left out. Customers in both arms or in neither are left out. Without a conversion in the control there is a difference but no lift.',
	caution: null,
	benchmarks: [],
};
