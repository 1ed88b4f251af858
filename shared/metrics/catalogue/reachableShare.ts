import type { MetricFacts } from '../MetricFacts.ts';

export const reachableShare: MetricFacts = {
	id: 'M03',
	name: 'reachable_share',
	label: 'Reachable share',
	definition: 'Share of the customers of the segment who agreed to at least one channel.',
	formula: 'reachable customers / customers',
	unit: 'share',
	direction: 'higher',
	sources: ['000', '002'],
	isStandardFormula: true,
	intervals: 'wilson',
	shape: { kind: 'member-share', measure: 'reachable' },
	needs: [{ role: 'customers', field: 'consent' }],
	missing: 'Needs a column of consent, or at least of e-mail addresses, in the customers table.',
	treatment:
		'A customer without a value for consent is not reachable. Without any column of consent, everybody whose address is known counts as reachable. An empty segment has no value.',
	caution: null,
	benchmarks: [],
};
