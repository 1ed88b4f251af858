import { expect, test } from 'vitest';
import { detectableOn, estimateOn } from '#shared/charts/liftScale.ts';
import { countsText, isWithheld } from '#shared/charts/withheld.ts';
import type { NumberRecord } from '#shared/model/numberRecord.ts';
import { numberFixture } from '../../support/numberFixture.ts';

const around = (value: number, half: number, level: number) => ({
	value,
	low: value - half,
	high: value + half,
	level,
});
const given: Partial<NumberRecord> = {
	value: 0.5,
	interval: { low: 0.3, high: 0.7, level: 0.95 },
	baseline: { kind: 'control', value: 0.2, n: 100 },
	difference: around(0.1, 0.05, 0.99),
	lift: around(0.5, 0.4, 0.99),
	mde: 0.05,
};
const record = (metric: string, more: Partial<NumberRecord> = {}) =>
	numberFixture({ metric, segment: 's', ...given, ...more });

test('a metric that is a comparison shows its corrected interval, so that it agrees with the test', () => {
	expect(estimateOn(record('M31', { unit: 'relative' }), 'value')).toEqual(given.lift);
	expect(estimateOn(record('M46', { unit: 'money' }), 'value')).toEqual(given.difference);
	expect(estimateOn(record('M30'), 'value')).toEqual({ value: 0.5, low: 0.3, high: 0.7, level: 0.95 });
});

test('with too few people rates have no estimate at all, means lose only their relative lift', () => {
	const scales = ['value', 'difference', 'lift'] as const;
	const known = (metric: string, unit: NumberRecord['unit']) =>
		scales.filter((scale) => estimateOn(record(metric, { unit, sufficiency: 'too-few' }), scale) !== null);
	expect(known('M30', 'share')).toEqual([]);
	expect(known('M31', 'relative')).toEqual([]);
	expect(known('M06', 'money')).toEqual(['value', 'difference']);
	expect(known('M02', 'share')).toEqual(['value', 'difference']);
	expect(isWithheld(record('M30', { sufficiency: 'thin' }), 'lift')).toBe(false);
});

test('the detectable difference is relative to the baseline on the relative scale', () => {
	expect(detectableOn(record('M30'), 'difference')).toBe(0.05);
	expect(detectableOn(record('M30'), 'lift')).toBeCloseTo(0.25, 12);
	expect(detectableOn(record('M30', { baseline: { kind: 'rest', value: 0, n: 9 } }), 'lift')).toBeNull();
	expect(detectableOn(record('M30'), 'value')).toBeNull();
});

test('counts stand in for a percentage, those of both arms for a lift', () => {
	const arm = (numerator: number, denominator: number) => ({
		value: null,
		numerator,
		denominator,
		n: 9,
		interval: null,
	});
	expect(countsText(record('M30', { numerator: 2, denominator: 1023 }))).toBe('2 of 1,023');
	expect(countsText(record('M31', { arms: { treatment: arm(1, 12), control: arm(0, 11) } }))).toBe(
		'1 of 12 against 0 of 11',
	);
	expect(countsText(record('M31'))).toBeNull();
});
