import type { MetricFacts } from '../MetricFacts.ts';

export const conversionRate: MetricFacts = {
	id: 'M30',
	name: 'conversion_rate',
	label: 'Conversion rate',
	definition: 'Share of campaign rows that led to a conversion, both arms together.',
	formula: 'conversions / campaign rows',
	unit: 'share',
	direction: 'higher',
	sources: ['002', '000', '003', '004'],
	isStandardFormula: false,
	intervals: 'wilson',
	shape: { kind: 'ratio', numerator: 'conversions', denominator: 'recipient_rows' },
	needs: [{ role: 'recipients', field: 'converted' }],
	missing: 'Needs the conversion column of the recipients table.',
	treatment: 'A row without a conversion flag is not a conversion. Without a campaign row there is no value.',
	caution: null,
	benchmarks: [],
};
