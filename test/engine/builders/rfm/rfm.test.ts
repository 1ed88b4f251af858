import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type RfmSettings, rfmSettings } from '#shared/model/rfmBuilder.ts';
import { defaultRfmSettings, rfmMaps } from '#shared/model/rfmMaps.ts';
import { emptySegmentation } from '#shared/model/segmentation.ts';
import { claimsOf, ownersOf } from '../../../../engine/builders/rfm/rfmCells.ts';
import { proposeRfm } from '../../../../engine/builders/rfm/proposeRfm.ts';
import { silentJob } from '../../../../engine/job.ts';
import { arbitraryOrders, builderInput, cdnowInput, hasCdnow, leftOver, unprovedPairs } from '../builderInput.ts';

const numbers = (text: string) => text.trim().split(/\s+/).map(Number);

test('the published map claims 39 cells twice and leaves 36 to nobody', () => {
	// rfm.R, from the limits in the vignette of R's package rfm.
	const claims = claimsOf(rfmMaps[0]!.boxes).map((boxes) => boxes.length);
	const cells = (matches: (count: number) => boolean) =>
		claims.flatMap((count, cell) => (matches(count) ? [cell] : []));
	expect(cells((count) => count > 1)).toEqual(
		numbers(
			'6 18 19 23 24 25 26 30 31 32 36 37 38 39 42 43 44 47 48 49 50 51 55 56 57 61 62 75 87 93 94 98 99 100 112 118 119 123 124',
		),
	);
	expect(cells((count) => count === 0)).toEqual(
		numbers(
			'2 3 4 10 15 20 27 28 29 35 40 45 53 54 58 59 65 66 70 71 78 79 83 84 90 91 95 96 103 104 108 109 115 116 120 121',
		),
	);
});

test('the other map has neither', () => {
	expect(claimsOf(rfmMaps[1]!.boxes).every((boxes) => boxes.length === 1)).toBe(true);
});

test('the first in the list leaves three of the ten without a cell, the smallest leaves none', () => {
	const without = (contested: RfmSettings['contested']) => {
		const owners = new Set(ownersOf({ ...defaultRfmSettings, contested, uncovered: 'remainder' }));
		return rfmMaps[0]!.boxes.flatMap(({ name }, index) => (owners.has(index) ? [] : [name]));
	};
	expect([without('first'), without('smallest')]).toEqual([['New Customers', 'Promising', "Can't Lose Them"], []]);
});

test('an uncovered cell goes to the nearest box, or to what a person said', () => {
	const owners = ownersOf({ ...defaultRfmSettings, overrides: [{ cell: 124, segment: null }] });
	// R1 F1 M3 is one step from both At Risk (index 7) and Lost (9): the first of the two.
	expect([owners[2], owners[124], ownersOf({ ...defaultRfmSettings, uncovered: 'remainder' })[2]]).toEqual([
		7,
		null,
		null,
	]);
});

describe.skipIf(!hasCdnow)('on the CDNOW transactions (skipped where the data folder is absent)', () => {
	it('scores as R does', async () => {
		const { facts, proposal } = await proposeRfm(cdnowInput(), defaultRfmSettings, silentJob());
		// rfm.R: quantile(type = 1) and findInterval(left.open = TRUE).
		expect(facts.dimensions.map(({ cuts, people }) => ({ cuts, people }))).toEqual([
			{ cuts: [153, 443, 487, 513], people: [459, 478, 475, 471, 474] },
			{ cuts: [1, 1, 2, 4], people: [1205, 0, 406, 358, 388] },
			{ cuts: [15.36, 31.95, 59.25, 130.49], people: [481, 462, 472, 471, 471] },
		]);
		expect(facts.cells.map(({ people }) => people)).toEqual(
			numbers(
				'167 137 84 38 10 0 0 0 0 0 0 3 12 5 1 0 0 1 0 1 0 0 0 0 0 162 126 87 28 7 0 0 0 0 0 0 10 22 19 4 0 0 1 5 5 0 0 0 0 2 150 112 69 25 3 0 0 0 0 0 1 20 30 30 3 0 0 10 10 7 0 0 0 2 3 0 0 0 0 0 0 0 0 0 0 1 36 68 67 15 0 2 35 89 46 0 0 2 30 80 0 0 0 0 0 0 0 0 0 0 0 13 21 18 7 0 3 29 71 43 0 0 1 34 234',
			),
		);
		expect(facts.cells.slice(-6).map(({ revenue }) => revenue)).toEqual([9042.04, 0, 0, 56.21, 3602.95, 99_297.89]);
		expect({
			...leftOver(proposal),
			overlap: proposal.overlap,
			base: proposal.customers,
			revenue: proposal.revenue,
		}).toEqual({
			people: 0,
			cents: 0,
			overlap: 0,
			base: 2357,
			revenue: 244_091.94,
		});
	});

	it('counts the orders and the revenue of the window only, as R does', async () => {
		const input = cdnowInput();
		const { facts, proposal } = await proposeRfm(input, { ...defaultRfmSettings, windowMonths: 12 }, silentJob());
		// rfm.R, "recent".
		expect(facts.scored).toBe(812);
		expect(facts.dimensions.map(({ field, cuts, people }) => ({ field, cuts, people }))).toEqual([
			{ field: 'recency_days', cuts: [38, 99, 161, 248], people: [161, 162, 164, 161, 164] },
			{ field: 'orders_last_12_months', cuts: [1, 1, 3, 4], people: [326, 0, 257, 76, 153] },
			{ field: 'revenue_last_12_months', cuts: [23.76, 42.98, 80.47, 173.22], people: [164, 161, 163, 162, 162] },
		]);
		expect(facts.cells.map(({ people }) => people)).toEqual(
			numbers(
				'66 36 21 6 4 0 0 0 0 0 2 7 8 5 1 0 0 1 1 2 0 0 0 0 1 30 27 14 3 1 0 0 0 0 0 3 19 15 14 7 0 0 4 10 5 0 0 1 5 4 30 21 5 3 0 0 0 0 0 0 3 11 24 21 5 0 0 8 8 3 0 0 0 5 17 18 11 9 2 0 0 0 0 0 0 2 12 18 18 9 0 0 6 6 8 0 0 0 10 32 9 5 4 1 0 0 0 0 0 0 1 12 20 18 2 0 0 3 6 5 0 0 2 20 56',
			),
		);
		expect(proposal.segments.find(({ name }) => name === 'Champions')?.rule).toBe(
			'recency_days <= 99 and orders_last_12_months >= 4 and revenue_last_12_months > 80.47',
		);
		expect(proposal.remainder).toMatchObject({
			people: 2357 - 812,
			description: 'Customers without an order or none in the last 12 months, or without one of the three values.',
		});
		expect({ ...leftOver(proposal), overlap: proposal.overlap, unproved: unprovedPairs(proposal, input) }).toEqual({
			people: 0,
			cents: 0,
			overlap: 0,
			unproved: [],
		});
	});

	it('writes rules of plain comparisons that are proved exclusive, and says what ties did', async () => {
		const input = cdnowInput();
		const { proposal } = await proposeRfm(input, defaultRfmSettings, silentJob());
		expect(proposal.segments.find(({ name }) => name === 'Champions')?.rule).toBe(
			'recency_days <= 443 and order_count >= 3 and revenue > 59.25',
		);
		expect(unprovedPairs(proposal, input)).toEqual([]);
		expect(proposal.notes.map(({ text }) => text)).toContain(
			'Ties in order_count: 1,205 people share 1 and all get score 1; nobody gets 2. ' +
				'Equal values always share a score. People by score: 1: 1,205, 2: 0, 3: 406, 4: 358, 5: 388.',
		);
	});
});

test('less than six months of orders is a warning', async () => {
	const orders = [0, 1, 2].map((customer) => ({
		customer,
		order: null,
		day: 19_000 + customer,
		revenue: 100,
		cost: null,
	}));
	const notesAt = async (asOfDay: number) => {
		const { proposal } = await proposeRfm(
			builderInput({ customers: 3, orders, asOfDay }),
			defaultRfmSettings,
			silentJob(),
		);
		return proposal.notes.filter(({ severity }) => severity === 'warning').map(({ text }) => text);
	};
	expect((await notesAt(19_182))[0]).toBe(
		'The orders span 182 days. Scores need at least six months (183 days) to mean anything.',
	);
	expect((await notesAt(19_183)).join()).not.toContain('span');
});

test('whoever is outside of the window, without orders or excluded gets no score', async () => {
	const orders = [10, 20, 400, 30].map((age, customer) => ({
		customer,
		order: null,
		day: 20_000 - age,
		revenue: 100 * customer,
		cost: null,
	}));
	const exclusions = [{ id: 'staff', name: 'Staff', rule: 'recency_days = 30' }];
	const input = builderInput({
		customers: 5,
		orders,
		asOfDay: 20_000,
		current: { ...emptySegmentation, exclusions },
	});
	const { facts, proposal } = await proposeRfm(input, { ...defaultRfmSettings, windowMonths: 12 }, silentJob());
	expect([facts.scored, proposal.customers, proposal.remainder.people]).toEqual([2, 4, 2]);
	expect(facts.cells.reduce((sum, { people }) => sum + people, 0)).toBe(2);
});

test('cuts that do not rise, unknown fields and a base that nobody can be scored in are refused in a sentence', async () => {
	const input = builderInput({ customers: 2, asOfDay: 20_000 });
	await expect(proposeRfm(input, defaultRfmSettings, silentJob())).rejects.toMatchObject({
		code: 'data',
		message: 'RFM needs orders with a date. Import a table of orders and map its date.',
	});
	const order = { customer: 0, order: null, day: 19_999, revenue: 5, cost: null };
	const some = builderInput({ customers: 2, orders: [order], asOfDay: 20_000 });
	const cuts = { ...defaultRfmSettings.cuts, frequency: { kind: 'fixed' as const, values: [1, 2, 2, 3] } };
	await expect(proposeRfm(some, { ...defaultRfmSettings, cuts }, silentJob())).rejects.toMatchObject({ code: 'data' });
	const fields = { ...defaultRfmSettings.fields, monetary: 'profit' };
	await expect(proposeRfm(some, { ...defaultRfmSettings, fields }, silentJob())).rejects.toMatchObject({
		message: 'There is no field “profit”. Choose one of the fields of the customers.',
	});
});

const score = fc.integer({ min: 1, max: 5 });
const range = fc.tuple(score, score).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]);
const cuts = fc.oneof(
	fc.constant({ kind: 'quantiles' as const }),
	fc
		.uniqueArray(fc.integer({ min: -20, max: 400 }), { minLength: 4, maxLength: 4 })
		.map((values) => ({ kind: 'fixed' as const, values: values.toSorted((a, b) => a - b).map((value) => value / 10) })),
);
const arbitrarySettings: fc.Arbitrary<RfmSettings> = fc.record({
	fields: fc.record({
		recency: fc.constant('recency_days'),
		frequency: fc.constantFrom('order_count', 'tenure_days'),
		monetary: fc.constantFrom('revenue', 'average_order_value'),
	}),
	cuts: fc.record({ recency: cuts, frequency: cuts, monetary: cuts }),
	windowMonths: fc.constantFrom(null, 6 as const, 12 as const, 24 as const),
	map: fc.array(
		fc.record({ recency: range, frequency: range, monetary: range, description: fc.constant('') }).map((box) => ({
			...box,
			name: JSON.stringify(box),
		})),
		{ minLength: 1, maxLength: 6 },
	),
	contested: fc.constantFrom('first' as const, 'smallest' as const),
	uncovered: fc.constantFrom('nearest' as const, 'remainder' as const),
	overrides: fc.array(
		fc.record({
			cell: fc.integer({ min: 0, max: 124 }),
			segment: fc.option(fc.integer({ min: 0, max: 5 }), { nil: null }),
		}),
		{ maxLength: 5 },
	),
});

/** The same orders over four years, so that windows take some of them. */
const arbitraryYears = arbitraryOrders.map(({ orders = [], ...rows }) => ({
	...rows,
	orders: orders.map((row) => ({ ...row, day: rows.asOfDay - (rows.asOfDay - (row.day ?? 0)) * 36 })),
}));

test('a field that the window does not limit, and a window without effect, are named', async () => {
	const orders = [10, 20, 150].map((age, customer) => ({
		customer,
		order: null,
		day: 20_000 - age,
		revenue: 100 + customer,
		cost: null,
	}));
	const input = builderInput({ customers: 3, orders, asOfDay: 20_000 });
	const fields = { ...defaultRfmSettings.fields, monetary: 'average_order_value' };
	const { proposal } = await proposeRfm(input, { ...defaultRfmSettings, fields, windowMonths: 12 }, silentJob());
	expect(proposal.notes.slice(0, 2).map(({ text }) => text)).toEqual([
		'average_order_value is not limited to the last 12 months. Only order_count, revenue and margin are.',
		'All orders lie within the last 12 months, so the window leaves none out.',
	]);
});

test('whatever the data and the map, the rules hold exactly the people of their cells and exclude each other', async () => {
	await fc.assert(
		fc.asyncProperty(arbitraryYears, arbitrarySettings, async (rows, given) => {
			const settings = rfmSettings.parse(given);
			const input = builderInput(rows);
			const built = await proposeRfm(input, settings, silentJob()).catch((error: unknown) => {
				expect(error).toMatchObject({ code: 'data' });
				return null;
			});
			if (built === null) {
				return;
			}
			const { facts, proposal } = built;
			const expected = settings.map.map((_, index) =>
				facts.cells.reduce((sum, { people }, cell) => sum + (facts.owners[cell] === index ? people : 0), 0),
			);
			const found = facts.places.map((place) => (place === null ? 0 : proposal.segments[place]!.people));
			expect({ found, ...leftOver(proposal), overlap: proposal.overlap }).toEqual({
				found: expected,
				people: 0,
				cents: 0,
				overlap: 0,
			});
			expect(unprovedPairs(proposal, input)).toEqual([]);
		}),
		{ numRuns: 60, seed: 20_240_229 },
	);
});
