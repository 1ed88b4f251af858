import { expect, test } from 'vitest';
import { findMetric } from '#shared/metrics/findMetric.ts';
import type { NumberRecord } from '#shared/model/numberRecord.ts';
import { defaultSettings } from '#shared/model/settings.ts';
import { cardSections } from '../../../renderer/features/card/cardSections.ts';
import { cardText } from '../../../renderer/features/card/cardText.ts';
import { analysisFixture } from '../../support/analysisFixture.ts';
import { numberFixture } from '../../support/numberFixture.ts';

const settings = { ...defaultSettings, currency: 'EUR' };
const open = numberFixture({
	metric: 'M48',
	segment: 's',
	value: 0.31,
	numerator: 620,
	denominator: 2000,
	n: 2000,
	interval: { low: 0.29, high: 0.33, level: 0.95 },
	baseline: { kind: 'rest', value: 0.25, n: 9000 },
	difference: { value: 0.06, low: 0.038, high: 0.082, level: 0.95 },
	lift: { value: 0.24, low: 0.15, high: 0.33, level: 0.95 },
	p: 0.00001,
	pAdjusted: 0.004,
	isSignificant: true,
	mde: 0.031,
	method: 'Proportion of customers, Wilson interval',
});

function textOf(record: NumberRecord): string {
	const facts = findMetric(record.metric)!;
	const sections = cardSections({ record, facts, segmentName: 'Champions', settings, asOf: '31 Mar 2026' });
	return cardText(facts.label, '', sections).replaceAll('\u00a0', ' ');
}

test('a card holds definition, counts, comparison, certainty and benchmarks with their sources', () => {
	expect(textOf(open).split('\n\n').slice(2)).toEqual([
		'What it rests on\nCounted: 620 ÷ 2,000\nPeople behind it: 2,000\nData: Enough to judge.\nMethod: Proportion of customers, Wilson interval',
		[
			'How it compares',
			'Open rate is 6.0 percentage points higher in Champions than in the rest (95 % interval +3.8 pp to +8.2 pp).',
			'Baseline: Compared with all customers outside the segment. This describes; it does not show what caused the difference.',
			'Value of the rest: 25.0 %, from 9,000 people',
			'Difference: +6.0 pp (95 % interval +3.8 pp to +8.2 pp)',
			'Lift: +24.0 % (95 % interval +15.0 % to +33.0 %)',
		].join('\n'),
		[
			'How sure it is',
			'Chance alone would rarely give a difference this large (less than 5 % after correction).',
			'Test by itself: p < 0.001',
			'Adjusted: p = 0.004, Benjamini–Hochberg correction over the segments of this metric',
			'Would be found: A true difference of 3.1 percentage points or more would have been found in four of five studies like this; a smaller one may go unnoticed.',
		].join('\n'),
		[
			'Benchmarks',
			'SaaS, high-value segments: 22.0 % to 28.0 %; this figure is above. Source: article on the return of segmentation (000).',
			'E-commerce, VIP segments: 25.0 % to 32.0 %; this figure is within. Source: article on the return of segmentation (000).',
			'Media, active subscribers: 28.0 % to 35.0 %; this figure is within. Source: article on the return of segmentation (000).',
		].join('\n'),
	]);
});

test('a difference that could be chance is not called none', () => {
	expect(textOf({ ...open, isSignificant: false })).toContain(
		'A difference of this size could be chance. That does not show that there is none.',
	);
});

test('with too few people the card gives counts, no percentage to compare and no test', () => {
	const text = textOf({ ...open, sufficiency: 'too-few', numerator: 2, denominator: 23, n: 23 });
	expect(text).toContain('Counted: 2 ÷ 23');
	expect(text).toContain('read the counts');
	expect(text).not.toMatch(/p [=<]|higher|pp\b/);
});

test('no card of any metric claims proof', () => {
	for (const record of analysisFixture.numbers) {
		expect(textOf(record)).not.toMatch(/\bprove|statistically significant/i);
	}
});
