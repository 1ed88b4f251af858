import { expect, test } from 'vitest';
import { minimumDetectableEffect } from '../../../engine/stats/minimumDetectableEffect.ts';
import { minimumDetectableRate } from '../../../engine/stats/minimumDetectableRate.ts';
import lifts from '../../golden/stats/lifts.json' with { type: 'json' };
import golden from '../../golden/stats/tests.json' with { type: 'json' };
import { misses } from './misses.ts';

test('detectable rates equal R for equal groups and statsmodels for unequal ones', () => {
	const equal = misses(golden.minimumDetectableRate, ({ input: { rate, n, level, comparisons } }) => ({
		mde: minimumDetectableRate(rate, n, n, { level, comparisons }),
	}));
	const unequal = misses(lifts.minimumDetectableRate, ({ input: { rate, n1, n0, ...options } }) => ({
		mde: minimumDetectableRate(rate, n1, n0, options),
	}));
	expect([...equal, ...unequal]).toEqual([]);
});

test('detectable differences of means equal the formula in R', () => {
	const missed = misses(golden.minimumDetectableEffect, ({ input: { s1, n1, s0, n0, ...options } }) => ({
		mde: minimumDetectableEffect(
			{ value: 3, variance: s1 / n1, n: n1 },
			{ value: 2, variance: s0 / n0, n: n0 },
			options,
		),
	}));
	expect(missed).toEqual([]);
});

test('a rate near 100 % is compared downwards, and two groups that can show nothing have no detectable effect', () => {
	expect(minimumDetectableRate(1, 400, 400, { level: 0.95 })).toBe(minimumDetectableRate(0, 400, 400, { level: 0.95 }));
	expect(minimumDetectableRate(0.5, 4, 4, { level: 0.95 })).toBeNull();
	expect(minimumDetectableRate(0.5, 0, 40, { level: 0.95 })).toBeNull();
	expect(
		minimumDetectableEffect({ value: 1, variance: null, n: 1 }, { value: 1, variance: 2, n: 9 }, { level: 0.95 }),
	).toBeNull();
	expect(
		minimumDetectableEffect({ value: 1, variance: null, n: 8 }, { value: 1, variance: null, n: 9 }, { level: 0.95 }),
	).toBeNull();
	expect(() => minimumDetectableRate(1.2, 40, 40, { level: 0.95 })).toThrow(RangeError);
	expect(() => minimumDetectableRate(0.2, 40, 40, { level: 95 })).toThrow(RangeError);
});
