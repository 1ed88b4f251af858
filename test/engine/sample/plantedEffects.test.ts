import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateSample, type SampleSummary } from '../../../engine/sample/generateSample.ts';
import {
	campaignEffects,
	categoryEffects,
	channelEffects,
	deviceEffects,
	funnelStages,
	REPEAT_MATURITY_DAYS,
	tierEffects,
	TREATMENT_SHARE,
} from '../../../engine/sample/plantedEffects.ts';
import { flawCounts, missingRates } from '../../../engine/sample/sampleFlaws.ts';
import { SampleDatabase } from './sampleDatabase.ts';

/** Estimates may be this many of their own standard errors from the truth: about one in 60,000 by chance. */
const TOLERANCE = 4.3;

let dir: string;
let sample: SampleSummary;
let database: SampleDatabase;

beforeAll(async () => {
	dir = await mkdtemp(join(tmpdir(), 'tranche-sample-'));
	sample = await generateSample({ customers: 60_000, seed: 20_260_630, dir });
	database = await SampleDatabase.load(sample);
	await database.addFacts();
}, 60_000);

afterAll(async () => {
	database?.close();
	await rm(dir, { recursive: true, force: true });
});

function expectShare(name: string, count: number, total: number, truth: number): void {
	const error = Math.sqrt((truth * (1 - truth)) / total);
	expect(Math.abs(count / total - truth), name).toBeLessThan(TOLERANCE * error);
}

function expectMean(name: string, mean: number, standardError: number, truth: number): void {
	expect(standardError, name).toBeLessThan(truth / 4);
	expect(Math.abs(mean - truth), name).toBeLessThan(TOLERANCE * standardError);
}

describe('the campaign', () => {
	test('converts in each segment and arm as planted, and the conversions are worth what was planted', async () => {
		const found = await database.numbersByKey(`
			select segment || ' ' || arm as key, count(*) people, sum(converted) converted,
				avg(case when converted = 1 then r.revenue end) as value,
				stddev_samp(case when converted = 1 then r.revenue end) / sqrt(sum(converted)) as error
			from recipients r join facts using (customer_id) where arm <> '' group by all`);
		expect([...found.keys()].sort()).toEqual(
			campaignEffects.flatMap(({ segment }) => [`${segment} control`, `${segment} treatment`]).sort(),
		);
		for (const effect of campaignEffects) {
			for (const arm of ['control', 'treatment'] as const) {
				const name = `${effect.segment} ${arm}`;
				const { people, converted, value, error } = found.get(name)!;
				expectShare(name, converted!, people!, effect[arm]);
				expectMean(`${name} value`, value!, error!, effect.conversionValue);
			}
		}
	});

	test('has a positive, a missing and a negative effect that a large sample can tell apart', () => {
		const effects = new Map(campaignEffects.map((effect) => [effect.segment, effect.treatment - effect.control]));
		expect(effects.get('champions')).toBe(0);
		expect(effects.get('dormant')).toBeLessThan(0);
		expect(effects.get('slipping')).toBeGreaterThan(0);
	});

	test('splits its recipients evenly, each customer in one arm and once', async () => {
		const [counts] = await database.rows(`
			select count(*)::int as n, count(distinct customer_id)::int as people, sum((arm = 'treatment')::int)::int as treated
			from recipients join base using (customer_id) where arm <> ''`);
		const { n, people, treated } = counts as Record<string, number>;
		expect(people).toBe(n);
		expectShare('treatment', treated!, n!, TREATMENT_SHARE);
	});

	test('goes out after the last order, so that segments of the as-of date know nothing of its outcome', async () => {
		expect(
			await database.rows(`
				select max(order_date)::varchar as last_order,
					(select min(sent_at)::date::varchar from recipients where arm <> '') as sent from orders`),
		).toEqual([{ last_order: '2026-06-29', sent: '2026-06-30' }]);
	});

	test('is opened and clicked as planted by tier, and never in the control arm', async () => {
		const found = await database.numbersByKey(`
			select loyalty_tier as key, sum(delivered) delivered, sum(opened) opened, sum(clicked) clicked,
				sum(case when arm = 'control' then delivered + opened + clicked + unsubscribed + complained end) control
			from recipients join base using (customer_id) where loyalty_tier is not null group by all`);
		for (const { tier, openRate, clickToOpenRate } of tierEffects) {
			const { delivered, opened, clicked, control } = found.get(tier)!;
			expectShare(`${tier} opened`, opened!, delivered!, openRate);
			expectShare(`${tier} clicked`, clicked!, opened!, clickToOpenRate);
			expect(control).toBe(0);
		}
	});
});

describe('the customers', () => {
	test('spend per order as planted by tier', async () => {
		const found = await database.numbersByKey(`
			with totals as (select order_id, customer_id, sum(revenue) revenue from orders group by all having count(revenue) = count(*))
			select tier as key, avg(revenue) as mean, stddev_samp(revenue) / sqrt(count(*)) as error
			from totals join facts using (customer_id) where tier is not null group by all`);
		for (const { tier, averageOrderValue } of tierEffects) {
			const { mean, error } = found.get(tier)!;
			expectMean(tier, mean!, error!, averageOrderValue);
		}
	});

	test('come back as planted by channel, once their first order is old enough', async () => {
		const found = await database.numbersByKey(`
			select channel as key, count(*) buyers, sum((orders >= 2)::int) repeaters from facts
			where first_order <= date '2026-06-29' - ${REPEAT_MATURITY_DAYS} group by all`);
		for (const { channel, repeatRate } of channelEffects) {
			const { buyers, repeaters } = found.get(channel)!;
			expectShare(channel, repeaters!, buyers!, repeatRate);
		}
	});

	test('cost exactly what was planted per sign-up', async () => {
		const found = await database.numbersByKey(`
			with signups as (select acquisition_channel channel, count(*) customers from base group by all)
			select channel as key, sum(amount) / any_value(customers) as cost
			from costs join signups using (channel) where cost_type = 'acquisition' group by all`);
		for (const { channel, acquisitionCost } of channelEffects) {
			expect(found.get(channel)!['cost'], channel).toBeCloseTo(acquisitionCost, 9);
		}
	});

	test('recommend the shop as planted by tier', async () => {
		const found = await database.numbersByKey(`
			select loyalty_tier as key, count(nps) answers, sum((nps >= 9)::int) promoters, sum((nps <= 6)::int) detractors
			from surveys join base using (customer_id) where loyalty_tier is not null group by all`);
		for (const { tier, promoters, detractors } of tierEffects) {
			const answers = found.get(tier)!;
			expectShare(`${tier} promoters`, answers['promoters']!, answers['answers']!, promoters);
			expectShare(`${tier} detractors`, answers['detractors']!, answers['answers']!, detractors);
		}
	});

	test('pass the stages of the funnel as planted by device', async () => {
		const found = await database.numbersByKey(
			`select device || ' ' || stage as key, count(*) n from funnel group by all`,
		);
		for (const { device, progression } of deviceEffects) {
			const reached = funnelStages.map((stage) => found.get(`${device} ${stage}`)!['n']!);
			for (const [index, truth] of progression.entries()) {
				expectShare(`${device} ${funnelStages[index]}`, reached[index + 1]!, reached[index]!, truth);
			}
		}
	});
});

test('the margin of each category is the planted one, the outlet loses money', async () => {
	const found = await database.numbersByKey(`
		select product_category as key, 1 - sum(cost) / sum(revenue) as margin, count(*) as n,
			stddev_samp(cost / revenue) / sqrt(count(*)) as error
		from orders where cost is not null and revenue > 0 group by all`);
	for (const { category, margin } of categoryEffects) {
		const { margin: estimate, n, error } = found.get(category)!;
		expect(n!, category).toBeGreaterThan(10_000);
		// Money weighs the lines unevenly: half as many effective lines as lines, allowed for by the factor.
		expect(Math.abs(estimate! - margin), category).toBeLessThan(TOLERANCE * Math.SQRT2 * error!);
	}
	expect(found.get('Outlet')!['margin']).toBeLessThan(0);
});

test('the flaws in the files are the documented ones', async () => {
	const [counts] = await database.rows(`
		select (select count(*) from customers)::int as customers, (select count(*) from orders)::int as orders,
			(select count(*) from recipients)::int as recipients, (select count(*) from base)::int as base,
			(select count(*) from orders anti join base using (customer_id))::int as strange_orders,
			(select count(*) from recipients anti join base using (customer_id))::int as strange_recipients`);
	expect(counts).toEqual({
		base: 60_000,
		customers: 60_000 + flawCounts.customers.repeatedCustomers,
		orders: sample.orders.rows - flawCounts.orders.malformedLines - flawCounts.orders.unreadableDates,
		recipients: sample.recipients.rows - flawCounts.recipients.malformedLines,
		strange_orders: flawCounts.orders.unknownCustomerLines,
		strange_recipients: flawCounts.recipients.unknownCustomerLines,
	});
	expect(sample.customers.rows).toBe((counts!['customers'] as number) + flawCounts.customers.malformedLines);
	const [missing] = await database.rows(`
		select (select avg((age is null)::int) from base) as age, (select avg((revenue is null)::int) from orders) as revenue,
			(select avg((loyalty_tier is null)::int) from base) as tier`);
	expect(missing!['age']).toBeCloseTo(missingRates.age, 2);
	expect(missing!['tier']).toBeCloseTo(0.015, 2);
	expect(missing!['revenue']).toBeCloseTo(missingRates.orderRevenue, 3);
});
