import { expect, test } from 'vitest';
import { quantityOf } from '#shared/charts/formatQuantity.ts';
import { liftRows } from '#shared/charts/liftRows.ts';
import type { LiftScale } from '#shared/charts/liftScale.ts';
import { liftSentence } from '#shared/charts/liftSentence.ts';
import { findMetric } from '#shared/metrics/findMetric.ts';
import type { NumberRecord } from '#shared/model/numberRecord.ts';
import { defaultSettings } from '#shared/model/settings.ts';
import { analysisFixture } from '../../support/analysisFixture.ts';
import { numberFixture } from '../../support/numberFixture.ts';

function sentence(metric: string, scale: LiftScale, numbers: readonly NumberRecord[]): string {
	const facts = findMetric(metric)!;
	const rows = liftRows({ ...analysisFixture, numbers: [...numbers] }, metric, scale);
	return liftSentence({
		rows,
		metricLabel: facts.label,
		quantity: quantityOf(facts, scale, 'EUR'),
		settings: defaultSettings,
	}).replaceAll('\u00a0', ' ');
}

const compared = (segment: string, value: number, half: number, isSignificant: boolean, mde: number) =>
	numberFixture({
		metric: 'M30',
		segment,
		value: 0.1 + value,
		baseline: { kind: 'rest', value: 0.1, n: 5000 },
		difference: { value, low: value - half, high: value + half, level: 0.95 },
		isSignificant,
		mde,
	});

test('the clearest difference is said with its interval, then how many segments differ', () => {
	expect(
		sentence('M30', 'difference', [
			compared('champions', 0.041, 0.021, true, 0.03),
			compared('loyal', 0.002, 0.02, false, 0.03),
			compared('new', -0.06, 0.1, false, 0.14),
		]),
	).toBe(
		'Conversion rate is 4.1 percentage points higher in Champions than in the rest (95 % interval +2.0 pp to +6.2 pp). 1 of 3 segments show a difference from the rest beyond chance (Benjamini–Hochberg correction).',
	);
});

test('where nothing is clear, the sentence says what would have been found', () => {
	expect(sentence('M30', 'difference', [compared('new', -0.01, 0.02, false, 0.03)])).toBe(
		'Conversion rate is 1.0 percentage points lower in New customers than in the rest (95 % interval -3.0 pp to +1.0 pp). A difference of 3.0 percentage points or more would usually have been found there. No segment shows a difference from the rest that chance could not give.',
	);
});

test('a control baseline compares treatment with control inside the segment', () => {
	const record = {
		...compared('new', 0.02, 0.01, true, 0.01),
		baseline: { kind: 'control' as const, value: 0.1, n: 90 },
	};
	expect(sentence('M30', 'difference', [record])).toContain(
		'In New customers, conversion rate is 2.0 percentage points higher for treatment than for control',
	);
});

test('a metric without data says what would enable it', () => {
	const record = numberFixture({ metric: 'M16', segment: 'new', reason: 'Needs the cost column of the orders table.' });
	expect(sentence('M16', 'difference', [record])).toBe(
		'Contribution margin per customer cannot be shown: needs the cost column of the orders table.',
	);
});

test('rates with too few people are not put into a sentence', () => {
	const record: NumberRecord = { ...compared('new', 0.3, 0.4, false, 0.5), sufficiency: 'too-few' };
	expect(sentence('M30', 'difference', [record])).toBe(
		'Conversion rate cannot be shown: too few people or events are behind it.',
	);
});

test('no sentence claims proof or cause', () => {
	for (const metric of ['M30', 'M31', 'M06', 'M02']) {
		for (const scale of ['difference', 'lift', 'value'] as const) {
			expect(sentence(metric, scale, analysisFixture.numbers)).not.toMatch(/prove|because|caus|significan/i);
		}
	}
});
