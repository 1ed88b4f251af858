import { expect, test } from 'vitest';
import { oneSampleT } from '../../../engine/stats/oneSampleT.ts';
import { populationStability } from '../../../engine/stats/populationStability.ts';
import { signTest } from '../../../engine/stats/signTest.ts';
import golden from '../../golden/stats/migration.json' with { type: 'json' };
import { statisticsOf } from './statisticsOf.ts';

test('the stability index equals both relative entropies of scipy, and does not exist without people', () => {
	for (const { input, expected } of golden.populationStability) {
		expect(populationStability(input.expected, input.actual)).toBeCloseTo(expected.index, 12);
		expect(populationStability(input.actual, input.expected)).toBeCloseTo(expected.index, 12);
	}
	expect([populationStability([0, 0], [3, 1]), populationStability([], [])]).toEqual([null, null]);
});

test('the sign test equals scipy’s exact binomial test', () => {
	for (const { input, expected } of golden.signTest) {
		expect(signTest(input.ups, input.downs) / expected.p).toBeCloseTo(1, 9);
		expect(signTest(input.downs, input.ups)).toBe(signTest(input.ups, input.downs));
	}
	expect(signTest(0, 0)).toBe(1);
	expect(() => signTest(1.5, 2)).toThrow('whole');
});

test('the test of a mean equals scipy, and is left out where it cannot be told', () => {
	for (const { input, expected } of golden.oneSampleT) {
		const found = oneSampleT(statisticsOf(input.x));
		expect((found?.t ?? 0) / expected.t).toBeCloseTo(1, 8);
		expect((found?.p ?? 0) / expected.p).toBeCloseTo(1, 6);
	}
	expect([oneSampleT(statisticsOf([4])), oneSampleT(statisticsOf([2, 2, 2])), oneSampleT(statisticsOf([]))]).toEqual([
		null,
		null,
		null,
	]);
});
