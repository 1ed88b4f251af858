import { afterAll, describe, expect, it } from 'vitest';
import { sharedShorts } from '../../../engine/frame/sharedArrays.ts';
import { KernelPool } from '../../../engine/metrics/kernel/KernelPool.ts';
import { prepareTrend, trend } from '../../../engine/metrics/kernel/trend.ts';
import { orderTable } from '../frame/eventRows.ts';
import { AS_OF_DAY, randomOrders, seededRandom } from '../frame/randomRows.ts';
import { started } from './started.ts';

const pool = new KernelPool(1);
afterAll(() => pool.close());

function randomGroups(seed: number, rows: number, groups: number) {
	const random = seededRandom(seed);
	return sharedShorts(rows).map(() => Math.floor(random() * groups));
}

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
