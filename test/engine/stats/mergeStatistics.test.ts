import fc from 'fast-check';
import { expect, test } from 'vitest';
import { covariance } from '../../../engine/stats/covariance.ts';
import { mergeStatistics } from '../../../engine/stats/mergeStatistics.ts';
import { meanEstimate } from '../../../engine/stats/meanEstimate.ts';
import { meanX } from '../../../engine/stats/meanX.ts';
import { oneWayAnova } from '../../../engine/stats/oneWayAnova.ts';
import { recenterStatistics } from '../../../engine/stats/recenterStatistics.ts';
import { shareOfTotal } from '../../../engine/stats/shareOfTotal.ts';
import type { SufficientStatistics } from '../../../engine/stats/SufficientStatistics.ts';
import { varianceX } from '../../../engine/stats/varianceX.ts';
import { welch } from '../../../engine/stats/welch.ts';
import { welchAnova } from '../../../engine/stats/welchAnova.ts';
import golden from '../../golden/stats/means.json' with { type: 'json' };
import { misses } from './misses.ts';
import { statisticsOf } from './statisticsOf.ts';

const options = { seed: 7, numRuns: 300 };
const customer = fc.tuple(fc.integer({ min: -1000, max: 100_000 }), fc.integer({ min: 0, max: 50 }));
const group = fc.array(customer, { maxLength: 20 });
const center = fc.integer({ min: -100, max: 60_000 });

const describeGroup = (rows: readonly (readonly [number, number])[], centerX: number, centerY: number) =>
	statisticsOf(
		rows.map(([x]) => x),
		rows.map(([, y]) => y),
		centerX,
		centerY,
	);
const figures = (statistics: SufficientStatistics) => [
	statistics.n,
	statistics.sumX,
	statistics.sumY,
	meanX(statistics),
	varianceX(statistics),
	covariance(statistics),
];
const near = (values: readonly (number | null)[]) =>
	values.map((value) => (value === null ? null : expect.closeTo(value, 4)));

test('merged groups have the statistics of their customers taken together, with equal or different centres', () => {
	const property = fc.property(group, group, center, center, (first, second, one, two) => {
		const together = figures(describeGroup([...first, ...second], one, 5));
		const same = mergeStatistics(describeGroup(first, one, 5), describeGroup(second, one, 5));
		const moved = mergeStatistics(describeGroup(first, one, 5), describeGroup(second, two, 9));
		expect(figures(same)).toEqual(near(together));
		expect(figures(moved)).toEqual(near(together));
	});
	fc.assert(property, options);
});

test('integers merge without any rounding', () => {
	const [first, second] = [
		describeGroup(
			[
				[5, 1],
				[9, 2],
			],
			4,
			1,
		),
		describeGroup([[2, 3]], 4, 1),
	];
	expect(mergeStatistics(first, second)).toEqual(
		describeGroup(
			[
				[5, 1],
				[9, 2],
				[2, 3],
			],
			4,
			1,
		),
	);
	expect(recenterStatistics(first, 10, -3)).toEqual(
		describeGroup(
			[
				[5, 1],
				[9, 2],
			],
			10,
			-3,
		),
	);
	expect(mergeStatistics(statisticsOf([]), first)).toEqual(first);
	expect(mergeStatistics(first, statisticsOf([]))).toEqual(first);
});

test('the shares of a partition add up to one', () => {
	const [one, two, three] = [statisticsOf([5, 7.5, 0]), statisticsOf([100.25]), statisticsOf([3, 3, 4, 8])];
	const shares = [
		shareOfTotal(one, mergeStatistics(two, three), 0.95),
		shareOfTotal(two, mergeStatistics(one, three), 0.95),
		shareOfTotal(three, mergeStatistics(one, two), 0.95),
	];
	expect(shares.reduce((sum, share) => sum + (share?.value ?? 0), 0)).toBeCloseTo(1, 14);
});

test('both analyses of variance equal R, with a centre of their own in every group', () => {
	const oneWay = misses(golden.oneWayAnova, ({ input }) => ({
		...oneWayAnova(input.groups.map((values) => statisticsOf(values, undefined, values[0]))),
	}));
	const unequal = misses(golden.welchAnova, ({ input }) => ({
		...welchAnova(input.groups.map((values) => statisticsOf(values, undefined, values[0]))),
	}));
	expect([...oneWay, ...unequal]).toEqual([]);
});

test("with two groups Welch's analysis of variance is Welch's t squared", () => {
	const [first, second] = [statisticsOf([3, 8, 1, 12, 5]), statisticsOf([9, 30, 14])];
	const t = welch(meanEstimate(first), meanEstimate(second), 0.95);
	const f = welchAnova([first, statisticsOf([]), second]);
	expect([f?.f, f?.p, f?.withinDegreesOfFreedom]).toEqual(
		[(t?.t ?? 0) ** 2, t?.p ?? 0, t?.degreesOfFreedom ?? 0].map((value) => expect.closeTo(value, 12)),
	);
});

test('an analysis of variance needs two groups, spread, and customers left over', () => {
	const some = statisticsOf([1, 2, 3]);
	const equal = statisticsOf([4, 4, 4]);
	expect([oneWayAnova([some]), oneWayAnova([statisticsOf([1]), statisticsOf([2])]), oneWayAnova([])]).toEqual([
		null,
		null,
		null,
	]);
	expect(oneWayAnova([equal, statisticsOf([5, 5])])).toMatchObject({ withinSquares: 0, rSquared: 1, f: null, p: null });
	expect(oneWayAnova([equal, equal])).toMatchObject({ rSquared: null, f: null });
	expect([welchAnova([some]), welchAnova([some, equal]), welchAnova([some, statisticsOf([9])])]).toEqual([
		null,
		null,
		null,
	]);
});
