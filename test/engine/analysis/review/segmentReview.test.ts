import { describe, expect, it } from 'vitest';
import type { Segmentation } from '#shared/model/segmentation.ts';
import { segmentReview, type SegmentReview } from '#shared/model/segmentReview.ts';
import { defaultSettings } from '#shared/model/settings.ts';
import { Analyzer } from '../../../../engine/analysis/Analyzer.ts';
import { buildFrame, type FrameInput } from '../../../../engine/frame/buildFrame.ts';
import { SegmentEvaluator } from '../../../../engine/rules/SegmentEvaluator.ts';
import { reviewSegments } from '../../../../engine/session/reviewSegments.ts';
import { categories, orderTable, recipientTable, type OrderRow, type RecipientRow } from '../../frame/eventRows.ts';
import { ARMS, AS_OF_DAY } from '../../frame/randomRows.ts';
import { segmentationOf } from '../analyzeRows.ts';

function review(
	input: Partial<FrameInput> & Pick<FrameInput, 'customers'>,
	segmentation: Segmentation,
	ages: { readonly rulesAgeDays?: number; readonly dataAgeDays?: number } = {},
	hasEarlier = true,
): SegmentReview {
	const at = (asOfDay: number) => {
		const frame = buildFrame({
			customerId: String,
			attributes: [],
			signupDate: null,
			orders: null,
			recipients: null,
			arms: ARMS,
			...input,
			asOfDay,
		});
		const evaluator = new SegmentEvaluator(frame);
		return { frame, evaluation: { evaluator, analyzer: new Analyzer(frame, evaluator, null) } };
	};
	return segmentReview.parse(
		reviewSegments({
			segmentation,
			settings: defaultSettings,
			...at(AS_OF_DAY),
			earlier: hasEarlier ? at(AS_OF_DAY - 90) : null,
			rulesAgeDays: ages.rulesAgeDays ?? null,
			dataAgeDays: ages.dataAgeDays ?? null,
			tick: () => {},
		}),
	);
}

function tiers(names: readonly string[], each: number) {
	const values = names.flatMap((name) => Array.from({ length: each }, () => name));
	return [{ name: 'tier', table: 'customers', column: categories(values) }] as const;
}

/** One message to each customer; customers below `buyers` of each hundred convert. */
function messages(customers: number, buyersOf: (customer: number) => number): RecipientRow[] {
	return Array.from({ length: customers }, (_, customer) => {
		const converts = customer % 100 < buyersOf(customer);
		const day = AS_OF_DAY - 10;
		const convertedMs = converts ? day * 86_400_000 : null;
		return { customer, day, arm: null, delivered: true, opened: false, clicked: 0, convertedMs, revenue: 0 };
	});
}

function order(customer: number, day: number, revenue: number, cost: number): OrderRow {
	return { customer, order: `${customer} ${day}`, day, revenue, cost };
}

const checkOf = ({ checks }: SegmentReview, segment: string, check: string) => {
	const found = checks.find((entry) => entry.segment === segment && entry.check === check);
	return [found?.verdict, found?.finding] as const;
};
const codes = ({ problems }: SegmentReview) => problems.map(({ code }) => code);

describe('the checks of a segment', () => {
	it('say what is missing rather than guess', () => {
		const found = review({ customers: 300, attributes: tiers(['a', 'b'], 150) }, segmentationOf({ a: "tier = 'a'" }));
		expect(found.checks.map(({ check, verdict }) => [check, verdict])).toEqual([
			['sizeable', 'partly'],
			['reachable', 'unknown'],
			['responsive', 'unknown'],
			['stable', 'unknown'],
			['different', 'unknown'],
			['profitable', 'unknown'],
		]);
		expect(checkOf(found, 'a', 'responsive')[1]).toBe(
			'Cannot be told: needs campaign recipients with conversions, clicks or opens.',
		);
		expect(checkOf(found, 'a', 'profitable')[1]).toContain('cost of goods');
	});

	it('read size off people, with the floor and twice the floor as its limits', () => {
		const found = review(
			{ customers: 450, attributes: tiers(['a', 'b', 'b', 'c', 'c', 'c', 'c', 'd', 'd'], 50) },
			segmentationOf({ a: "tier = 'a'", b: "tier = 'b'", c: "tier = 'c'" }),
		);
		expect(['a', 'b', 'c'].map((id) => checkOf(found, id, 'sizeable')[0])).toEqual(['no', 'partly', 'yes']);
		expect(checkOf(found, 'a', 'sizeable')[1]).toBe('50 people.');
	});

	it('read reach off consent: at least half, and at least the floor', () => {
		const consent = categories(
			Array.from({ length: 900 }, (_, row) => (row % 300 < [200, 120, 20][Math.floor(row / 300)]! ? 'yes' : 'no')),
		);
		const found = review(
			{ customers: 900, attributes: tiers(['a', 'b', 'c'], 300), reach: { consents: [consent], email: null } },
			segmentationOf({ a: "tier = 'a'", b: "tier = 'b'", c: "tier = 'c'" }),
		);
		expect(['a', 'b', 'c'].map((id) => checkOf(found, id, 'reachable')[0])).toEqual(['yes', 'partly', 'no']);
		expect(checkOf(found, 'a', 'reachable')[1]).toBe('200 members of 300 have agreed to a channel, 66.7\u00a0%.');
		expect(codes(found)).toContain('segments.unreachable');
	});

	it('compare response with the rest, whatever the baseline of the settings', () => {
		const customers = 1200;
		const recipients = messages(customers, (customer) => (customer < 400 ? 30 : customer < 800 ? 5 : 17));
		const found = review(
			{ customers, attributes: tiers(['a', 'b', 'c'], 400), recipients: recipientTable(recipients, customers) },
			segmentationOf({ a: "tier = 'a'", b: "tier = 'b'", c: "tier = 'c'" }),
		);
		expect(['a', 'b', 'c'].map((id) => checkOf(found, id, 'responsive')[0])).toEqual(['yes', 'no', 'partly']);
		expect(checkOf(found, 'a', 'responsive')[1]).toMatch(/^Conversion rate 30\.0.%.* against 11\.0.% in the rest/);
		expect(checkOf(found, 'a', 'different')[0]).toBe('yes');
	});

	it('call a segment profitable by its margin, and not below the rest', () => {
		const orders = Array.from({ length: 600 }, (_, customer) =>
			order(
				customer,
				AS_OF_DAY - 30,
				10_000 + (customer % 7) * 100,
				[2_000, 8_000, 13_000][Math.floor(customer / 200)]!,
			),
		);
		const found = review(
			{ customers: 600, attributes: tiers(['a', 'b', 'c'], 200), orders: orderTable(orders, 600) },
			segmentationOf({ a: "tier = 'a'", b: "tier = 'b'", c: "tier = 'c'" }),
		);
		expect(['a', 'b', 'c'].map((id) => checkOf(found, id, 'profitable')[0])).toEqual(['yes', 'yes', 'no']);
	});

	it('count who stayed over 90 days, among those who were customers then', () => {
		// 100 bought 200 days ago and again; 60 of them also 100 days ago. 40 came only 50 days ago.
		const orders = [
			...Array.from({ length: 100 }, (_, customer) => order(customer, AS_OF_DAY - 200, 5_000, 1_000)),
			...Array.from({ length: 60 }, (_, customer) => order(customer, AS_OF_DAY - 20, 5_000, 1_000)),
			...Array.from({ length: 40 }, (_, at) => order(100 + at, AS_OF_DAY - 50, 5_000, 1_000)),
		];
		const found = review(
			{ customers: 140, orders: orderTable(orders, 140), attributes: tiers(['x', 'y'], 70) },
			segmentationOf({ fresh: 'recency_days <= 120', tier: "tier = 'x'" }),
		);
		const stable = (id: string) => found.checks.find((entry) => entry.segment === id && entry.check === 'stable')!;
		// 90 days before, all 100 were customers with a recency of 110 days; today 60 of them are still fresh.
		expect(stable('fresh').finding).toMatch(/^Of 100 members on 2022-08-06, 60\.0.% still are/);
		expect(stable('fresh').verdict).toBe('no');
		const still = review(
			{ customers: 140, attributes: tiers(['x', 'y'], 70), orders: orderTable(orders, 140) },
			segmentationOf({ tier: "tier = 'x'" }),
		);
		expect(checkOf(still, 'tier', 'stable')[1]).toContain('only what the data holds as of one date');
		expect(
			review({ customers: 140, orders: orderTable(orders, 140) }, segmentationOf({ a: 'revenue > 1' }), {}, false)
				.isShiftPending,
		).toBe(true);
	});
});

describe('doubts about a segmentation', () => {
	const base = { customers: 450, attributes: tiers(['a', 'b', 'c'], 150) };
	const three = segmentationOf({ a: "tier = 'a'", b: "tier = 'b'", c: "tier = 'c'" });

	it('name both sources on how many segments there should be', () => {
		const few = review(base, segmentationOf({ a: "tier = 'a'" }));
		expect(few.problems.find(({ code }) => code === 'segments.too-few')).toMatchObject({ severity: 'info' });
		const many = review(
			base,
			segmentationOf(Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`s${at}`, `tier = '${at}'`]))),
		);
		const problem = many.problems.find(({ code }) => code === 'segments.too-many');
		expect(problem?.severity).toBe('warning');
		expect(problem?.message).toMatch(/\(000\) advises 3 to 7.*\(002\) 4 to 8/);
		expect(codes(review(base, three)).filter((code) => code.startsWith('segments.too-'))).toEqual([]);
	});

	it('tell once what several segments lack, and nothing once it is there', () => {
		const open = review(base, three).problems.filter(({ code }) => code === 'segments.no-action');
		expect(open).toHaveLength(1);
		expect(open[0]!.message).toContain('Segments “A”, “B”, “C” have no action');
		const done = {
			...three,
			segments: three.segments.map((segment) => ({ ...segment, action: 'Call', owner: 'Ada' })),
		};
		expect(codes(review(base, done))).not.toContain('segments.no-action');
		expect(codes(review(base, done))).not.toContain('segments.no-owner');
	});

	it('find segments that behave alike, and not those that differ', () => {
		const customers = 900;
		const rates = (differs: boolean) =>
			recipientTable(
				messages(customers, (customer) => (customer < 300 || !differs ? 10 : 30)),
				customers,
			);
		const input = { customers, attributes: tiers(['a', 'b', 'c'], 300) };
		const alike = (differs: boolean) =>
			review({ ...input, recipients: rates(differs) }, segmentationOf({ a: "tier = 'a'", b: "tier = 'b'" }))
				.problems.filter(({ code }) => code === 'segments.similar')
				.map(({ message }) => message);
		expect(alike(true)).toHaveLength(1);
		expect(alike(true)[0]).toMatch(/“B” and “Everyone else” behave alike.*would have been found with 80 % power/);
		expect(alike(false)).toHaveLength(3);
	});

	it('are told of rules that have not been looked at and of data that is old', () => {
		const age = (rulesAgeDays: number, dataAgeDays: number) =>
			review(base, three, { rulesAgeDays, dataAgeDays })
				.problems.filter(({ code }) => code.startsWith('segments.stale'))
				.map(({ code, severity }) => [code, severity]);
		expect(age(100, 31)).toEqual([]);
		expect(age(200, 32)).toEqual([
			['segments.stale-rules', 'info'],
			['segments.stale-data', 'info'],
		]);
		expect(age(400, 5)).toEqual([['segments.stale-rules', 'warning']]);
	});

	it('find a rule that reads nothing but empty fields', () => {
		const attributes = [
			...tiers(['a', 'b', 'c'], 150),
			{ name: 'score', table: 'customers', column: categories(Array.from({ length: 450 }, () => null)) },
		] as const;
		const found = review({ customers: 450, attributes }, segmentationOf({ a: "score = 'x'", b: "tier = 'b'" }));
		expect(found.problems.find(({ code }) => code === 'segments.only-missing')?.message).toContain(
			'uses only the field score',
		);
	});
});

it('adds up what the segments flagged as a priority bring', () => {
	const orders = Array.from({ length: 300 }, (_, customer) =>
		order(customer, AS_OF_DAY - 30, customer < 100 ? 3_000 : 1_000, 0),
	);
	const list = segmentationOf({ a: "tier = 'a'", b: "tier = 'b'" });
	const flagged = {
		...list,
		segments: list.segments.map((segment) => ({ ...segment, isPriority: segment.id === 'a' })),
	};
	const { portfolio } = review(
		{ customers: 300, attributes: tiers(['a', 'b', 'c'], 100), orders: orderTable(orders, 300) },
		flagged,
	);
	expect(portfolio).toEqual({
		segments: 2,
		prioritySegments: 1,
		priorityPeople: 100,
		priorityRevenue: 3000,
		priorityRevenueShare: 0.6,
	});
});
