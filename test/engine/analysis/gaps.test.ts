import { describe, expect, it } from 'vitest';
import { metricList } from '#shared/metrics/metricList.ts';
import { orderTable, recipientTable } from '../frame/eventRows.ts';
import type { OrderRow, RecipientRow } from '../frame/eventRows.ts';
import { AS_OF_DAY } from '../frame/randomRows.ts';
import { analyzeRows, numberOf, segmentationOf, tierAttribute } from './analyzeRows.ts';

const order = (customer: number, revenue: number | null): OrderRow => ({
	customer,
	order: null,
	day: AS_OF_DAY,
	revenue,
	cost: null,
});

const message = (
	customer: number,
	arm: string,
	isConverted = false,
	more: Partial<RecipientRow> = {},
): RecipientRow => ({
	customer,
	day: AS_OF_DAY,
	arm,
	delivered: arm === 'mailed',
	opened: false,
	clicked: 0,
	convertedMs: isConverted ? 0 : null,
	revenue: 0,
	...more,
});

const range = (length: number) => Array.from({ length }, (_, at) => at);
const codes = (record: { readonly warnings: readonly { readonly code: string }[] }) =>
	record.warnings.map(({ code }) => code);

describe('without the data that a metric needs', () => {
	it('has no value and names the table and column, for the base and every segment', () => {
		const found = analyzeRows(
			{ customers: 4, attributes: tierAttribute(['a', 'a', 'b', 'b']) },
			segmentationOf({ a: "tier = 'a'" }),
		);
		for (const { id, needs, missing } of metricList) {
			for (const record of found.numbers.filter(({ metric }) => metric === id)) {
				// An attribute is there, which is all that completeness needs.
				if (needs.length === 0 || id === 'M74') {
					expect(record).toMatchObject({ reason: null });
					expect(record.value).not.toBe(null);
				} else {
					expect(record).toMatchObject({ value: null, numerator: null, n: 0, interval: null, reason: missing });
				}
			}
		}
		expect(found.ratioChecks).toEqual([]);
		expect(found.heterogeneity).toEqual([]);
	});

	it('says so where every value of the column is missing, rather than 0', () => {
		const rows = range(4).map((customer) => order(customer, null));
		const messages = range(4).map((customer) => message(customer, 'mailed', false, { opened: null, revenue: null }));
		const found = analyzeRows(
			{ customers: 4, orders: orderTable(rows, 4), recipients: recipientTable(messages, 4) },
			segmentationOf({}),
		);
		expect(numberOf(found, 'revenue', null)).toMatchObject({
			value: null,
			reason:
				'No row that counts as of the date has a value for revenue. Needs the revenue column of the orders table.',
		});
		for (const metric of ['aov', 'revenue_per_member', 'contribution_margin_per_customer', 'open_rate', 'irpr']) {
			expect([metric, numberOf(found, metric, null).value]).toEqual([metric, null]);
		}
		expect(numberOf(found, 'purchase_frequency', null).value).toBe(1);
	});
});

describe('small groups', () => {
	const orders = orderTable([order(0, 1000), order(1, 2000), order(1, 3000), order(2, 500)], 5);
	const input = { customers: 5, attributes: tierAttribute(['a', 'b', 'b', 'b', null]), orders };

	it('gives one customer a value, no interval and no test', () => {
		const found = analyzeRows(input, segmentationOf({ a: "tier = 'a'" }));
		expect(numberOf(found, 'revenue_per_member', 'a')).toMatchObject({
			value: 10,
			n: 1,
			interval: null,
			difference: { value: 10 - 55 / 4, low: null, high: null },
			p: null,
			isSignificant: null,
			sufficiency: 'too-few',
		});
	});

	it('gives an empty segment a size and totals of 0, and otherwise no value', () => {
		const found = analyzeRows(input, segmentationOf({ none: "tier = 'z'" }));
		const values = found.numbers
			.filter(({ segment }) => segment === 'none')
			.map(({ name, value, reason }) => [name, value, reason]);
		expect(values.slice(0, 7)).toEqual([
			['segment_size', 0, null],
			['penetration', 0, null],
			['reachable_share', null, 'Needs a column of consent, or at least of e-mail addresses, in the customers table.'],
			['revenue', 0, null],
			['contribution_to_sales', 0, null],
			['revenue_per_member', null, 'Nobody is in this segment.'],
			['aov', null, 'Nobody is in this segment.'],
		]);
	});

	it('has no average order value without an order', () => {
		const found = analyzeRows(input, segmentationOf({ quiet: 'order_count = 0' }));
		expect(numberOf(found, 'aov', 'quiet')).toMatchObject({
			value: null,
			reason: 'Average order value cannot be computed: its denominator is 0 here.',
		});
		expect(numberOf(found, 'revenue_per_member', 'quiet').value).toBe(0);
	});

	it('has nobody to compare with where one segment holds everyone', () => {
		const found = analyzeRows(input, segmentationOf({ all: 'order_count >= 0' }));
		const record = numberOf(found, 'revenue_per_member', 'all');
		expect(record).toMatchObject({
			value: 13,
			baseline: { kind: 'rest', value: null, n: 0 },
			difference: null,
			p: null,
		});
		expect(codes(record)).toContain('no-baseline');
	});

	it('works on a base without customers', () => {
		const found = analyzeRows({ customers: 0, orders: orderTable([], 0) }, segmentationOf({ a: 'order_count > 1' }));
		expect(found.customers).toBe(0);
		expect(numberOf(found, 'penetration', null)).toMatchObject({ value: null, reason: 'The base has no customers.' });
		expect(numberOf(found, 'purchase_frequency', null).value).toBe(null);
	});
});

describe('warnings', () => {
	it('names the floor, few events and a segment that is defined on its own outcome', () => {
		const orders = orderTable(
			range(200).map((customer) => order(customer % 150, 100)),
			200,
		);
		const found = analyzeRows(
			{ customers: 200, orders },
			segmentationOf({ loyal: 'order_count > 1', new: 'tenure_days > 5' }),
		);
		const record = numberOf(found, 'revenue_per_member', 'loyal');
		expect(record.warnings).toEqual([
			{ code: 'size-floor', message: 'The segment has 50 customers, fewer than the floor of 100.' },
			{
				code: 'own-outcome',
				message:
					'Defined on its own outcome: Its rule uses order_count, which comes from the same orders as this figure, so part of any difference is true by definition.',
			},
		]);
		expect(numberOf(found, 'revenue_per_member', 'remainder').warnings.at(-1)?.message).toContain(
			'An earlier rule uses',
		);
		expect(codes(numberOf(found, 'segment_size', 'loyal'))).toEqual(['size-floor']);
		expect(codes(numberOf(found, 'repeat_purchase_rate', 'new'))).toContain('few-events');
	});

	it('finds arms that are out of proportion in a segment, and customers of both arms', () => {
		const messages = range(2000).flatMap((customer) => {
			const isMailed = customer < 1000 ? customer % 10 !== 0 : customer % 10 === 0;
			const arm = isMailed ? 'mailed' : 'holdout';
			return customer === 5
				? [message(5, 'mailed'), message(5, 'holdout')]
				: [message(customer, arm, customer % 7 === 0)];
		});
		const tiers = range(2000).map((customer) => (customer < 1000 ? 'a' : 'b'));
		const input = { customers: 2000, attributes: tierAttribute(tiers), recipients: recipientTable(messages, 2000) };
		const found = analyzeRows(input, segmentationOf({ a: "tier = 'a'" }));
		expect(found.ratioChecks.map(({ treatment, control, verdict }) => [treatment, control, verdict])).toEqual([
			[999, 1000, 'not-applicable'],
			[899, 100, 'failure'],
			[100, 900, 'failure'],
		]);
		expect(codes(numberOf(found, 'conversion_lift', 'a'))).toEqual(['unit-of-analysis', 'both-arms', 'sample-ratio']);
		expect(numberOf(found, 'conversion_lift', 'a').n).toBe(999);
		expect(codes(numberOf(found, 'conversion_rate', 'a'))).toEqual(['unit-of-analysis']);
	});

	it('gives a difference but no lift where the control has no event', () => {
		const messages = range(400).map((customer) =>
			message(customer, customer % 2 ? 'mailed' : 'holdout', customer % 10 === 1),
		);
		const found = analyzeRows({ customers: 400, recipients: recipientTable(messages, 400) }, segmentationOf({}));
		expect(numberOf(found, 'conversion_lift', 'remainder')).toMatchObject({
			value: null,
			difference: { value: 0.2 },
			lift: null,
			isSignificant: true,
			sufficiency: 'too-few',
			reason: 'The baseline has no event, so there is a difference but no relative lift.',
		});
	});

	it('says that there is no control group where the data have no arms', () => {
		const found = analyzeRows({ customers: 2, orders: orderTable([order(0, 100)], 2) }, segmentationOf({}), {
			baseline: 'control',
		});
		const record = numberOf(found, 'revenue_per_member', null);
		expect(record).toMatchObject({
			value: 0.5,
			baseline: { kind: 'control', value: null, n: 0 },
			difference: null,
			arms: null,
		});
		expect(record.warnings[0]?.message).toBe(
			'There is no control group: map the arm column of the recipients table, or choose another baseline.',
		);
	});

	it('treats rates of several messages per customer as ratios by customer', () => {
		const messages = range(300).map((at) => message(at % 100, 'mailed', false, { opened: at % 3 === 0 }));
		const found = analyzeRows({ customers: 100, recipients: recipientTable(messages, 100) }, segmentationOf({}));
		const record = numberOf(found, 'open_rate', null);
		expect(record).toMatchObject({ value: 1 / 3, numerator: 100, denominator: 300, n: 100 });
		expect(record.method).toMatch(/^Ratio by customer/);
		expect(codes(record)).toEqual(['unit-of-analysis', 'privacy']);
	});
});

it('can be cancelled between metrics', () => {
	let calls = 0;
	const orders = orderTable([order(0, 100)], 2);
	expect(() =>
		analyzeRows({ customers: 2, orders }, segmentationOf({}), {}, () => {
			calls++;
			if (calls === 5) {
				throw new Error('cancelled');
			}
		}),
	).toThrow('cancelled');
});
