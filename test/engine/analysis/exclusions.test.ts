import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Segmentation } from '#shared/model/segmentation.ts';
import { buildFrame } from '../../../engine/frame/buildFrame.ts';
import { SegmentEvaluator } from '../../../engine/rules/SegmentEvaluator.ts';
import { orderTable, recipientTable } from '../frame/eventRows.ts';
import { AS_OF_DAY, ARMS, randomOrders, randomRecipients } from '../frame/randomRows.ts';
import { analyzeRows, numberOf, segmentationOf, tierAttribute } from './analyzeRows.ts';

const conditions = [
	'order_count >= 3',
	'revenue > 100',
	'recency_days < 60 or recency_days is null',
	"arm = 'treatment'",
	'not (margin > 50)',
	'opens = 0 and sends > 0',
	'is_repeat and average_order_value > 80',
	'customer_that_is_not_there = 1',
];

const rules = fc.array(fc.constantFrom(...conditions), { maxLength: 4 });

function excluding(segmentation: Segmentation, texts: readonly string[]): Segmentation {
	const exclusions = texts.map((rule, at) => ({ id: `x${at}`, name: `Exclusion ${at}`, rule }));
	return { ...segmentation, exclusions };
}

function randomInput(seed: number, customers: number) {
	return {
		customers,
		orders: orderTable(randomOrders(seed, customers, customers * 3), customers),
		recipients: recipientTable(randomRecipients(seed + 1, customers, customers * 2), customers),
	};
}

function listOf(texts: readonly string[]): Segmentation {
	return segmentationOf(Object.fromEntries(texts.map((text, at) => [`s${at}`, text])));
}

describe('customers who are excluded', () => {
	it('and segments and remainder add up to all customers: people, orders, and money to the cent', () => {
		fc.assert(
			fc.property(fc.integer(), fc.integer({ min: 1, max: 60 }), rules, rules, (seed, customers, texts, leftOut) => {
				const input = randomInput(seed, customers);
				const all = analyzeRows(input, listOf(texts));
				const analysis = analyzeRows(input, excluding(listOf(texts), leftOut));
				const { excluded } = analysis;
				const over = (metric: string) =>
					analysis.segments.reduce((sum, { id }) => sum + (numberOf(analysis, metric, id).numerator ?? 0), 0);
				const total = (metric: string) => numberOf(all, metric, null).numerator ?? 0;
				expect(over('segment_size') + excluded.people).toBe(customers);
				expect(over('purchase_frequency') + (excluded.orders ?? 0)).toBe(total('purchase_frequency'));
				expect(Math.round((over('revenue') + (excluded.revenue ?? 0)) * 100)).toBe(Math.round(total('revenue') * 100));
				expect(analysis.customers).toBe(customers - excluded.people);
				expect(excluded.rules.reduce((sum, { people }) => sum + people, 0)).toBe(excluded.people);
				const shares = analysis.segments.reduce((sum, { share }) => sum + (share ?? 0), 0);
				expect(analysis.customers === 0 ? 1 : shares).toBeCloseTo(1, 12);
			}),
			{ seed: 31, numRuns: 60 },
		);
	});

	it('leave the same figures as if they had never been in the data', () => {
		fc.assert(
			fc.property(fc.integer(), fc.integer({ min: 20, max: 60 }), rules, (seed, customers, texts) => {
				const tiers = Array.from({ length: customers }, (_, at) => (at % 4 === 3 ? 'test' : 'real'));
				const kept = [...tiers.keys()].filter((row) => tiers[row] === 'real');
				const place = new Map(kept.map((row, at) => [row, at]));
				const orders = randomOrders(seed, customers, customers * 3);
				const recipients = randomRecipients(seed + 1, customers, customers * 2);
				const only = <R extends { readonly customer: number }>(rows: readonly R[]) =>
					rows.flatMap((row) => (place.has(row.customer) ? [{ ...row, customer: place.get(row.customer)! }] : []));
				const excluded = analyzeRows(
					{
						customers,
						attributes: tierAttribute(tiers),
						orders: orderTable(orders, customers),
						recipients: recipientTable(recipients, customers),
					},
					excluding(listOf(texts), ["tier = 'test'"]),
				);
				const absent = analyzeRows(
					{
						customers: kept.length,
						attributes: tierAttribute(kept.map(() => 'real')),
						orders: orderTable(only(orders), kept.length),
						recipients: recipientTable(only(recipients), kept.length),
					},
					listOf(texts),
				);
				expect(excluded.segments).toEqual(absent.segments);
				expect(excluded.ratioChecks).toEqual(absent.ratioChecks);
				const isCounted = ({ name }: { readonly name: string }) => name !== 'data_completeness';
				const [left, right] = [excluded.numbers.filter(isCounted), absent.numbers.filter(isCounted)];
				for (const [at, record] of left.entries()) {
					const other = right[at]!;
					expect([record.name, record.segment, record.n]).toEqual([other.name, other.segment, other.n]);
					expect(record.numerator ?? 0).toBeCloseTo(other.numerator ?? 0, 6);
					expect(record.p ?? 1).toBeCloseTo(other.p ?? 1, 6);
					expect(record.difference?.low ?? 0).toBeCloseTo(other.difference?.low ?? 0, 6);
				}
			}),
			{ seed: 32, numRuns: 25 },
		);
	});

	it('count with the first exclusion that is true, and with none where it cannot be decided', () => {
		const tiers = ['staff', 'staff', 'test', null, 'real'];
		const analysis = analyzeRows(
			{ customers: 5, attributes: tierAttribute(tiers) },
			excluding(segmentationOf({ a: "tier = 'staff'", b: "tier = 'real'" }), [
				"tier = 'staff'",
				"tier in ('staff', 'test')",
			]),
		);
		expect(analysis.excluded.rules).toEqual([
			{ id: 'x0', name: 'Exclusion 0', people: 2, matches: 2, missingData: 1 },
			{ id: 'x1', name: 'Exclusion 1', people: 1, matches: 3, missingData: 1 },
		]);
		expect(analysis.segments.map(({ people, matches, share }) => [people, matches, share])).toEqual([
			[0, 0, 0],
			[1, 1, 0.5],
			[1, 1, 0.5],
		]);
	});

	it('are nobody where the rule cannot be read, which is said by the name of the exclusion', () => {
		const analysis = analyzeRows(
			{ customers: 3, attributes: tierAttribute(['a', 'b', 'c']) },
			excluding(segmentationOf({ a: "tier = 'a'" }), ['tear = 1']),
		);
		expect(analysis.customers).toBe(3);
		expect(analysis.problems.map(({ message }) => message).join()).toMatch(/Exclusion “Exclusion 0”.*excludes nobody/);
	});

	it('are no witness of an overlap in strict mode', () => {
		const frame = buildFrame({
			customers: 2,
			customerId: String,
			attributes: tierAttribute(['a', 'b']),
			signupDate: null,
			orders: null,
			recipients: null,
			arms: ARMS,
			asOfDay: AS_OF_DAY,
		});
		const strict = { ...segmentationOf({ a: "tier = 'a'", b: "tier in ('a', 'b')" }), mode: 'strict' } as const;
		const messages = (segmentation: Segmentation) =>
			new SegmentEvaluator(frame).evaluate(segmentation).problems.map(({ message }) => message);
		expect(messages(strict).join()).toContain('customer 0 matches both rules');
		expect(messages(excluding(strict, ["tier = 'a'"])).join()).not.toContain('matches both rules');
	});
});
