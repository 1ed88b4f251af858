import type { Analysis } from '#shared/model/analysis.ts';
import type { Comparison, NumberRecord, NumberUnit } from '#shared/model/numberRecord.ts';
import { REMAINDER_ID, type Segmentation } from '#shared/model/segmentation.ts';
import { numberFixture } from './numberFixture.ts';

/** Six segments of a retailer, one with a name that fits nowhere. */
export const segmentationFixture: Segmentation = {
	segments: [
		{ id: 'champions', name: 'Champions', rule: 'recency_days <= 30 and order_count >= 5' },
		{ id: 'loyal', name: 'Loyal customers', rule: 'order_count >= 3 and recency_days <= 120' },
		{
			id: 'at-risk',
			name: 'At risk: frequent buyers of the premium line who have gone quiet since spring',
			rule: 'order_count >= 3 and recency_days > 120',
		},
		{ id: 'new', name: 'New customers', rule: 'tenure_days < 60' },
		{ id: 'tiny', name: 'Wholesale', rule: "channel = 'wholesale'" },
	],
	remainder: 'Everyone else',
	mode: 'waterfall',
	exclusions: [],
	customFields: [],
};

const people = [1834, 5210, 2977, 911, 23, 14045];
const ids = ['champions', 'loyal', 'at-risk', 'new', 'tiny', REMAINDER_ID];

interface Row {
	readonly metric: string;
	readonly unit: NumberUnit;
	/** Values per segment in rule order, and of the whole base. */
	readonly values: readonly (number | null)[];
	readonly spread: number;
	readonly reason?: string;
	readonly isTested?: boolean;
}

const rows: readonly Row[] = [
	{ metric: 'M01', unit: 'people', values: [...people, 25_000], spread: 0, isTested: false },
	{
		metric: 'M02',
		unit: 'share',
		values: [...people, 25_000].map((count) => count / 25_000),
		spread: 0.4,
		isTested: false,
	},
	{
		metric: 'M04',
		unit: 'money',
		values: [812_400.5, 1_204_330, 388_102.25, 61_240, 44_021, 702_004, 3_212_097.75],
		spread: 900,
		isTested: false,
	},
	{ metric: 'M05', unit: 'share', values: [0.253, 0.375, 0.121, 0.019, 0.014, 0.218, 1], spread: 0.3, isTested: false },
	{ metric: 'M06', unit: 'money', values: [442.97, 231.16, 130.37, 67.22, 1913.96, 49.98, 128.48], spread: 210 },
	{ metric: 'M07', unit: 'money', values: [78.4, 71.2, 69.9, 61.3, 412.2, 58.1, 67.3], spread: 40 },
	{ metric: 'M09', unit: 'orders', values: [5.65, 3.25, 3.41, 1.1, 4.64, 0.86, 1.91], spread: 2.2 },
	{
		metric: 'M16',
		unit: 'money',
		values: [null, null, null, null, null, null, null],
		spread: 0,
		reason: 'Needs cost of goods in the orders table.',
	},
	{ metric: 'M30', unit: 'share', values: [0.112, 0.081, 0.064, 0.059, 0.08, 0.052, 0.064], spread: 0.24 },
	{ metric: 'M48', unit: 'share', values: [0.342, 0.291, 0.188, 0.402, 0.261, 0.174, 0.231], spread: 0.42 },
	{ metric: 'M56', unit: 'share', values: [1, 1, 1, 0.12, 0.87, 0.11, 0.498], spread: 0.3 },
];

/** A believable answer of the engine. Intervals are normal approximations: this is for looks, not for statistics. */
export const analysisFixture: Analysis = {
	asOf: '2026-03-31',
	baseline: 'rest',
	customers: 25_000,
	excluded: { people: 0, orders: 0, revenue: 0, rules: [] },
	segments: ids.map((id, index) => ({
		id,
		name: segmentationFixture.segments[index]?.name ?? segmentationFixture.remainder,
		people: people[index] ?? 0,
		share: (people[index] ?? 0) / 25_000,
		matches: (people[index] ?? 0) + index * 310,
		lostToEarlier: index * 310,
		missingData: index === 3 ? 42 : 0,
		isRemainder: id === REMAINDER_ID,
	})),
	numbers: [...rows.flatMap((row) => [...ids, null].map((id, index) => recordOf(row, id, index))), ...liftRecords()],
	ratioChecks: [
		{ segment: null, treatment: 12_480, control: 12_520, p: 0.8, verdict: 'fine' },
		{ segment: 'loyal', treatment: 2790, control: 2420, p: 0.0000003, verdict: 'failure' },
	],
	heterogeneity: [{ metric: 'M30', q: 61.2, degreesOfFreedom: 5, p: 0.0000001 }],
	problems: [],
	durationMs: 12,
};

function recordOf(row: Row, segment: string | null, index: number): NumberRecord {
	const value = row.values[index] ?? null;
	const n = people[index] ?? 25_000;
	if (value === null) {
		return numberFixture({ metric: row.metric, segment, unit: row.unit, n, reason: row.reason ?? 'Not known.' });
	}
	const half = (1.96 * row.spread) / Math.sqrt(n);
	const whole = row.values.at(-1) ?? 0;
	const rest = (whole * 25_000 - value * n) / (25_000 - n);
	const isCompared = row.isTested !== false && segment !== null;
	const error = row.spread * Math.sqrt(1 / n + 1 / Math.max(1, 25_000 - n));
	const z = isCompared ? Math.abs(value - rest) / error : 0;
	const p = isCompared ? Math.min(1, 2 * Math.exp(-0.717 * z - 0.416 * z * z)) : null;
	return numberFixture({
		metric: row.metric,
		segment,
		unit: row.unit,
		value,
		numerator: value * n,
		denominator: row.unit === 'people' ? null : n,
		n,
		interval: row.spread === 0 ? null : { low: value - half, high: value + half, level: 0.95 },
		baseline: isCompared ? { kind: 'rest', value: rest, n: 25_000 - n } : null,
		difference: isCompared ? around(value - rest, 2.4 * error) : null,
		lift: isCompared ? around(value / rest - 1, (2.4 * error) / rest) : null,
		p,
		pAdjusted: p === null ? null : Math.min(1, p * 2),
		isSignificant: p === null ? null : p * 2 < 0.05,
		mde: isCompared ? 2.8 * error : null,
		sufficiency: n < 30 ? 'too-few' : n < 1000 ? 'thin' : 'enough',
		method:
			row.unit === 'share' ? 'Wilson interval; Newcombe difference; Miettinen–Nurminen ratio' : 'Welch t interval',
		warnings: n < 30 ? [{ code: 'too-few', message: 'Fewer than 30 people: do not decide on this figure.' }] : [],
	});
}

function liftRecords(): readonly NumberRecord[] {
	return [...ids, null].map((segment, index) => {
		const n = people[index] ?? 25_000;
		const [treatment, control] = [0.112 - index * 0.009, 0.072 - index * 0.004];
		const value = treatment / control - 1;
		const half = 9 / Math.sqrt(n);
		return numberFixture({
			metric: 'M31',
			segment,
			unit: 'relative',
			value,
			n,
			interval: { low: value - half, high: value + half, level: 0.95 },
			baseline: { kind: 'control', value: control, n: Math.round(n / 2) },
			difference: around(treatment - control, 1.2 / Math.sqrt(n)),
			lift: around(value, half),
			p: 0.012,
			pAdjusted: half > value ? 0.31 : 0.021,
			isSignificant: half < value,
			mde: 1.4 / Math.sqrt(n),
			arms: { treatment: arm(treatment, n), control: arm(control, n) },
			sufficiency: n < 100 ? 'too-few' : n < 1000 ? 'thin' : 'enough',
			method: 'Newcombe difference; Miettinen–Nurminen ratio',
		});
	});
}

function arm(value: number, n: number) {
	const size = Math.round(n / 2);
	const half = 0.5 / Math.sqrt(size);
	return {
		value,
		numerator: Math.round(value * size),
		denominator: size,
		n: size,
		interval: { low: Math.max(0, value - half), high: value + half, level: 0.95 },
	};
}

function around(value: number, half: number): Comparison {
	return { value, low: value - half, high: value + half, level: 0.95 };
}
