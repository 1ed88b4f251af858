import { expect, test } from 'vitest';
import { RandomStream } from '../../../engine/stats/RandomStream.ts';

test('a stream depends on seed, item and purpose, and on nothing else', () => {
	const draw = (seed: number, item: number, purpose: number): readonly number[] => {
		const random = new RandomStream(seed);
		random.restart(item, purpose);
		return Array.from({ length: 8 }, () => random.next());
	};
	expect(draw(1, 2, 3)).toEqual(draw(1, 2, 3));
	const others = [draw(1, 2, 3), draw(2, 2, 3), draw(1, 3, 3), draw(1, 2, 4)].map((numbers) => numbers.join());
	expect(new Set(others).size).toBe(4);
});

test('the first draws of neighbouring customers are uniform and unrelated', () => {
	const random = new RandomStream(42);
	const size = 100_000;
	const units = Array.from({ length: size }, (_, item) => {
		random.restart(item, 1);
		return random.unit();
	});
	const counts = new Int32Array(100);
	units.forEach((unit) => counts[Math.floor(unit * 100)]!++);
	const chiSquare = counts.reduce((sum, count) => sum + (count - size / 100) ** 2 / (size / 100), 0);
	// 99 degrees of freedom: mean 99, standard deviation 14.
	expect(chiSquare).toBeGreaterThan(99 - 4 * 14);
	expect(chiSquare).toBeLessThan(99 + 4 * 14);
	const products = units.slice(1).reduce((sum, unit, index) => sum + (unit - 0.5) * (units[index]! - 0.5), 0);
	expect(Math.abs((products / size) * 12)).toBeLessThan(4 / Math.sqrt(size));
});

test('pick follows the cumulative weights', () => {
	const random = new RandomStream(7);
	const counts = [0, 0, 0];
	for (let draw = 0; draw < 30_000; draw++) {
		counts[random.pick([0.5, 0.8, 1])]!++;
	}
	expect(counts[0]! / 30_000).toBeCloseTo(0.5, 1);
	expect(counts[1]! / 30_000).toBeCloseTo(0.3, 1);
	expect(counts[2]! / 30_000).toBeCloseTo(0.2, 1);
});
