import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column } from '../../../engine/columns/Column.ts';
import { buildFrame } from '../../../engine/frame/buildFrame.ts';
import type { FrameInput } from '../../../engine/frame/buildFrame.ts';
import { addMonths, dayOfIso } from '#shared/rules/calendar.ts';
import { derivedFields } from '../../../engine/frame/derivedFields.ts';
import { categories, days, flags, integers, moments, orderTable, recipientTable } from './eventRows.ts';
import type { OrderRow, RecipientRow } from './eventRows.ts';
import { ARMS, AS_OF_DAY, FIRST_DAY, randomOrders, randomRecipients } from './randomRows.ts';
import { readField } from './readField.ts';

const nothing: FrameInput = {
	customers: 3,
	customerId: (row) => `c${row}`,
	attributes: [],
	signupDate: null,
	orders: null,
	recipients: null,
	arms: null,
	asOfDay: AS_OF_DAY,
};

const order = (
	customer: number,
	day: number | null,
	revenue: number | null,
	more: Partial<OrderRow> = {},
): OrderRow => ({
	customer,
	day,
	revenue,
	order: null,
	cost: null,
	...more,
});

const message = (customer: number, arm: string | null, more: Partial<RecipientRow> = {}): RecipientRow => ({
	customer,
	arm,
	day: AS_OF_DAY,
	delivered: null,
	opened: null,
	clicked: null,
	convertedMs: null,
	revenue: null,
	...more,
});

/** Every derived field of a frame, by name. */
function derivedOf(input: FrameInput): Record<string, readonly unknown[]> {
	const frame = buildFrame(input);
	return Object.fromEntries([...frame.derived].map((name) => [name, readField(frame, name)]));
}

/** Row by row, customer by customer, as slowly and plainly as possible. */
function naiveOrders(rows: readonly OrderRow[], customers: number) {
	const seen = new Set<string>();
	const lines = rows.map((row) => {
		const key = `${row.customer}/${row.order}`;
		const isFirst = row.order === null || !seen.has(key);
		seen.add(key);
		return { ...row, isFirst };
	});
	return Array.from({ length: customers }, (_, customer) => {
		const own = lines.filter((row) => row.customer === customer && row.day !== null && row.day <= AS_OF_DAY);
		const dates = own.map((row) => row.day ?? 0);
		const revenues = own.flatMap((row) => row.revenue ?? []);
		const margins = own.flatMap((row) => (row.revenue === null || row.cost === null ? [] : row.revenue - row.cost));
		const count = own.filter((row) => row.isFirst).length;
		const total = (values: readonly number[]) =>
			own.length > 0 && values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / 100;
		const revenue = total(revenues);
		const since = (months: number) => {
			const day = addMonths(AS_OF_DAY, -months);
			const recent = own.filter((row) => (row.day ?? 0) >= day);
			const sumOf = (known: readonly number[]) =>
				recent.length > 0 && known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / 100;
			return {
				[`orders_last_${months}_months`]: recent.filter((row) => row.isFirst).length,
				[`revenue_last_${months}_months`]: sumOf(recent.flatMap((row) => row.revenue ?? [])),
				[`margin_last_${months}_months`]: sumOf(
					recent.flatMap((row) => (row.revenue === null || row.cost === null ? [] : row.revenue - row.cost)),
				),
			};
		};
		return {
			...since(6),
			...since(12),
			...since(24),
			order_count: count,
			is_repeat: count > 1,
			revenue,
			margin: total(margins),
			average_order_value: count === 0 || revenue === null ? null : revenue / count,
			recency_days: own.length === 0 ? null : AS_OF_DAY - Math.max(...dates),
			first_order_date: own.length === 0 ? null : Math.min(...dates),
			last_order_date: own.length === 0 ? null : Math.max(...dates),
			tenure_days: own.length === 0 ? null : AS_OF_DAY - Math.min(...dates),
		};
	});
}

function naiveRecipients(rows: readonly RecipientRow[], customers: number) {
	return Array.from({ length: customers }, (_, customer) => {
		const own = rows.filter((row) => row.customer === customer && row.day !== null && row.day <= AS_OF_DAY);
		const revenues = own.flatMap((row) => row.revenue ?? []);
		const isTreated = own.some((row) => row.arm === 'mailed');
		const isControl = own.some((row) => row.arm === 'holdout');
		return {
			sends: own.filter((row) => row.delivered === true).length,
			opens: own.filter((row) => row.opened === true).length,
			clicks: own.filter((row) => row.clicked !== null && row.clicked > 0).length,
			conversions: own.filter((row) => row.convertedMs !== null).length,
			arm: isTreated === isControl ? null : isTreated ? 'treatment' : 'control',
			campaign_revenue:
				own.length > 0 && revenues.length === 0 ? null : revenues.reduce((sum, value) => sum + value, 0) / 100,
		};
	});
}

function byField<R extends object>(rows: readonly R[]): Record<string, unknown[]> {
	const names = Object.keys(rows[0] ?? {}) as (keyof R & string)[];
	return Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])]));
}

describe('buildFrame', () => {
	it('gives what counting row by row gives, on random orders and campaigns', () => {
		fc.assert(
			fc.property(
				fc.integer(),
				fc.integer({ min: 1, max: 40 }),
				fc.integer({ min: 0, max: 300 }),
				(seed, customers, rows) => {
					const orders = randomOrders(seed, customers, rows);
					const recipients = randomRecipients(seed + 1, customers, rows);
					const found = derivedOf({
						...nothing,
						customers,
						orders: orderTable(orders, customers),
						recipients: recipientTable(recipients, customers),
						arms: ARMS,
					});
					expect(found).toEqual({
						...byField(naiveOrders(orders, customers)),
						...byField(naiveRecipients(recipients, customers)),
					});
				},
			),
			{ seed: 20_240_501, numRuns: 40 },
		);
	});

	it('counts recent orders from the same day of an earlier month, or its last day, to the as-of date', () => {
		const asOfDay = dayOfIso('2024-08-31')!;
		const dates = ['2022-08-30', '2022-08-31', '2023-08-30', '2023-08-31', '2024-02-28', '2024-02-29', '2024-09-01'];
		const rows = dates.map((date, place) => order(0, dayOfIso(date), 10 ** place));
		// The second line of an order that began before the window is revenue of the window, but no order of it.
		const halves = [
			order(1, dayOfIso('2024-02-01'), 500, { order: 'A' }),
			order(1, dayOfIso('2024-03-01'), 700, { order: 'A' }),
			order(1, dayOfIso('2024-04-01'), null, { order: 'B' }),
			order(2, dayOfIso('2024-04-01'), null),
		];
		const frame = buildFrame({ ...nothing, orders: orderTable([...rows, ...halves], 3), asOfDay });
		const found = [6, 12, 24].map((months) => [
			readField(frame, `orders_last_${months}_months`),
			readField(frame, `revenue_last_${months}_months`),
		]);
		expect(found).toEqual([
			[
				[1, 1, 1],
				[1000, 7, null],
			],
			[
				[3, 2, 1],
				[1110, 12, null],
			],
			[
				[5, 2, 1],
				[1111.1, 12, null],
			],
		]);
		expect(frame.fields.find(({ name }) => name === 'revenue_last_6_months')?.nulls).toBe(1);
	});

	it('has no field whose table or column is absent', () => {
		const orders = orderTable([order(0, AS_OF_DAY, 100)], 3, []);
		const recipients = recipientTable([message(0, 'mailed')], 3, []);
		expect(Object.keys(derivedOf(nothing))).toEqual([]);
		expect(Object.keys(derivedOf({ ...nothing, orders }))).toEqual(['order_count', 'is_repeat']);
		expect(Object.keys(derivedOf({ ...nothing, recipients }))).toEqual(['sends']);
	});

	it('counts every row of a table that has no dates', () => {
		const orders = orderTable([order(1, null, 250), order(1, null, 150)], 3, ['revenue']);
		expect(derivedOf({ ...nothing, orders })).toEqual({
			order_count: [0, 2, 0],
			is_repeat: [false, true, false],
			revenue: [0, 4, 0],
			average_order_value: [null, 2, null],
		});
	});

	it('leaves out rows without a date and rows after the as-of day, and says how many', () => {
		const rows = [order(0, null, 100), order(0, AS_OF_DAY + 1, 200), order(0, AS_OF_DAY, 400)];
		const frame = buildFrame({ ...nothing, orders: orderTable(rows, 3) });
		expect(readField(frame, 'revenue')).toEqual([4, 0, 0]);
		expect(frame.problems.map(({ code, message: text }) => [code, text])).toEqual([
			['frame.undated-rows', 'Left out of every figure: 1 order row without a date.'],
			['frame.later-rows', 'Not counted yet: 1 order row dated after 2022-11-04, the as-of date.'],
			['frame.no-margin', 'Left out of the margin: 1 order row without revenue or without cost.'],
		]);
	});

	it('reads moments as the day of their date in UTC', () => {
		const table = orderTable([order(0, 0, 100), order(0, 0, 100)], 3, ['revenue']);
		const midnight = (AS_OF_DAY + 1) * 86_400_000;
		const columns = new Map([...table.columns, ['date', moments([midnight - 1, midnight])] as const]);
		const frame = buildFrame({ ...nothing, orders: { ...table, columns } });
		expect(readField(frame, 'recency_days')).toEqual([0, null, null]);
		expect(readField(frame, 'order_count')).toEqual([1, 0, 0]);
	});

	it('counts tenure from sign-up, or else from the first order', () => {
		const signupDate = days([AS_OF_DAY - 10, null, AS_OF_DAY + 5]);
		const orders = orderTable([order(0, FIRST_DAY, 1), order(1, AS_OF_DAY - 3, 1)], 3);
		expect(derivedOf({ ...nothing, signupDate, orders })['tenure_days']).toEqual([10, 3, null]);
		expect(derivedOf({ ...nothing, signupDate })).toEqual({ tenure_days: [10, null, null] });
	});

	it('sums costs of another scale than the revenue exactly', () => {
		const table = orderTable([order(0, AS_OF_DAY, 10), order(0, AS_OF_DAY, 20)], 3, ['revenue']);
		const cost = { ...integers([1, 2]), type: 'decimal', scale: 3 } as const;
		const frame = buildFrame({
			...nothing,
			orders: { ...table, columns: new Map([...table.columns, ['cost', cost]]) },
		});
		expect(readField(frame, 'margin')).toEqual([0.297, 0, 0]);
	});

	it('takes treatment rows as sent where nothing says what was delivered, and every row where there are no arms', () => {
		const rows = [message(0, 'mailed'), message(0, 'mailed'), message(1, 'holdout')];
		const withArms = { ...nothing, recipients: recipientTable(rows, 3, ['arm']), arms: ARMS };
		expect(derivedOf(withArms)['sends']).toEqual([2, 0, 0]);
		expect(derivedOf({ ...withArms, arms: null })['sends']).toEqual([2, 1, 0]);
	});

	it('reads arms from flags and numbers by the spelling of the mapping', () => {
		const table = recipientTable([message(0, null), message(1, null)], 3, []);
		const armsFrom = (arm: Column, treatment: string, control: string) => {
			const recipients = { ...table, columns: new Map([['arm', arm]]) };
			return derivedOf({ ...nothing, recipients, arms: { treatment: [treatment], control: [control] } })['arm'];
		};
		expect(armsFrom(flags([true, false]), 'Yes', 'No')).toEqual(['treatment', 'control', null]);
		expect(armsFrom(integers([0, 1]), '1', '0')).toEqual(['control', 'treatment', null]);
	});

	it('puts customers of both arms in neither, and counts them', () => {
		const rows = [message(0, 'mailed'), message(0, 'holdout'), message(1, 'other')];
		const frame = buildFrame({ ...nothing, recipients: recipientTable(rows, 3), arms: ARMS });
		expect(readField(frame, 'arm')).toEqual([null, null, null]);
		expect([...(frame.arms ?? [])]).toEqual([3, 0, 0]);
		expect(frame.problems.map(({ code }) => code)).toEqual([
			'frame.no-campaign-revenue',
			'frame.both-arms',
			'frame.other-arms',
		]);
	});

	it('keeps attributes by their header and renames those that a derived field is called', () => {
		const column = categories(['a', 'b', 'b']);
		const orders = orderTable([order(0, AS_OF_DAY, 100)], 3);
		const attribute = (name: string) => ({ name, table: 'customers', column }) as const;
		const input = { ...nothing, attributes: [attribute('plan'), attribute('revenue'), attribute('plan')] };
		expect(buildFrame(input).fields.map(({ name }) => name)).toEqual(['plan', 'revenue', 'plan (customers)']);
		const frame = buildFrame({ ...input, orders });
		expect(frame.fields.slice(0, 3).map(({ name }) => name)).toEqual([
			'plan',
			'revenue (customers)',
			'plan (customers)',
		]);
		expect(frame.problems[0]).toEqual({
			severity: 'warning',
			code: 'frame.renamed-attribute',
			message:
				'The column "revenue" of the customers table has the name of a field that is computed from events. In rules it is called `revenue (customers)`.',
			source: { kind: 'project' },
		});
		expect(frame.fields[0]).toEqual({
			name: 'plan',
			type: 'text',
			origin: 'attribute',
			description: '',
			unit: null,
			nulls: 0,
			values: ['b', 'a'],
		});
	});

	it('lists at most 200 labels of a category, most frequent first', () => {
		const labels = Array.from({ length: 600 }, (_, row) => `l${row % 300}`);
		const column = categories([...labels, 'l299', 'l299', null]);
		const attributes = [{ name: 'tag', table: 'customers', column }] as const;
		const [field] = buildFrame({ ...nothing, customers: 603, attributes }).fields;
		expect(field?.nulls).toBe(1);
		expect(field?.values.length).toBe(200);
		expect(field?.values.slice(0, 2)).toEqual(['l299', 'l0']);
	});

	it('knows which fields no row holds a value for', () => {
		const orders = orderTable([order(0, AS_OF_DAY, null)], 3);
		const recipients = recipientTable([message(0, 'mailed')], 3);
		expect([...buildFrame({ ...nothing, orders, recipients, arms: ARMS }).valueless]).toEqual([
			'revenue',
			'margin',
			'opens',
			'clicks',
			'conversions',
			'campaign_revenue',
		]);
		const later = orderTable([order(0, AS_OF_DAY + 1, 5)], 3);
		expect([...buildFrame({ ...nothing, orders: later }).valueless]).toEqual(['order_count', 'revenue', 'margin']);
	});

	it('works on a base without customers', () => {
		const frame = buildFrame({ ...nothing, customers: 0, orders: orderTable([order(0, AS_OF_DAY, 100)], 0) });
		expect([frame.length, readField(frame, 'revenue')]).toEqual([0, []]);
	});

	it('refuses an attribute of another length than the base', () => {
		const attributes = [{ name: 'plan', table: 'customers', column: categories(['a']) }] as const;
		expect(() => buildFrame({ ...nothing, attributes })).toThrow('The attribute plan has 1 rows, the customer base 3');
	});

	it('says of each derived field what it is and what it needs', () => {
		expect(new Set(derivedFields.map(({ name }) => name)).size).toBe(derivedFields.length);
		expect(derivedFields.every(({ description }) => description.length > 20)).toBe(true);
		expect(derivedFields.map(({ name }) => name).join(' ')).toBe(
			'recency_days order_count revenue margin average_order_value first_order_date last_order_date tenure_days is_repeat orders_last_6_months orders_last_12_months orders_last_24_months revenue_last_6_months revenue_last_12_months revenue_last_24_months margin_last_6_months margin_last_12_months margin_last_24_months sends opens clicks conversions arm campaign_revenue is_reachable',
		);
	});
});
