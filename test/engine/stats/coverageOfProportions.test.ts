import { expect, test } from 'vitest';
import { katzLog } from '../../../engine/stats/katzLog.ts';
import { miettinenNurminen } from '../../../engine/stats/miettinenNurminen.ts';
import { newcombeDifference } from '../../../engine/stats/newcombeDifference.ts';
import { scoreTest } from '../../../engine/stats/scoreTest.ts';
import { wilsonInterval } from '../../../engine/stats/wilsonInterval.ts';

/*
 * Counts are few enough to add up the probability of every outcome whose interval covers the truth, so coverage is exact
 * here rather than simulated. Outcomes rarer than 1e-7 are left out.
 */
interface Bounds {
	readonly low: number | null;
	readonly high: number | null;
}

function covers(bounds: Bounds | null, truth: number): boolean {
	return bounds !== null && (bounds.low ?? -Infinity) <= truth && truth <= (bounds.high ?? Infinity);
}

function binomial(n: number, rate: number): readonly number[] {
	const probabilities = [(1 - rate) ** n];
	for (let x = 1; x <= n; x++) {
		probabilities.push(((probabilities[x - 1] ?? 0) * (n - x + 1) * rate) / (x * (1 - rate)));
	}
	return probabilities;
}

/** Probability of "yes" over both groups' outcomes. */
function probability(n: number, rate1: number, rate0: number, holds: (x1: number, x0: number) => boolean): number {
	const control = binomial(n, rate0);
	return binomial(n, rate1).reduce(
		(sum, p1, x1) => sum + control.reduce((part, p0, x0) => part + (p1 * p0 > 1e-7 && holds(x1, x0) ? p1 * p0 : 0), 0),
		0,
	);
}

test('Wilson covers 93 to 97 % down to five expected events or fewer', () => {
	const coverage = (n: number, rate: number): number =>
		binomial(n, rate).reduce((sum, p, x) => sum + (covers(wilsonInterval(x, n, 0.95), rate) ? p : 0), 0);
	for (const [n, rate] of [
		[50, 0.1],
		[100, 0.025],
		[100, 0.3],
		[200, 0.05],
		[1000, 0.025],
	] as const) {
		expect(coverage(n, rate)).toBeGreaterThan(0.93);
		expect(coverage(n, rate)).toBeLessThan(0.971);
	}
});

const grid = [
	{ n: 100, rate0: 0.025, rate1: 0.025, score: 0.956, katz: 0.998 },
	{ n: 100, rate0: 0.025, rate1: 0.1, score: 0.961, katz: 0.96 },
	{ n: 200, rate0: 0.025, rate1: 0.025, score: 0.954, katz: 0.981 },
	{ n: 200, rate0: 0.025, rate1: 0.1, score: 0.95, katz: 0.963 },
	{ n: 500, rate0: 0.025, rate1: 0.03, score: 0.951, katz: 0.961 },
] as const;

test.each(grid)(
	'at $n per group and $rate0 to $rate1 the intervals cover as often as the design document simulated',
	({ n, rate0, rate1, score, katz }) => {
		const ratio = rate1 / rate0;
		const scored = probability(n, rate1, rate0, (x1, x0) => covers(miettinenNurminen(x1, n, x0, n, 0.95), ratio));
		const logged = probability(n, rate1, rate0, (x1, x0) => covers(katzLog(x1, n, x0, n, 0.95), ratio));
		const hybrid = probability(n, rate1, rate0, (x1, x0) =>
			covers(newcombeDifference(x1, n, x0, n, 0.95), rate1 - rate0),
		);
		expect(Math.abs(scored - score)).toBeLessThan(0.005);
		expect(Math.abs(logged - katz)).toBeLessThan(0.005);
		expect(hybrid).toBeGreaterThan(0.947);
		expect(hybrid).toBeLessThan(0.982);
	},
);

test('the score test finds nothing in 95 % of identical groups', () => {
	const found = probability(200, 0.1, 0.1, (x1, x0) => (scoreTest(x1, 200, x0, 200)?.p ?? 1) < 0.05);
	expect(Math.abs(found - 0.05)).toBeLessThan(0.004);
});
