import fc from 'fast-check';
import { expect, test } from 'vitest';
import { benjaminiHochberg } from '../../../engine/stats/benjaminiHochberg.ts';
import { correctedComparisons } from '../../../engine/stats/correctedComparisons.ts';
import { fieller } from '../../../engine/stats/fieller.ts';
import { fisherExact } from '../../../engine/stats/fisherExact.ts';
import { holm } from '../../../engine/stats/holm.ts';
import { katzLog } from '../../../engine/stats/katzLog.ts';
import { miettinenNurminen } from '../../../engine/stats/miettinenNurminen.ts';
import { newcombeDifference } from '../../../engine/stats/newcombeDifference.ts';
import { scoreTest } from '../../../engine/stats/scoreTest.ts';
import { welch } from '../../../engine/stats/welch.ts';
import { wilsonInterval } from '../../../engine/stats/wilsonInterval.ts';

const options = { seed: 20240501, numRuns: 400 };
const counts = fc
	.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 2_000_000 }))
	.chain((n) => fc.tuple(fc.oneof(fc.integer({ min: 0, max: n }), fc.constantFrom(0, n)), fc.constant(n)));
const level = fc.double({ min: 0.5, max: 0.9999, noNaN: true });
const estimate = fc.record({
	value: fc.double({ min: -50, max: 50, noNaN: true }),
	variance: fc.double({ min: 0.01, max: 100, noNaN: true }),
	n: fc.integer({ min: 2, max: 5000 }),
});
const pValue = fc.option(
	fc.double({ min: 0, max: 1, noNaN: true }).map((p) => p ** 4),
	{ nil: null },
);

interface Bounds {
	readonly low: number | null;
	readonly high: number | null;
}
const lowest = (bounds: Bounds | null | undefined): number => bounds?.low ?? -Infinity;
const highest = (bounds: Bounds | null | undefined): number => bounds?.high ?? Infinity;
const contains = (bounds: Bounds | null | undefined, value: number): boolean =>
	lowest(bounds) <= value && value <= highest(bounds);

test('every interval contains its estimate, and a higher level never narrows it', () => {
	const property = fc.property(counts, counts, estimate, estimate, level, level, (one, two, a, b, first, second) => {
		const compute = (at: number) => [
			wilsonInterval(...one, at),
			newcombeDifference(...one, ...two, at),
			miettinenNurminen(...one, ...two, at),
			katzLog(...one, ...two, at),
			welch(a, b, at)?.difference ?? null,
			fieller(a, b, at, null).lift,
		];
		const narrow = compute(Math.min(first, second));
		const wide = compute(Math.max(first, second));
		for (const [index, interval] of narrow.entries()) {
			if (interval !== null) {
				const value = 'ratio' in interval ? interval.ratio : interval.value;
				const slack = 1e-12 * Math.max(1, Math.abs(value ?? 0));
				expect(value === null || (lowest(interval) <= value + slack && value - slack <= highest(interval))).toBe(true);
				expect(wide[index] === null || lowest(wide[index]) <= lowest(interval) + slack).toBe(true);
				expect(wide[index] === null || highest(wide[index]) >= highest(interval) - slack).toBe(true);
			}
		}
	});
	fc.assert(property, options);
});

test('swapping the groups mirrors differences, inverts ratios and keeps every p', () => {
	const property = fc.property(counts, counts, estimate, estimate, level, (one, two, a, b, at) => {
		const ratio = miettinenNurminen(...one, ...two, at);
		const inverse = miettinenNurminen(...two, ...one, at);
		if (ratio !== null && inverse !== null) {
			const product = ratio.high === null ? null : ratio.high * inverse.low;
			expect(product === null ? inverse.low : product).toBeCloseTo(product === null ? 0 : 1, 9);
		}
		const difference = newcombeDifference(...one, ...two, at);
		const mirrored = newcombeDifference(...two, ...one, at);
		expect(difference?.low).toBeCloseTo(-(mirrored?.high ?? Number.NaN), 12);
		expect(scoreTest(...one, ...two)?.p ?? 1).toBeCloseTo(scoreTest(...two, ...one)?.p ?? 1, 12);
		expect(fisherExact(...one, ...two)).toBeCloseTo(fisherExact(...two, ...one) ?? Number.NaN, 9);
		expect(welch(a, b, at)?.difference.low).toBeCloseTo(-(welch(b, a, at)?.difference.high ?? Number.NaN), 9);
		expect(welch(a, b, at)?.p).toBeCloseTo(welch(b, a, at)?.p ?? Number.NaN, 12);
	});
	fc.assert(property, { ...options, numRuns: 150 });
});

test('adjusted p-values are never below the raw ones, keep their order, and Holm is never below Benjamini–Hochberg', () => {
	const property = fc.property(fc.array(pValue, { maxLength: 30 }), (pValues) => {
		const rows = [holm(pValues), benjaminiHochberg(pValues)];
		for (const [index, p] of pValues.entries()) {
			const [strict, loose] = rows.map((row) => row[index] ?? null);
			expect([strict === null, loose === null]).toEqual([p === null, p === null]);
			if (p !== null) {
				expect((loose ?? 0) >= p && (strict ?? 0) >= (loose ?? 0) * (1 - 1e-14) && (strict ?? 2) <= 1).toBe(true);
				for (const [other, q] of pValues.entries()) {
					expect(q === null || q < p || rows.every((row) => (row[index] ?? 0) <= (row[other] ?? 1))).toBe(true);
				}
			}
		}
	});
	fc.assert(property, options);
});

test('the corrected Welch and Fieller intervals exclude no effect exactly where the adjusted p is significant', () => {
	const family = fc.array(fc.tuple(estimate, estimate), { minLength: 1, maxLength: 12 });
	const method = fc.constantFrom('holm' as const, 'benjamini-hochberg' as const);
	const property = fc.property(family, method, level, (pairs, correction, at) => {
		const decisions = correctedComparisons(
			pairs.map(([a, b]) => welch(a, b, at)?.p ?? null),
			at,
			correction,
		);
		for (const [index, [a, b]] of pairs.entries()) {
			const decision = decisions[index];
			const result = welch(a, b, decision?.level ?? at);
			expect(contains(result?.difference, 0)).toBe(decision?.isSignificant === false);
			const { lift } = fieller(a, b, decision?.level ?? at, result?.degreesOfFreedom ?? null);
			expect(lift === null || contains(lift, 0) === (decision?.isSignificant === false)).toBe(true);
		}
	});
	fc.assert(property, options);
});

test('the corrected Miettinen–Nurminen interval excludes 1 exactly where the adjusted score p is significant', () => {
	const family = fc.array(fc.tuple(counts, counts), { minLength: 1, maxLength: 12 });
	const method = fc.constantFrom('holm' as const, 'benjamini-hochberg' as const);
	const property = fc.property(family, method, level, (pairs, correction, at) => {
		const decisions = correctedComparisons(
			pairs.map(([one, two]) => scoreTest(...one, ...two)?.p ?? null),
			at,
			correction,
		);
		for (const [index, [one, two]] of pairs.entries()) {
			const decision = decisions[index];
			const interval = miettinenNurminen(...one, ...two, decision?.level ?? at);
			expect(contains(interval, 1)).toBe(decision?.isSignificant !== true);
		}
	});
	fc.assert(property, options);
});
