import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { metricList } from '#shared/metrics/metricList.ts';
import { buildFrame } from '../../../engine/frame/buildFrame.ts';
import { derivedField } from '../../../engine/frame/derivedFields.ts';
import { findMeasure, measureList, measuresOf } from '../../../engine/metrics/measureList.ts';
import { categories, orderTable, recipientTable } from '../frame/eventRows.ts';
import { openFrameDatabase, queryNumbers } from '../frame/frameDatabase.ts';
import { ARMS, AS_OF_DAY, randomOrders, randomRecipients } from '../frame/randomRows.ts';

const folder = new URL('../../../engine/metrics/', import.meta.url);

describe('the measures', () => {
	it('are all listed', () => {
		const listed = readFileSync(new URL('measureList.ts', folder), 'utf8');
		const files = readdirSync(new URL('measures/', folder));
		expect(files.filter((file) => !listed.includes(`./measures/${file}'`))).toEqual([]);
		expect(files.length).toBe(measureList.length);
	});

	it('have ids of their own', () => {
		expect(() => measuresOf([measureList[0]!, measureList[0]!])).toThrow('Two measures share an id');
		expect(() => findMeasure('nothing')).toThrow('There is no measure nothing');
	});

	it('need fields that exist', () => {
		for (const { id, label, description, needs } of measureList) {
			expect([id, needs.filter((name) => derivedField(name) === null)]).toEqual([id, []]);
			expect(label.length > 3 && description.endsWith('.')).toBe(true);
		}
	});

	it('are all those that metrics name', () => {
		const named = metricList.flatMap(({ shape }) =>
			shape.kind === 'ratio' ? [shape.numerator, shape.denominator] : 'measure' in shape ? [shape.measure] : [],
		);
		expect(new Set(named)).toEqual(new Set(measureList.map(({ id }) => id)));
	});

	it('equal what DuckDB counts per customer from the same rows', async () => {
		const customers = 800;
		const orders = randomOrders(31, customers, 3000);
		const recipients = randomRecipients(32, customers, 2000);
		const frame = buildFrame({
			customers,
			customerId: String,
			attributes: [],
			signupDate: null,
			orders: orderTable(orders, customers),
			recipients: recipientTable(recipients, customers),
			reach: {
				consents: [categories(Array.from({ length: customers }, (_, row) => (row % 3 === 0 ? 'yes' : 'no')))],
				email: null,
			},
			arms: ARMS,
			asOfDay: AS_OF_DAY,
		});
		const sql: Record<string, string> = {
			revenue: 'coalesce(revenue, 0)',
			orders: 'order_count',
			margin: 'coalesce(margin, 0)',
			buyers: '(order_count > 0)::int',
			repeat_buyers: '(order_count > 1)::int',
			reachable: '(customer % 3 = 0)::int',
			sends: 'sends',
			opens: 'opens',
			clicks: 'clicks',
			conversions: 'conversions',
			recipient_rows: 'recipient_rows',
			converted_customers: '(arm_conversions > 0)::int',
			campaign_revenue: 'arm_revenue',
		};
		const database = await openFrameDatabase(customers, orders, recipients);
		for (const measure of measureList) {
			const rows = await queryNumbers(database, `select ${sql[measure.id]} as value from frame`);
			const { values, scale } = measure.column(frame);
			expect([measure.id, [...values].map((value) => value / 10 ** scale)]).toEqual([
				measure.id,
				rows.map(({ value }) => value),
			]);
		}
		database.closeSync();
	});
});
