import { expect, test } from 'vitest';
import { benjaminiHochberg } from '../../../engine/stats/benjaminiHochberg.ts';
import { cochranQ } from '../../../engine/stats/cochranQ.ts';
import { correctedComparisons } from '../../../engine/stats/correctedComparisons.ts';
import { holm } from '../../../engine/stats/holm.ts';
import { sampleRatioMismatch } from '../../../engine/stats/sampleRatioMismatch.ts';
import { sampleRatioVerdict } from '../../../engine/stats/sampleRatioVerdict.ts';
import { sufficiency } from '../../../engine/stats/sufficiency.ts';
import lifts from '../../golden/stats/lifts.json' with { type: 'json' };
import golden from '../../golden/stats/tests.json' with { type: 'json' };
import { misses } from './misses.ts';

const byIndex = (values: readonly (number | null)[]) =>
	Object.fromEntries(values.map((value, index) => [String(index), value]));

test("Holm's and Benjamini–Hochberg's adjusted p-values equal R, with ties, nulls and zeros", () => {
	for (const [cases, adjust] of [
		[golden.holm, holm],
		[golden.benjaminiHochberg, benjaminiHochberg],
	] as const) {
		const flat = cases.map(({ call, input, expected }) => ({ call, input, expected: byIndex(expected.adjusted) }));
		expect(misses(flat, ({ input }) => byIndex(adjust(input.p)))).toEqual([]);
	}
});

test('Benjamini–Hochberg widens findings by R of m and the others by R + 1 of m', () => {
	expect(correctedComparisons([0.001, 0.8, null, 0.02, 0.3], 0.95, 'benjamini-hochberg')).toEqual([
		{ pAdjusted: 0.004, isSignificant: true, level: expect.closeTo(1 - (0.05 * 2) / 4, 12) },
		{ pAdjusted: 0.8, isSignificant: false, level: expect.closeTo(1 - (0.05 * 3) / 4, 12) },
		{ pAdjusted: null, isSignificant: null, level: expect.closeTo(1 - (0.05 * 3) / 4, 12) },
		{ pAdjusted: 0.04, isSignificant: true, level: expect.closeTo(1 - (0.05 * 2) / 4, 12) },
		{ pAdjusted: expect.closeTo(0.4, 12), isSignificant: false, level: expect.closeTo(1 - (0.05 * 3) / 4, 12) },
	]);
});

test("Holm uses Bonferroni's level, but the step's level for what only Holm finds", () => {
	expect(correctedComparisons([0.001, 0.8, 0.016, 0.3], 0.95, 'holm')).toEqual([
		{ pAdjusted: 0.004, isSignificant: true, level: expect.closeTo(1 - 0.05 / 4, 12) },
		{ pAdjusted: 0.8, isSignificant: false, level: expect.closeTo(1 - 0.05 / 4, 12) },
		{ pAdjusted: expect.closeTo(0.048, 12), isSignificant: true, level: expect.closeTo(1 - 0.05 / 3, 12) },
		{ pAdjusted: expect.closeTo(0.6, 12), isSignificant: false, level: expect.closeTo(1 - 0.05 / 4, 12) },
	]);
});

test('a single comparison and a family without tests keep their level', () => {
	for (const method of ['holm', 'benjamini-hochberg'] as const) {
		expect(correctedComparisons([0.01], 0.95, method)[0]?.level).toBeCloseTo(0.95, 12);
		expect(correctedComparisons([0.01, null], 0.95, method)[1]?.level).toBeCloseTo(0.95, 12);
		expect(correctedComparisons([null], 0.95, method)).toEqual([
			{ pAdjusted: null, isSignificant: null, level: expect.closeTo(0.95, 12) },
		]);
		expect(correctedComparisons([], 0.95, method)).toEqual([]);
	}
});

test('the sample-ratio check equals R and does not judge expected sizes below five', () => {
	const missed = misses(golden.sampleRatioMismatch, ({ input }) => ({
		...sampleRatioMismatch(input.observed, input.shares),
	}));
	expect(missed).toEqual([]);
	expect(sampleRatioMismatch([30, 2], [0.9, 0.1])).toBeNull();
	expect(sampleRatioMismatch([0, 0], [0.5, 0.5])).toBeNull();
	expect(sampleRatioMismatch([10], [1])).toBeNull();
	expect(() => sampleRatioMismatch([10, 10], [1])).toThrow(RangeError);
	expect([null, 0.0009, 0.001, 0.0099, 0.01].map(sampleRatioVerdict)).toEqual([
		'not-applicable',
		'failure',
		'warning',
		'warning',
		'fine',
	]);
});

test("Cochran's Q equals statsmodels and leaves out effects without a variance", () => {
	const missed = misses(lifts.cochranQ, ({ input }) => {
		const effects = input.effects.map((value, index) => ({ value, variance: input.variances[index] ?? null, n: 9 }));
		const result = cochranQ([null, { value: 4, variance: null, n: 1 }, ...effects]);
		return { ...result, df: result?.degreesOfFreedom ?? null };
	});
	expect(missed).toEqual([]);
	expect(cochranQ([{ value: 1, variance: 2, n: 9 }, null])).toBeNull();
});

test('sufficiency asks for 30 units and 5 events in every group, and for the floor', () => {
	const verdicts = [
		sufficiency([{ n: 29, events: null }], 100),
		sufficiency([{ n: 5000, events: 4 }], 100),
		sufficiency(
			[
				{ n: 5000, events: 40 },
				{ n: 5000, events: 4 },
			],
			100,
		),
		sufficiency([{ n: 99, events: 5 }], 100),
		sufficiency([{ n: 100, events: null }], 100),
		sufficiency([], 100),
	];
	expect(verdicts).toEqual(['too-few', 'too-few', 'too-few', 'thin', 'enough', 'too-few']);
});
