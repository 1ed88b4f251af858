import { describe, expect, it } from 'vitest';
import { metricList } from '#shared/metrics/metricList.ts';
import type { NumberRecord } from '#shared/model/numberRecord.ts';
import { orderTable, recipientTable } from '../frame/eventRows.ts';
import type { OrderRow, RecipientRow } from '../frame/eventRows.ts';
import { AS_OF_DAY } from '../frame/randomRows.ts';
import { analyzeRows, numberOf, segmentationOf, tierAttribute } from './analyzeRows.ts';

/** The data of scorecard.R, which gave the golden values below (R 4; lift intervals from statsmodels 0.14). */
const customers = 600;
const ids = Array.from({ length: customers }, (_, customer) => customer);
const orders = ids.flatMap((customer) =>
	Array.from({ length: customer % 4 }, (_, at): OrderRow => {
		const revenue = ((customer * 7919 + at * 104_729) % 5003) + (customer % 3 === 0 ? 700 : 0);
		return { customer, order: null, day: AS_OF_DAY, revenue, cost: 100 };
	}),
);
const recipients = ids.map((customer): RecipientRow => {
	const isTreated = Math.floor(customer / 3) % 2 === 0;
	const isConverted = (customer * 37) % 100 < (isTreated ? 30 + 6 * (customer % 3) : 18);
	return {
		customer,
		day: AS_OF_DAY,
		arm: isTreated ? 'mailed' : 'holdout',
		delivered: isTreated,
		opened: isTreated && customer % 5 === 0,
		clicked: isTreated && customer % 10 === 0 ? 1 : 0,
		convertedMs: isConverted ? 0 : null,
		revenue: isConverted ? (customer * 311) % 1000 : 0,
	};
});
const input = {
	customers,
	attributes: tierAttribute(ids.map((customer) => ['a', 'b', 'c'][customer % 3]!)),
	orders: orderTable(orders, customers),
	recipients: recipientTable(recipients, customers),
};
const tiers = segmentationOf({ a: "tier = 'a'", b: "tier = 'b'" });
const rest = analyzeRows(input, tiers);

const close = (value: number) => expect.closeTo(value, 9) as number;
const interval = (low: number, high: number, level = 0.95) => ({
	low: close(low),
	high: close(high),
	level: close(level),
});

describe('the scorecard', () => {
	it('compares means with the rest by Welch, corrected by Benjamini–Hochberg', () => {
		expect(numberOf(rest, 'revenue_per_member', 'a')).toMatchObject({
			metric: 'M06',
			value: close(41.84855),
			numerator: close(8369.71),
			denominator: 200,
			n: 200,
			interval: interval(36.2732881154, 47.4238118846),
			baseline: { kind: 'rest', value: close(40.5316), n: 400 },
			difference: { value: close(1.31695), ...interval(-5.41129378083, 8.04519378083) },
			p: close(0.700567520355),
			pAdjusted: close(0.700567520355),
			isSignificant: false,
			arms: null,
			sufficiency: 'enough',
			reason: null,
		});
		expect(numberOf(rest, 'revenue_per_member', 'b')).toMatchObject({
			difference: { value: close(13.9753), ...interval(6.20694324532, 21.7436567547, 1 - 0.1 / 3) },
			p: close(0.000145495880955),
			pAdjusted: close(0.000218243821432),
			isSignificant: true,
		});
	});

	it('corrects by Holm where the settings say so', () => {
		const holm = analyzeRows(input, tiers, { correction: 'holm' });
		expect(numberOf(holm, 'revenue_per_member', 'b')).toMatchObject({
			difference: { ...interval(5.22789881664, 22.7227011834, 1 - 0.05 / 3) },
			pAdjusted: close(0.00029099176191),
			isSignificant: true,
			method: expect.stringContaining('Holm over 3 segments') as string,
		});
	});

	it('derives the comparison with everyone from the one with the rest, and says that it is diluted', () => {
		const everyone = analyzeRows(input, tiers, { baseline: 'everyone' });
		const found = numberOf(everyone, 'revenue_per_member', 'a');
		const base = numberOf(everyone, 'revenue_per_member', null);
		expect(found).toMatchObject({
			baseline: { kind: 'everyone', value: base.value, n: 600 },
			difference: { value: close(0.877966666667), ...interval(-3.60752918722, 5.36346252055) },
			p: numberOf(rest, 'revenue_per_member', 'a').p,
		});
		expect(found.lift?.value).toBeCloseTo((found.value ?? 0) / (base.value ?? 1) - 1, 12);
		expect(found.warnings.map(({ code }) => code)).toEqual(['diluted-baseline']);
	});

	it('aggregates average order value by customer, over buyers', () => {
		expect(numberOf(rest, 'aov', 'a')).toMatchObject({
			value: close(27.8990333333),
			numerator: close(8369.71),
			denominator: 300,
			n: 150,
			interval: interval(26.4489119406, 29.3491547261),
			difference: { value: close(0.877966666667) },
			p: close(0.449409808611),
			method: expect.stringMatching(/^Ratio by customer \(delta method\)/) as string,
		});
	});

	it('gives proportions their Wilson interval', () => {
		expect(numberOf(rest, 'repeat_purchase_rate', 'a')).toMatchObject({
			value: close(2 / 3),
			numerator: 100,
			denominator: 150,
			n: 150,
			interval: interval(0.587897566868, 0.737112351676),
		});
		expect(numberOf(rest, 'open_rate', null).method).toMatch(/^Proportion of customers, Wilson/);
	});

	it('gives a part of the total its interval by customer', () => {
		expect(numberOf(rest, 'contribution_to_sales', 'a')).toMatchObject({
			value: close(0.340476398717),
			interval: interval(0.287698703812, 0.393254093622),
			baseline: null,
			difference: null,
			p: null,
		});
	});

	it('compares the arms for conversion lift, whatever the baseline', () => {
		for (const baseline of ['rest', 'everyone', 'control'] as const) {
			expect(numberOf(analyzeRows(input, tiers, { baseline }), 'conversion_lift', 'b')).toMatchObject({
				value: close(1),
				unit: 'relative',
				n: 200,
				baseline: { kind: 'control', value: 0.18, n: 100 },
				p: close(0.004239956322376864),
				pAdjusted: close(0.004239956322376864 * 1.5),
				isSignificant: true,
				arms: {
					treatment: { value: 0.36, numerator: 36, denominator: 100, n: 100 },
					control: { value: 0.18, numerator: 18, denominator: 100, n: 100 },
				},
			});
		}
	});

	it('gives the lift its score interval and the difference that of Newcombe', () => {
		const found = numberOf(rest, 'conversion_lift', 'b');
		// confint_proportions_2indep(36, 100, 18, 100, compare='ratio', method='score') and compare='diff', method='newcomb'
		const lift = interval(1.234726758978146 - 1, 3.28956828840602 - 1);
		expect(found.interval).toEqual(lift);
		expect(found.lift).toEqual({ value: close(1), ...lift });
		expect(found.difference).toEqual({ value: close(0.18), ...interval(0.05698996192284238, 0.2962043562204854) });
	});

	it('compares revenue per recipient of the arms by Welch', () => {
		expect(numberOf(rest, 'irpr', 'remainder')).toMatchObject({
			value: close(1.2634),
			unit: 'money',
			interval: interval(0.537106400771, 1.98969359923),
			p: close(0.000744164884167),
			arms: { treatment: { n: 100 }, control: { n: 100 } },
		});
		expect(numberOf(rest, 'irpr', 'a')).toMatchObject({
			value: close(0.4774),
			interval: interval(-0.243962320771, 1.19876232077),
			p: close(0.193358359388),
		});
	});

	it('checks the proportion of the arms in each segment', () => {
		expect(rest.ratioChecks).toEqual([
			{ segment: null, treatment: 300, control: 300, p: null, verdict: 'not-applicable' },
			{ segment: 'a', treatment: 100, control: 100, p: 1, verdict: 'fine' },
			{ segment: 'b', treatment: 100, control: 100, p: 1, verdict: 'fine' },
			{ segment: 'remainder', treatment: 100, control: 100, p: 1, verdict: 'fine' },
		]);
	});

	it('tests whether the effect differs between segments', () => {
		expect(rest.heterogeneity).toEqual([
			{ metric: 'M31', q: close(0.883291355824), degreesOfFreedom: 2, p: close(0.6429774162) },
			{ metric: 'M46', q: close(2.35821805992), degreesOfFreedom: 2, p: close(0.30755263675) },
		]);
	});

	it('compares the arms of any metric under the control baseline', () => {
		const control = analyzeRows(input, tiers, { baseline: 'control' });
		expect(numberOf(control, 'conversion_rate', 'b')).toMatchObject({
			value: close(54 / 200),
			baseline: { kind: 'control', value: 0.18, n: 100 },
			difference: { value: close(0.18) },
			p: close(0.004239956322376864),
			arms: { treatment: { value: 0.36 }, control: { value: 0.18 } },
		});
		expect(numberOf(control, 'conversion_rate', null).arms?.treatment.n).toBe(300);
		expect(numberOf(control, 'open_rate', 'b')).toMatchObject({
			value: 0.2,
			difference: null,
			p: null,
			warnings: [{ code: 'no-baseline' }, { code: 'privacy' }],
		});
	});

	it('has every metric for the base and every segment, the base first', () => {
		const ofMetric = (record: NumberRecord) => [record.metric, record.segment];
		expect(rest.numbers.slice(0, 5).map(ofMetric)).toEqual([
			['M01', null],
			['M01', 'a'],
			['M01', 'b'],
			['M01', 'remainder'],
			['M02', null],
		]);
		expect(rest.numbers.length).toBe(metricList.length * 4);
	});
});
