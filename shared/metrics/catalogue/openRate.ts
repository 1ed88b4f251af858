import type { MetricFacts } from '../MetricFacts.ts';

export const openRate: MetricFacts = {
	id: 'M48',
	name: 'open_rate',
	label: 'Open rate',
	definition: 'Share of delivered messages that were opened.',
	formula: 'opened / delivered',
	unit: 'share',
	direction: 'higher',
	sources: ['000', '002', '003'],
	isStandardFormula: false,
	intervals: 'wilson',
	shape: { kind: 'ratio', numerator: 'opens', denominator: 'sends' },
	needs: [{ role: 'recipients', field: 'opened' }],
	missing: 'Needs the opened column of the recipients table.',
	treatment: 'A row without an opened flag is not an open. Without a delivered message there is no value.',
	caution: {
		code: 'privacy',
		message: 'Mail programs that load images in advance count as opens. Since then open rates are less reliable.',
	},
	benchmarks: [
		{ id: 'B08', label: 'SaaS, high-value segments', low: 0.22, high: 0.28, source: '000' },
		{ id: 'B09', label: 'E-commerce, VIP segments', low: 0.25, high: 0.32, source: '000' },
		{ id: 'B10', label: 'Media, active subscribers', low: 0.28, high: 0.35, source: '000' },
	],
};
