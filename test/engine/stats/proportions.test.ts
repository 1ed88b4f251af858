import { expect, test } from 'vitest';
import { fisherExact } from '../../../engine/stats/fisherExact.ts';
import { katzLog } from '../../../engine/stats/katzLog.ts';
import { logRiskRatio } from '../../../engine/stats/logRiskRatio.ts';
import { miettinenNurminen } from '../../../engine/stats/miettinenNurminen.ts';
import { newcombeDifference } from '../../../engine/stats/newcombeDifference.ts';
import { proportionTest } from '../../../engine/stats/proportionTest.ts';
import { relativeLift } from '../../../engine/stats/relativeLift.ts';
import { scoreTest } from '../../../engine/stats/scoreTest.ts';
import { wilsonInterval } from '../../../engine/stats/wilsonInterval.ts';
import golden from '../../golden/stats/proportions.json' with { type: 'json' };
import base from '../../golden/stats/tests.json' with { type: 'json' };
import { misses } from './misses.ts';

test('Wilson intervals equal statsmodels and R, from one unit to a billion', () => {
	const cases = [...golden.wilsonInterval, ...base.wilsonInterval];
	expect(misses(cases, ({ input }) => ({ ...wilsonInterval(input.x, input.n, input.level) }))).toEqual([]);
});

test('Newcombe differences equal statsmodels', () => {
	const missed = misses(golden.newcombeDifference, ({ input: { x1, n1, x0, n0, level } }) => ({
		...newcombeDifference(x1, n1, x0, n0, level),
	}));
	expect(missed).toEqual([]);
});

test('Miettinen–Nurminen ratios equal the inverted score test at 30 digits, with no, few and only events', () => {
	const missed = misses(golden.miettinenNurminen, ({ input: { x1, n1, x0, n0, level } }) => ({
		...miettinenNurminen(x1, n1, x0, n0, level),
	}));
	expect(missed).toEqual([]);
});

test('Miettinen–Nurminen ratios equal statsmodels to 1e-7, the rounding of its cubic roots for rates near 1', () => {
	const missed = misses(
		golden.miettinenNurminenStatsmodels,
		({ input: { x1, n1, x0, n0, level } }) => ({ ...miettinenNurminen(x1, n1, x0, n0, level) }),
		1e-7,
	);
	expect(missed).toEqual([]);
});

test('Katz log intervals with halves equal statsmodels', () => {
	const missed = misses(golden.katzLog, ({ input: { x1, n1, x0, n0, level } }) => ({
		...katzLog(x1, n1, x0, n0, level),
	}));
	expect(missed).toEqual([]);
});

test('score tests equal statsmodels', () => {
	const missed = misses(golden.scoreTest, ({ input: { x1, n1, x0, n0 } }) => ({ ...scoreTest(x1, n1, x0, n0) }));
	expect(missed).toEqual([]);
});

test("Fisher's exact test equals exact integer arithmetic and R", () => {
	const cases = [...golden.fisherExact, ...base.fisherExact];
	const missed = misses(cases, ({ input: { x1, n1, x0, n0 } }) => ({ p: fisherExact(x1, n1, x0, n0) }));
	expect(missed).toEqual([]);
});

test('an empty group has no interval and no test', () => {
	expect([
		wilsonInterval(0, 0, 0.95),
		newcombeDifference(0, 0, 3, 10, 0.95),
		newcombeDifference(3, 10, 0, 0, 0.95),
		miettinenNurminen(0, 0, 3, 10, 0.95),
		katzLog(3, 10, 0, 0, 0.95),
		logRiskRatio(0, 0, 0, 0),
		scoreTest(0, 0, 3, 10),
		fisherExact(3, 10, 0, 0),
		proportionTest(0, 0, 0, 0),
	]).toEqual(Array.from({ length: 9 }, () => null));
});

test('without events nothing is claimed beyond what is known', () => {
	expect(miettinenNurminen(0, 50, 0, 40, 0.95)).toEqual({ ratio: null, low: 0, high: null, level: 0.95 });
	expect(miettinenNurminen(8, 50, 0, 40, 0.95)).toMatchObject({ ratio: null, high: null });
	expect(relativeLift(miettinenNurminen(8, 50, 0, 40, 0.95))).toBeNull();
	expect(scoreTest(0, 50, 0, 40)).toBeNull();
	expect(scoreTest(50, 50, 40, 40)).toBeNull();
	expect(katzLog(50, 50, 40, 40, 0.95)).toBeNull();
	expect(proportionTest(0, 50, 0, 40)).toEqual({ method: 'fisher', p: 1 });
});

test('the test is exact below five events or non-events and the score test from there on', () => {
	const methods = [
		[4, 100, 30, 100],
		[5, 100, 30, 100],
		[96, 100, 30, 100],
		[95, 100, 30, 100],
	].map(([x1 = 0, n1 = 0, x0 = 0, n0 = 0]) => proportionTest(x1, n1, x0, n0)?.method);
	expect(methods).toEqual(['fisher', 'score', 'fisher', 'score']);
});

test('a ratio becomes a lift by taking one off, an open end stays open', () => {
	expect(relativeLift({ ratio: 1.5, low: 0.75, high: null, level: 0.9 })).toEqual({
		value: 0.5,
		low: -0.25,
		high: null,
		level: 0.9,
	});
	expect(relativeLift(null)).toBeNull();
});

test('counts that are no proportion are refused', () => {
	expect(() => wilsonInterval(11, 10, 0.95)).toThrow('0 to n events');
	expect(() => scoreTest(-1, 10, 3, 10)).toThrow('0 to n events');
	expect(() => fisherExact(1, 10, Number.NaN, 10)).toThrow('0 to n events');
});
