import { expect, test } from 'vitest';
import { findMetric } from '#shared/metrics/findMetric.ts';
import type { NumberRecord } from '#shared/model/numberRecord.ts';
import { cellSentence } from '../../../renderer/features/scorecard/cellSentence.ts';
import { numberFixture } from '../../support/numberFixture.ts';

const record = numberFixture({
	metric: 'M30',
	segment: 's',
	value: 0.12,
	numerator: 24,
	denominator: 200,
	n: 200,
	interval: { low: 0.08, high: 0.17, level: 0.95 },
	baseline: { kind: 'rest', value: 0.1, n: 900 },
	difference: { value: 0.02, low: -0.01, high: 0.05, level: 0.95 },
	lift: { value: 0.2, low: -0.1, high: 0.5, level: 0.95 },
	isSignificant: false,
});
const say = (given: Partial<NumberRecord> = {}) =>
	cellSentence({ ...record, ...given }, findMetric('M30')!, 'Champions', null).replaceAll('\u00a0', ' ');

test('a cell says value, comparison and whether it could be chance', () => {
	expect(say()).toBe(
		'Conversion rate of Champions: 12.0 % (95 % interval 8.0 % to 17.0 %). Conversion rate is 20.0 % higher in Champions than in the rest (95 % interval -10.0 % to +50.0 %). Could be chance.',
	);
});

test('a cell without a value says why', () => {
	expect(say({ value: null, reason: 'Needs the conversion column of the recipients table.' })).toBe(
		'Conversion rate of Champions: no figure. Needs the conversion column of the recipients table.',
	);
});

test('with too few people there are counts and no percentage', () => {
	const text = say({ sufficiency: 'too-few', numerator: 2, denominator: 23 });
	expect(text).toBe('Conversion rate of Champions: 2 of 23. Too few to give a percentage.');
	expect(text).not.toContain('%');
});
