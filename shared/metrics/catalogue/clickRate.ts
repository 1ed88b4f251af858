import type { MetricFacts } from '../MetricFacts.ts';

export const clickRate: MetricFacts = {
	id: 'M49',
	name: 'click_rate',
	label: 'Click rate',
	definition: 'Share of delivered messages in which a link was clicked.',
	formula: 'clicked / delivered',
	unit: 'share',
	direction: 'higher',
	sources: ['000', '003'],
	isStandardFormula: true,
	intervals: 'wilson',
	shape: { kind: 'ratio', numerator: 'clicks', denominator: 'sends' },
	needs: [{ role: 'recipients', field: 'clicked' }],
	missing: 'Needs the clicked column of the recipients table.',
	treatment: 'A row without a clicked flag is not a click. Without a delivered message there is no value.',
	caution: null,
	benchmarks: [
		{ id: 'B08', label: 'SaaS, high-value segments', low: 0.035, high: 0.052, source: '000' },
		{ id: 'B09', label: 'E-commerce, VIP segments', low: 0.042, high: 0.068, source: '000' },
		{ id: 'B10', label: 'Media, active subscribers', low: 0.051, high: 0.078, source: '000' },
	],
};
