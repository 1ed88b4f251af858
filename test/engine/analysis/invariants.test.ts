import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Analysis } from '#shared/model/analysis.ts';
import { orderTable, recipientTable } from '../frame/eventRows.ts';
import { openFrameDatabase, queryNumbers } from '../frame/frameDatabase.ts';
import { randomOrders, randomRecipients } from '../frame/randomRows.ts';
import { analyzeRows, numberOf, segmentationOf } from './analyzeRows.ts';

const conditions = [
	'order_count >= 3',
	'revenue > 100',
	'recency_days < 60 or recency_days is null',
	"arm = 'treatment'",
	'not (margin > 50)',
	'opens = 0 and sends > 0',
	'tenure_days between 30 and 200',
	'is_repeat and average_order_value > 80',
	'customer_that_is_not_there = 1',
];

const rules = fc.array(fc.constantFrom(...conditions), { maxLength: 6 });

function randomInput(seed: number, customers: number) {
	return {
		customers,
		orders: orderTable(randomOrders(seed, customers, customers * 3), customers),
		recipients: recipientTable(randomRecipients(seed + 1, customers, customers * 2), customers),
	};
}

function segmentationFrom(texts: readonly string[]) {
	return segmentationOf(Object.fromEntries(texts.map((text, at) => [`s${at}`, text])));
}

/** Sum over the segments of what a metric adds up, in the smallest unit: cents, people, orders. */
function addedUp(analysis: Analysis, metric: string, part: 'numerator' | 'denominator', perOne: number) {
	const of = (segment: string | null) => Math.round((numberOf(analysis, metric, segment)[part] ?? 0) * perOne);
	return { segments: analysis.segments.reduce((sum, { id }) => sum + of(id), 0), base: of(null) };
}

it('adds up over the segments to the base: people, orders, and money to the cent', () => {
	fc.assert(
		fc.property(fc.integer(), fc.integer({ min: 1, max: 60 }), rules, (seed, customers, texts) => {
			const analysis = analyzeRows(randomInput(seed, customers), segmentationFrom(texts));
			for (const [metric, part, perOne] of [
				['segment_size', 'numerator', 1],
				['revenue', 'numerator', 100],
				['contribution_to_sales', 'numerator', 100],
				['aov', 'denominator', 1],
				['purchase_frequency', 'numerator', 1],
				['purchase_frequency', 'denominator', 1],
				['contribution_margin_per_customer', 'numerator', 100],
				['repeat_purchase_rate', 'numerator', 1],
				['open_rate', 'numerator', 1],
				['open_rate', 'denominator', 1],
				['conversion_rate', 'denominator', 1],
			] as const) {
				const { segments, base } = addedUp(analysis, metric, part, perOne);
				expect([metric, part, segments]).toEqual([metric, part, base]);
			}
			expect(numberOf(analysis, 'segment_size', null).value).toBe(customers);
		}),
		{ seed: 5, numRuns: 30 },
	);
});

it('never shows an interval that contradicts the decision, and never a number that is not finite', () => {
	fc.assert(
		fc.property(
			fc.integer(),
			fc.integer({ min: 1, max: 80 }),
			rules,
			fc.constantFrom('rest', 'everyone', 'control'),
			fc.constantFrom('holm', 'benjamini-hochberg'),
			(seed, customers, texts, baseline, correction) => {
				const settings = { baseline, correction } as const;
				for (const record of analyzeRows(randomInput(seed, customers), segmentationFrom(texts), settings).numbers) {
					expect((record.value === null) === (record.reason !== null)).toBe(true);
					for (const { low, high, value } of [record.difference, record.lift].filter((part) => part !== null)) {
						const isOpen = low === null && high === null;
						const excludesZero = isOpen || (low !== null && low >= 0) || (high !== null && high <= 0);
						const includesZero = (low === null || low <= 0) && (high === null || high >= 0);
						expect(record.isSignificant === true ? excludesZero : includesZero || record.p === null).toBe(true);
						expect((low === null || low <= value + 1e-12) && (high === null || high >= value - 1e-12)).toBe(true);
					}
				}
			},
		),
		{ seed: 6, numRuns: 40 },
	);
});

it('equals what DuckDB sums by segment from the same rows', async () => {
	const customers = 1200;
	const orders = randomOrders(51, customers, 5000);
	const recipients = randomRecipients(52, customers, 3000);
	const texts = ['order_count >= 3 and revenue > 150', 'recency_days < 60', "arm = 'control' or opens > 0"];
	const analysis = analyzeRows(
		{ customers, orders: orderTable(orders, customers), recipients: recipientTable(recipients, customers) },
		segmentationFrom(texts),
	);
	const database = await openFrameDatabase(customers, orders, recipients);
	const cases = texts.map((text, at) => `when ${text} then 's${at}'`).join(' ');
	const rows = await queryNumbers(
		database,
		`select case ${cases} else 'remainder' end as segment, count(*) as segment_size, sum(revenue) as revenue,
			avg(coalesce(revenue, 0)::double) as revenue_per_member, sum(revenue)::double / sum(order_count) as aov,
			avg(order_count) as purchase_frequency, avg(coalesce(margin, 0)::double) as contribution_margin_per_customer,
			count(*) filter (order_count > 1) / count(*) filter (order_count > 0) as repeat_purchase_rate,
			sum(opens) / sum(sends) as open_rate, sum(clicks) / sum(sends) as click_rate,
			sum(conversions) / sum(recipient_rows) as conversion_rate,
			avg((arm_conversions > 0)::int) filter (arm = 'treatment') / avg((arm_conversions > 0)::int) filter (arm = 'control') - 1
				as conversion_lift,
			avg(arm_revenue::double) filter (arm = 'treatment')
				- avg(arm_revenue::double) filter (arm = 'control') as irpr
		from frame group by all`,
	);
	database.closeSync();
	expect(rows.length).toBe(4);
	for (const { segment, ...expected } of rows) {
		for (const [metric, value] of Object.entries(expected)) {
			const found = numberOf(analysis, metric, String(segment)).value;
			expect([segment, metric, found]).toEqual([
				segment,
				metric,
				value === null ? null : expect.closeTo(Number(value), 9),
			]);
		}
	}
});
