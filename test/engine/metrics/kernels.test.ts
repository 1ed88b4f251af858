import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { sharedShorts } from '../../../engine/frame/sharedArrays.ts';
import { aggregate, applyDelta } from '../../../engine/metrics/kernel/aggregate.ts';
import { KernelPool } from '../../../engine/metrics/kernel/KernelPool.ts';
import { buildMeasureMatrix } from '../../../engine/metrics/kernel/MeasureMatrix.ts';
import { statisticsAt, statisticsOfColumn, withoutZeros } from '../../../engine/metrics/kernel/statisticsAt.ts';
import { prepareTrend, trend } from '../../../engine/metrics/kernel/trend.ts';
import { orderTable } from '../frame/eventRows.ts';
import { AS_OF_DAY, randomOrders, seededRandom } from '../frame/randomRows.ts';

const pool = new KernelPool(1);
afterAll(() => pool.close());

async function started(kernelPool: KernelPool): Promise<void> {
	for (let attempt = 0; attempt < 200 && kernelPool.helpers === 0; attempt++) {
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
	expect(kernelPool.helpers).toBe(1);
}

function randomPairs(seed: number, rows: number, pairs: number) {
	const random = seededRandom(seed);
	const column = (scale: number) => ({
		values: Float64Array.from({ length: rows }, () => Math.floor(random() * 1e6) - 2e5),
		scale,
	});
	return Array.from({ length: pairs }, () => [column(2), column(0)] as const);
}

function randomMatrix(seed: number, rows: number, pairs: number) {
	return buildMeasureMatrix(rows, randomPairs(seed, rows, pairs));
}

function randomGroups(seed: number, rows: number, groups: number) {
	const random = seededRandom(seed);
	return sharedShorts(rows).map(() => Math.floor(random() * groups));
}

describe('aggregate', () => {
	it('gives the sums that a plain loop over the measures gives', () => {
		fc.assert(
			fc.property(
				fc.integer(),
				fc.integer({ min: 0, max: 200 }),
				fc.integer({ min: 1, max: 4 }),
				(seed, rows, count) => {
					const columns = randomPairs(seed, rows, count);
					const matrix = buildMeasureMatrix(rows, columns);
					const groups = randomGroups(seed, rows, 5);
					const { sums, stride } = aggregate(null, matrix, groups, 5);
					for (const [pair, [numerator, denominator]] of columns.entries()) {
						for (let group = 0; group < 5; group++) {
							const found = statisticsAt(matrix, sums.subarray(group * stride, (group + 1) * stride), pair);
							const members = [...groups.keys()].filter((row) => groups[row] === group);
							const add = (term: (x: number, y: number) => number) =>
								members.reduce((sum, row) => sum + term(numerator.values[row]!, denominator.values[row]!), 0);
							const cx = found.centerX * 100;
							const cy = found.centerY;
							expect(found).toEqual({
								n: members.length,
								sumX: add((x) => x) / 100,
								sumY: add((_, y) => y),
								centerX: found.centerX,
								centerY: found.centerY,
								sumXX: expect.closeTo(add((x) => (x - cx) ** 2) / 1e4, 2),
								sumYY: expect.closeTo(
									add((_, y) => (y - cy) ** 2),
									2,
								),
								sumXY: expect.closeTo(add((x, y) => (x - cx) * (y - cy)) / 100, 2),
							});
						}
					}
				},
			),
			{ seed: 3, numRuns: 30 },
		);
	});

	it('gives the same bits on two threads as on one', async () => {
		await started(pool);
		const rows = 300_000;
		const matrix = randomMatrix(11, rows, 3);
		const groups = randomGroups(12, rows, 9);
		const one = aggregate(null, matrix, groups, 9);
		for (let run = 0; run < 5; run++) {
			expect(aggregate(pool, matrix, groups, 9).sums).toEqual(one.sums);
		}
	});

	it('gives the same bits compiled as in TypeScript, whatever the number of pairs and groups', () => {
		for (const [pairs, groupCount] of [
			[1, 1],
			[2, 9],
			[5, 300],
			[20, 18],
		] as const) {
			const matrix = randomMatrix(21 + pairs, 70_001, pairs);
			const groups = randomGroups(22, 70_001, groupCount);
			expect(matrix.room).not.toBeNull();
			const compiled = aggregate(null, matrix, groups, groupCount).sums;
			expect(compiled).toEqual(aggregate(null, { ...matrix, room: null }, groups, groupCount).sums);
		}
	});

	it('works while the helper has not started, and after the pool is closed', async () => {
		const own = new KernelPool(1);
		const matrix = randomMatrix(1, 200_000, 1);
		const groups = randomGroups(2, 200_000, 2);
		const expected = aggregate(null, matrix, groups, 2).sums;
		expect(aggregate(own, matrix, groups, 2).sums).toEqual(expected);
		await started(own);
		await own.close();
		expect(own.helpers).toBe(0);
		expect(aggregate(own, matrix, groups, 2).sums).toEqual(expected);
	});

	it('keeps the digits of second moments of large values', () => {
		const values = Float64Array.of(1e9 + 1, 1e9 + 2, 1e9 + 3);
		const matrix = buildMeasureMatrix(3, [
			[
				{ values, scale: 0 },
				{ values, scale: 0 },
			],
		]);
		const found = statisticsAt(matrix, aggregate(null, matrix, sharedShorts(3), 1).sums, 0);
		expect([found.n, found.sumX, found.sumXX, found.sumXY]).toEqual([3, 3e9 + 6, 2, 2]);
	});
});

describe('applyDelta', () => {
	it('equals a full re-sum', () => {
		fc.assert(
			fc.property(fc.integer(), fc.integer({ min: 1, max: 300 }), (seed, rows) => {
				const matrix = randomMatrix(seed, rows, 2);
				const before = randomGroups(seed, rows, 4);
				const after = randomGroups(seed + 1, rows, 4);
				const moved = applyDelta(aggregate(null, matrix, before, 4), before, after).sums;
				expect(moved).toEqual(aggregate(null, matrix, after, 4).sums);
			}),
			{ seed: 4, numRuns: 40 },
		);
	});
});

describe('statisticsAt', () => {
	it('gives money in the currency and leaves out customers without x and y', () => {
		const revenue = { values: Float64Array.of(1000, 0, 2550, 0), scale: 2 };
		const orders = { values: Float64Array.of(1, 0, 2, 0), scale: 0 };
		const matrix = buildMeasureMatrix(4, [[revenue, orders]]);
		const { sums } = aggregate(null, matrix, sharedShorts(4), 1);
		const all = statisticsAt(matrix, sums, 0);
		expect([all.n, all.sumX, all.sumY, all.centerX]).toEqual([4, 35.5, 3, 8.88]);
		expect(statisticsOfColumn(matrix, sums, { pair: 0, side: 'y' })).toMatchObject({
			n: 4,
			sumX: 3,
			sumY: 4,
			sumYY: 0,
		});
		const buyers = withoutZeros(all, 2);
		expect(buyers.n).toBe(2);
		expect(buyers.sumXX).toBeCloseTo((10 - 8.88) ** 2 + (25.5 - 8.88) ** 2, 10);
		expect(buyers.sumXY).toBeCloseTo((10 - 8.88) * (1 - 1) + (25.5 - 8.88) * (2 - 1), 10);
	});
});

describe('trend', () => {
	it('gives orders and revenue by group and month as a plain loop does, on one and two threads', async () => {
		await started(pool);
		const customers = 500;
		const rows = randomOrders(21, customers, 4000);
		const table = orderTable(rows, customers);
		const groups = randomGroups(22, customers, 3);
		const expected = new Map<string, { orders: number; cents: number }>();
		const seen = new Set<string>();
		for (const { customer, order, day, revenue } of rows) {
			const isFirst = order === null || !seen.has(`${customer}/${order}`);
			seen.add(`${customer}/${order}`);
			if (customer < customers && day !== null && day <= AS_OF_DAY) {
				const key = `${groups[customer]} ${new Date(day * 86_400_000).toISOString().slice(0, 7)}`;
				const cell = expected.get(key) ?? { orders: 0, cents: 0 };
				expected.set(key, { orders: cell.orders + (isFirst ? 1 : 0), cents: cell.cents + (revenue ?? 0) });
			}
		}
		const source = prepareTrend(table, AS_OF_DAY)!;
		for (const threads of [null, pool]) {
			const found = trend(threads, source, groups, 3);
			const cells = found.months.flatMap((month, at) =>
				[0, 1, 2].map((group) => {
					const cell = group * found.months.length + at;
					return [
						`${group} ${month}`,
						{ orders: found.orders[cell]!, cents: Math.round(found.revenue![cell]! * 100) },
					] as const;
				}),
			);
			expect(new Map(cells.filter(([, { orders, cents }]) => orders !== 0 || cents !== 0))).toEqual(expected);
		}
	});

	it('splits a large table between threads without changing a cell', async () => {
		await started(pool);
		const customers = 20_000;
		const rows = Array.from({ length: 600_000 }, (_, at) => ({
			customer: Math.floor(at / 30),
			order: null,
			day: AS_OF_DAY - ((at * 7919) % 700),
			revenue: (at * 31) % 20_000,
			cost: null,
		}));
		const source = prepareTrend(orderTable(rows, customers, ['date', 'revenue']), AS_OF_DAY)!;
		const groups = randomGroups(5, customers, 4);
		expect(trend(pool, source, groups, 4)).toEqual(trend(null, source, groups, 4));
		expect(trend(pool, source, groups, 4).orders.reduce((sum, count) => sum + count, 0)).toBe(600_000);
	});

	it('has nothing to show without dates', () => {
		const rows = randomOrders(1, 10, 20);
		expect(prepareTrend(orderTable(rows, 10, ['revenue']), AS_OF_DAY)).toBe(null);
		expect(prepareTrend(orderTable(rows, 10), 0)).toBe(null);
	});
});
