import { expect, test } from 'vitest';
import { covariance } from '../../../engine/stats/covariance.ts';
import type { Estimate } from '../../../engine/stats/Estimate.ts';
import { fieller } from '../../../engine/stats/fieller.ts';
import { meanEstimate } from '../../../engine/stats/meanEstimate.ts';
import { meanInterval } from '../../../engine/stats/meanInterval.ts';
import { meanX } from '../../../engine/stats/meanX.ts';
import { ratioOfSums } from '../../../engine/stats/ratioOfSums.ts';
import { shareOfTotal } from '../../../engine/stats/shareOfTotal.ts';
import { tInterval } from '../../../engine/stats/tInterval.ts';
import { totalInterval } from '../../../engine/stats/totalInterval.ts';
import { varianceX } from '../../../engine/stats/varianceX.ts';
import { welch } from '../../../engine/stats/welch.ts';
import lifts from '../../golden/stats/lifts.json' with { type: 'json' };
import golden from '../../golden/stats/means.json' with { type: 'json' };
import { misses } from './misses.ts';
import { statisticsOf } from './statisticsOf.ts';

const about = (x: readonly number[], y?: readonly number[]) => statisticsOf(x, y, x[0], y?.[0]);
const parts = (estimate: Estimate | null) => ({ ...estimate });

test('moments equal R', () => {
	const missed = misses(golden.moments, ({ input }) => {
		const statistics = about(input.x, input.y);
		return { mean: meanX(statistics), variance: varianceX(statistics), covariance: covariance(statistics) };
	});
	expect(missed).toEqual([]);
});

test("means and totals have R's t intervals", () => {
	expect(misses(golden.meanInterval, ({ input }) => parts(meanInterval(about(input.x), input.level)))).toEqual([]);
	expect(misses(golden.totalInterval, ({ input }) => parts(totalInterval(about(input.x), input.level)))).toEqual([]);
});

test("Welch's comparison equals R, also where one group is constant or both are the same", () => {
	const missed = misses(golden.welch, ({ input: { x, y, level } }) => {
		const result = welch(meanEstimate(about(x)), meanEstimate(about(y)), level);
		const { standardError = null, degreesOfFreedom = null, t = null, p = null } = result ?? {};
		return { ...result?.difference, standardError, df: degreesOfFreedom, t, p };
	});
	expect(missed).toEqual([]);
});

test('ratios of sums and their differences equal Student and Welch on the linearised values in R', () => {
	const single = misses(golden.ratioOfSums, ({ input: { x, y, level } }) => {
		const estimate = ratioOfSums(about(x, y));
		return { ...tInterval(estimate, level), variance: estimate?.variance ?? null };
	});
	const difference = misses(golden.ratioDifference, ({ input: { x1, y1, x0, y0, level } }) => {
		const result = welch(ratioOfSums(about(x1, y1)), ratioOfSums(about(x0, y0)), level);
		return { ...result?.difference, df: result?.degreesOfFreedom ?? null, p: result?.p ?? null };
	});
	expect([...single, ...difference]).toEqual([]);
});

test('shares of a total equal Student on the linearised values in R', () => {
	const missed = misses(golden.shareOfTotal, ({ input: { segment, rest, level } }) =>
		parts(shareOfTotal(statisticsOf(segment, undefined, 40), statisticsOf(rest, undefined, 40), level)),
	);
	expect(missed).toEqual([]);
});

test("Fieller's interval equals the roots of its definition at 40 digits", () => {
	const missed = misses(lifts.fieller, ({ input: { value1, variance1, value0, variance0, level, df } }) => {
		const known = (variance: number): number | null => (variance === 0 ? null : variance);
		const result = fieller(
			{ value: value1, variance: known(variance1), n: 50 },
			{ value: value0, variance: known(variance0), n: 60 },
			level,
			df,
		);
		return { value: null, low: null, high: null, ...result.lift, g: result.g };
	});
	expect(missed).toEqual([]);
	expect(lifts.fieller.filter(({ expected }) => expected.value === null).length).toBeGreaterThan(2);
});

test('a relative lift that cannot be given says why', () => {
	const some = { value: 5, variance: 1, n: 40 };
	const reasons = [
		fieller(null, some, 0.95, null),
		fieller(some, { ...some, value: 0 }, 0.95, null),
		fieller(some, { ...some, value: -3 }, 0.95, null),
		fieller({ ...some, n: 1, variance: null }, some, 0.95, null),
		fieller({ ...some, variance: null }, { ...some, variance: null }, 0.95, null),
		fieller(some, { ...some, value: 1 }, 0.95, null),
		fieller(some, some, 0.95, null),
	].map(({ lift, reason }) => [lift === null, reason]);
	expect(reasons).toEqual([
		[true, 'no-data'],
		[true, 'baseline-not-positive'],
		[true, 'baseline-not-positive'],
		[true, 'no-spread'],
		[true, 'no-spread'],
		[true, 'baseline-too-close-to-zero'],
		[false, null],
	]);
});

test('an empty group has nothing, one customer a value, equal customers a value without bounds', () => {
	const bare = (value: number) => ({ value, low: null, high: null, level: 0.95 });
	const empty = statisticsOf([]);
	const equal = statisticsOf(
		Array.from({ length: 1000 }, () => 0.1),
		undefined,
		37,
	);
	expect([meanInterval(empty, 0.95), totalInterval(empty, 0.95), ratioOfSums(empty), meanX(empty)]).toEqual([
		null,
		null,
		null,
		null,
	]);
	expect(meanInterval(statisticsOf([12]), 0.95)).toEqual(bare(12));
	expect(meanEstimate(equal)).toMatchObject({ variance: null });
	expect(ratioOfSums(statisticsOf([10, 20, 30], [1, 2, 3]))).toEqual({ value: 10, variance: null, n: 3 });
	expect(ratioOfSums(statisticsOf([10, 20], [0, 0]))).toBeNull();
	expect(welch(meanEstimate(equal), meanEstimate(equal), 0.95)).toMatchObject({
		difference: bare(0),
		p: null,
		t: null,
	});
	expect(welch(meanEstimate(statisticsOf([5])), meanEstimate(statisticsOf([1, 2, 3])), 0.95)).toMatchObject({
		difference: bare(3),
		p: null,
	});
	expect(welch(meanEstimate(empty), meanEstimate(equal), 0.95)).toBeNull();
});

test('a share that nobody or everybody holds has no bounds, and a total of zero no share', () => {
	const some = statisticsOf([5, 10, 0]);
	const none = statisticsOf([0, 0]);
	expect(shareOfTotal(none, some, 0.95)).toEqual({ value: 0, low: null, high: null, level: 0.95 });
	expect(shareOfTotal(some, none, 0.95)).toEqual({ value: 1, low: null, high: null, level: 0.95 });
	expect(shareOfTotal(none, none, 0.95)).toBeNull();
	expect(shareOfTotal(statisticsOf([]), statisticsOf([]), 0.95)).toBeNull();
});
