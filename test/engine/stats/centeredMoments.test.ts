import { expect, test } from 'vitest';
import { centeredMoments } from '../../../engine/stats/centeredMoments.ts';
import { meanInterval } from '../../../engine/stats/meanInterval.ts';
import type { SufficientStatistics } from '../../../engine/stats/SufficientStatistics.ts';
import { varianceX } from '../../../engine/stats/varianceX.ts';

/** Plain running sums of x alone, with the rounding that counting over many customers really has. */
function runningSums(n: number, centerX: number, draw: (index: number) => number): SufficientStatistics {
	let sumX = 0;
	let sumXX = 0;
	for (let index = 0; index < n; index++) {
		const x = draw(index);
		sumX += x;
		sumXX += (x - centerX) ** 2;
	}
	return { n, sumX, sumY: n, centerX, centerY: 1, sumXX, sumYY: 0, sumXY: 0 };
}

test('a million equal customers have no spread, although their rounded sums leave some', () => {
	const equal = runningSums(1_000_000, 37, () => 19.99);
	const offset = equal.sumX - equal.n * equal.centerX;
	expect(Math.abs(equal.sumXX - (offset * offset) / equal.n)).toBeGreaterThan(0);
	expect(centeredMoments(equal)).toEqual({ n: 1_000_000, xx: 0, yy: 0, xy: 0 });
	expect(meanInterval(equal, 0.95)).toMatchObject({ low: null, high: null });
});

test('a real spread of a cent around 19.99 among ten thousand customers is kept', () => {
	const nearly = runningSums(10_000, 37, (index) => (index % 2 === 0 ? 19.98 : 20));
	expect(varianceX(nearly)).toBeCloseTo((0.01 ** 2 * 10_000) / 9_999, 9);
});

test('one customer and none have no moments', () => {
	expect(centeredMoments(runningSums(1, 0, () => 5))).toEqual({ n: 1, xx: 0, yy: 0, xy: 0 });
	expect([varianceX(runningSums(1, 0, () => 5)), varianceX(runningSums(0, 0, () => 5))]).toEqual([null, null]);
});
