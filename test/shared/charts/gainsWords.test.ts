import { expect, test } from 'vitest';
import { gainsAxes, gainsSentence, gainsTable } from '#shared/charts/gainsWords.ts';
import { findMetric } from '#shared/metrics/findMetric.ts';
import { gainsCurve } from '#shared/metrics/gainsCurve.ts';
import { metricList } from '#shared/metrics/metricList.ts';
import { numberFixture } from '../../support/numberFixture.ts';

const records = [
	['a', 20, 100],
	['b', 30, 300],
	['c', 50, 1600],
].map(([segment, numerator, denominator]) =>
	numberFixture({
		metric: 'M30',
		segment: String(segment),
		numerator: Number(numerator),
		denominator: Number(denominator),
		value: Number(numerator) / Number(denominator),
		n: Number(denominator),
	}),
);
const axes = gainsAxes(findMetric('M30')!)!;
const nameOf = (id: string) => id.toUpperCase();

test('axes are named after the two sides of the formula', () => {
	expect(axes).toEqual({ gain: 'conversions', share: 'campaign rows' });
	expect(gainsAxes(findMetric('M06')!)).toEqual({ gain: 'revenue', share: 'customers' });
	expect(gainsAxes(findMetric('M31')!)).toBeNull();
});

test('every metric that gives a curve has a name for both axes', () => {
	for (const facts of metricList) {
		const named = gainsAxes(facts);
		expect(named === null || (named.gain.length > 0 && named.share.length > 0)).toBe(true);
	}
});

test('the sentence gives the best segment and those that hold the first half', () => {
	expect(gainsSentence(gainsCurve(records), nameOf, axes).replaceAll('\u00a0', ' ')).toBe(
		'A has 5.0 % of campaign rows and 20.0 % of conversions, 4.00 times the average. The best 2 segments together have 20.0 % of campaign rows and 50.0 % of conversions.',
	);
});

test('the table holds what the curve shows, the best segment first', () => {
	expect(gainsTable(gainsCurve(records), nameOf, axes).rows.map((row) => row.map((cell) => cell.raw))).toEqual([
		['A', 0.05, 0.05, 0.2, 4],
		['B', 0.15, 0.2, 0.5, 2.5],
		['C', 0.8, 1, 1, 1],
	]);
});
