import type { MetricFacts } from '../MetricFacts.ts';

export const dataCompleteness: MetricFacts = {
	id: 'M74',
	name: 'data_completeness',
	label: 'Segment data completeness',
	definition: 'Share of the attributes that the rules of the segments read which hold a value.',
	formula: 'attributes with a value / (customers x attributes that rules read)',
	unit: 'share',
	direction: 'higher',
	sources: ['000'],
	isStandardFormula: false,
	intervals: 'wilson',
	shape: { kind: 'counted', count: 'completeness' },
	needs: [{ role: 'customers', field: null }],
	missing: 'Needs attributes of customers, from a customers table or from columns of other tables.',
	treatment:
		'Every customer counts once per attribute. While no rule reads an attribute, all attributes count. Fields that are computed from events always hold a value and are left out. With several attributes the interval is a ratio by customer, since gaps of one customer hang together.',
	caution: null,
	benchmarks: [],
};
