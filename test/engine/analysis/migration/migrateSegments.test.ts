import { expect, test } from 'vitest';
import { EXCLUDED_PLACE, NOT_YET_PLACE } from '#shared/model/segmentMigration.ts';
import { REMAINDER_ID, type Segmentation } from '#shared/model/segmentation.ts';
import { categories, orderTable, type OrderRow } from '../../frame/eventRows.ts';
import { AS_OF_DAY, randomOrders, seededRandom } from '../../frame/randomRows.ts';
import { segmentationOf, tierAttribute } from '../analyzeRows.ts';
import { followRows } from './followRows.ts';

const rules: Segmentation = {
	...segmentationOf({ big: 'revenue >= 300', recent: 'recency_days <= 60', quiet: 'recency_days > 60' }),
	exclusions: [{ id: 'staff', name: 'Staff', rule: "tier = 'staff'" }],
};

/** Where a customer is on a day and what they spent in a period, from the rows alone. */
function plain(orders: readonly OrderRow[], tiers: readonly string[], customer: number) {
	const own = orders.filter((row) => row.customer === customer && row.day !== null);
	const upTo = (day: number) => own.filter((row) => row.day! <= day);
	const spentUpTo = (day: number) => upTo(day).reduce((sum, { revenue }) => sum + (revenue ?? 0), 0);
	const placeOn = (day: number): string => {
		const counted = upTo(day);
		if (counted.length === 0 && upTo(AS_OF_DAY).length > 0) {
			return NOT_YET_PLACE;
		}
		if (tiers[customer] === 'staff') {
			return EXCLUDED_PLACE;
		}
		const isKnown = counted.length === 0 || counted.some(({ revenue }) => revenue !== null);
		const recency = counted.length === 0 ? null : day - Math.max(...counted.map((row) => row.day!));
		return isKnown && spentUpTo(day) >= 30_000
			? 'big'
			: recency === null
				? REMAINDER_ID
				: recency <= 60
					? 'recent'
					: 'quiet';
	};
	return { placeOn, spent: (since: number, until: number) => spentUpTo(until) - spentUpTo(since) };
}

test.each([
	[1, 300, 1500, AS_OF_DAY - 90, AS_OF_DAY],
	[2, 120, 400, AS_OF_DAY - 200, AS_OF_DAY - 20],
	[3, 90, 200, AS_OF_DAY - 31, AS_OF_DAY - 1],
])(
	'seed %i: every flow is what a plain loop over the rows counts, to the cent',
	async (seed, customers, rows, from, to) => {
		const orders = randomOrders(seed, customers, rows);
		const random = seededRandom(seed + 100);
		const tiers = Array.from({ length: customers }, () => (random() < 0.1 ? 'staff' : 'plain'));
		const attributes = tierAttribute(tiers);
		const { migrate, moving } = followRows({
			customers,
			attributes,
			orders: orderTable(orders, customers),
			segmentation: rules,
			from,
			to,
		});
		const found = await migrate();
		const expected = new Map<string, { people: number; before: number; after: number; rows: number[] }>();
		for (let customer = 0; customer < customers; customer++) {
			const { placeOn, spent } = plain(orders, tiers, customer);
			const key = `${placeOn(from)} > ${placeOn(to)}`;
			const cell = expected.get(key) ?? { people: 0, before: 0, after: 0, rows: [] };
			cell.people++;
			cell.before += spent(2 * from - to, from);
			cell.after += spent(from, to);
			cell.rows.push(customer);
			expected.set(key, cell);
		}
		const idOf = (place: number) => found.places[place]!.id;
		const cents = (value: number | null) => Math.round(value! * 100);
		const cells = found.flows.map((flow) => [
			`${idOf(flow.from)} > ${idOf(flow.to)}`,
			[flow.people, cents(flow.revenueBefore), cents(flow.revenueAfter)],
		]);
		expect(Object.fromEntries(cells)).toEqual(
			Object.fromEntries([...expected].map(([key, { people, before, after }]) => [key, [people, before, after]])),
		);
		const [largest] = found.flows.toSorted((a, b) => b.people - a.people);
		const key = `${idOf(largest!.from)} > ${idOf(largest!.to)}`;
		expect(await moving(idOf(largest!.from), idOf(largest!.to))).toEqual(expected.get(key)?.rows);
		expect((await moving(null, null)).length).toBe(customers);

		// Rows and columns add up to the sizes, the sizes to all customers, and each segment's change of revenue to its sums.
		for (const [place, size] of found.before.entries()) {
			const row = found.flows.filter((flow) => flow.from === place);
			const column = found.flows.filter((flow) => flow.to === place);
			const people = (list: typeof row) => list.reduce((sum, flow) => sum + flow.people, 0);
			const money = (list: typeof row, part: 'revenueBefore' | 'revenueAfter') =>
				list.reduce((sum, flow) => sum + cents(flow[part]), 0);
			expect([people(row), money(row, 'revenueBefore')]).toEqual([size.people, cents(size.revenue)]);
			expect([people(column), money(column, 'revenueAfter')]).toEqual([
				found.after[place]!.people,
				cents(found.after[place]!.revenue),
			]);
		}
		for (const sizes of [found.before, found.after]) {
			expect(sizes.reduce((sum, { people }) => sum + people, 0)).toBe(customers);
		}
		for (const { before, after, stayed, entered, left, revenueChange } of found.segments) {
			expect([before.people, after.people]).toEqual([stayed + left, stayed + entered]);
			const { total, stayers, movedIn, newCustomers, movedOut } = revenueChange!;
			expect(cents(total)).toBe(cents(after.revenue) - cents(before.revenue));
			expect(cents(total)).toBe(cents(stayers) + cents(movedIn) + cents(newCustomers) - cents(movedOut));
		}
	},
);

/** Customers with one order of 500.00 in each period, but for the first `quiet` of them, who stop; as many small ones spend more. */
function leaking(quiet: number, grow: number): OrderRow[] {
	const row = (customer: number, day: number, revenue: number): OrderRow => ({
		customer,
		order: `${customer} ${day}`,
		day,
		revenue,
		cost: null,
	});
	return Array.from({ length: 400 }, (_, customer) => {
		const isBig = customer < 100;
		const jitter = (customer % 7) - 3;
		return [
			row(customer, AS_OF_DAY - 120, isBig ? 50_000 + jitter : 2_000 + jitter),
			...(isBig && customer < quiet ? [] : [row(customer, AS_OF_DAY - 10, isBig ? 50_000 : 2_000 + grow)]),
		];
	}).flat();
}

const valuable: Segmentation = segmentationOf({
	big: 'average_order_value >= 100 and recency_days <= 60',
	small: 'revenue > 0',
});
const period = { from: AS_OF_DAY - 90, to: AS_OF_DAY } as const;

test('a segment of high value that leaks while the total holds is named with its test; a stable one is not', async () => {
	const follow = (quiet: number, grow: number) =>
		followRows({
			customers: 400,
			orders: orderTable(leaking(quiet, grow), 400),
			segmentation: valuable,
			...period,
		}).migrate();
	const leak = await follow(60, 10_000);
	expect(leak.warnings.map(({ segment, subject, isTotalHeld }) => [segment, subject, isTotalHeld])).toEqual([
		['big', 'members', true],
		['big', 'revenue', true],
	]);
	expect(leak.warnings[0]?.message).toBe(
		'“BIG” lost 60 members of 100 (60.0\u00a0%): 60 left and 0 entered, more than chance explains (McNemar’s exact test, adjusted p < 0.001). The total holds, so it does not show there.',
	);
	expect(leak.warnings[1]?.message).toContain('paired t test over all customers');
	const shared = await follow(60, 0);
	expect(shared.warnings.map(({ isTotalHeld }) => isTotalHeld)).toEqual([false, false]);
	expect(shared.warnings[0]?.message).toContain('The total falls as well');
	expect((await follow(0, 0)).warnings).toEqual([]);
	expect((await follow(2, 10_000)).warnings).toEqual([]);
});

test('who stays has R’s Wilson interval, and the sizes scipy’s index', async () => {
	const orders = orderTable(leaking(60, 0), 400);
	const { segments, stability } = await followRows({
		customers: 400,
		orders,
		segmentation: valuable,
		...period,
	}).migrate();
	// R: prop.test(40, 100, correct = FALSE)$conf.int
	expect(segments[0]).toMatchObject({ stayed: 40, left: 60, entered: 0, stayShare: 0.4, isHighValue: true });
	expect(segments[0]?.stayInterval?.low).toBeCloseTo(0.3094013, 6);
	expect(segments[0]?.stayInterval?.high).toBeCloseTo(0.4979974, 6);
	// scipy: e, a = [100.5, 300.5, 0.5], [40.5, 360.5, 0.5]; entropy(a, e) + entropy(e, a)
	expect(stability).toMatchObject({ band: 'some', people: 400 });
	expect(stability?.index).toBeCloseTo(0.1630236547, 9);
});

test('fields without a past, periods before the first order and dates after the data are told', async () => {
	const orders = orderTable(leaking(0, 0), 400);
	const segmentation: Segmentation = {
		...segmentationOf({ a: 'doubled > 200 and revenue > 1', b: "tier = 'x'" }),
		customFields: [{ name: 'doubled', expression: 'points * 2', description: '' }],
	};
	const attributes = [
		...tierAttribute(Array.from({ length: 400 }, () => 'x')),
		{ name: 'points', table: 'customers' as const, column: categories(Array.from({ length: 400 }, () => '1')) },
	];
	const { notes } = await followRows({
		customers: 400,
		orders,
		attributes,
		segmentation,
		from: AS_OF_DAY - 90,
		to: AS_OF_DAY + 30,
	}).migrate();
	expect(notes).toEqual([
		expect.stringMatching(/^The rules read (points, tier|tier), which the data holds only as of the export/),
		expect.stringMatching(/^The first order is of .*are not covered in full/),
		expect.stringMatching(/^The data ends on .*recency grows while nobody can order/),
	]);
});

test('dates in the wrong order, data without dates and dates before the data are refused in a sentence', async () => {
	const orders = orderTable(leaking(0, 0), 400);
	const at = (from: number, to: number, newestDay: number | null = AS_OF_DAY - 1) =>
		followRows({ customers: 400, orders, segmentation: valuable, from, to, newestDay }).migrate();
	await expect(at(AS_OF_DAY, AS_OF_DAY - 1)).rejects.toThrow('is not before the later one');
	await expect(at(AS_OF_DAY - 1, AS_OF_DAY, null)).rejects.toThrow('nothing in the data has a date');
	await expect(at(AS_OF_DAY - 300, AS_OF_DAY)).rejects.toThrow(/Nothing had happened by .* The first order is of /);
	await expect(
		followRows({ customers: 400, orders, segmentation: valuable, ...period }).moving('gone', null),
	).rejects.toThrow('There is no segment "gone"');
});
