import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { scoreSettings, type ScoreSettings } from '#shared/model/scoreBuilder.ts';
import { checkValue } from '#shared/rules/checkRule.ts';
import { proposeScore } from '../../../../engine/builders/score/proposeScore.ts';
import { silentJob } from '../../../../engine/job.ts';
import { valueColumn } from '../../../../engine/rules/valueColumn.ts';
import {
	arbitraryOrders,
	builderInput,
	cdnowInput,
	hasCdnow,
	leftOver,
	segmentationOf,
	unprovedPairs,
} from '../builderInput.ts';
import type { RealInput } from '../builderInput.ts';

const behaviour = { kind: 'behaviour', direction: 'higher', weight: 4 } as const;
const settings: ScoreSettings = {
	name: 'score',
	fields: [
		{ ...behaviour, field: 'order_count' },
		{ ...behaviour, field: 'revenue' },
		{ ...behaviour, field: 'recency_days', direction: 'lower' },
	],
	scaling: 'standardised',
	missing: 'middle',
	tiers: [
		{ name: 'A', share: 0.2 },
		{ name: 'B', share: 0.3 },
		{ name: 'C', share: 0.5 },
	],
	cuts: null,
};

async function scoresOf({ frame }: RealInput, expression: string): Promise<number[]> {
	const { typed } = checkValue(expression, frame.fields, null);
	const column = await valueColumn(typed!, frame, silentJob());
	return column.kind === 'number' ? Array.from(column.values, (value) => value / 10 ** column.scale) : [];
}

describe.skipIf(!hasCdnow)('on the CDNOW transactions (skipped where the data folder is absent)', () => {
	it('a standardised score is what R computes, up to the five digits of its numbers', async () => {
		const input = cdnowInput();
		const { facts, proposal } = await proposeScore(input, settings, silentJob());
		expect(facts.expression).toBe(
			'0.33333 * (coalesce(order_count, 2.9355) - 2.9355) / 4.1732 + 0.33333 * (coalesce(revenue, 103.56) - 103.56) / 216.92' +
				' - 0.33333 * (coalesce(recency_days, 372.56) - 372.56) / 178.22',
		);
		// score.R
		const expected = [0.40120876452, -0.420384913568, -0.627687087062, -0.616654059066, -0.601333823811];
		const found = (await scoresOf(input, facts.expression)).slice(0, 5);
		expected.forEach((value, index) => expect(found[index]).toBeCloseTo(value, 3));
		expect(facts.cuts[0]).toBeCloseTo(0.519495950531, 2);
		expect(facts.cuts[1]).toBeCloseTo(-0.411840788198, 2);
		expect(proposal.segments.map(({ people }) => people)).toEqual([471, 707, 1179]);
		expect({ ...leftOver(proposal), overlap: proposal.overlap }).toEqual({ people: 0, cents: 0, overlap: 0 });
		expect(unprovedPairs(proposal, input)).toEqual([]);
	});

	it('a ranked score is the percentile between quartiles, as R interpolates it', async () => {
		const input = cdnowInput();
		const fields = [
			{ ...behaviour, field: 'order_count', weight: 1 },
			{ ...behaviour, field: 'revenue', weight: 3 },
		];
		const { facts } = await proposeScore(input, { ...settings, fields, scaling: 'ranked' }, silentJob());
		// score.R: approx(rule = 2) of mid-rank percentiles at the quartiles of type 1.
		const expected = [73.3122649732, 59.5513648831, 12.9219826263, 19.6939845345, 28.5172584591];
		const found = (await scoresOf(input, facts.expression)).slice(0, 5);
		expected.forEach((value, index) => expect(found[index]).toBeCloseTo(value, 2));
		expect([facts.cuts[0]!, facts.cuts[1]!].map((cut) => Math.round(cut * 10) / 10)).toEqual([74.6, 46.2]);
	});
});

test('what the preview counts is what the rules count once the custom field is in the segmentation', async () => {
	await fc.assert(
		fc.asyncProperty(
			arbitraryOrders,
			fc.constantFrom('standardised' as const, 'ranked' as const),
			fc.constantFrom('by-kind' as const, 'middle' as const, 'remainder' as const),
			fc.constantFrom('higher' as const, 'lower' as const),
			async (rows, scaling, missing, direction) => {
				const input = builderInput(rows);
				const fields = settings.fields.map((field) => ({ ...field, direction }));
				const given = scoreSettings.parse({ ...settings, fields, scaling, missing });
				const built = await proposeScore(input, given, silentJob()).catch((error: unknown) => {
					expect(error).toMatchObject({ code: 'data' });
					return null;
				});
				if (built === null) {
					return;
				}
				const { proposal } = built;
				const counted = input.evaluator.evaluate(segmentationOf(proposal));
				expect({
					problems: counted.problems,
					counts: counted.segments.map(({ people }) => people),
					overlap: proposal.overlap,
					unproved: unprovedPairs(proposal, input),
					...leftOver(proposal),
				}).toEqual({
					problems: [],
					counts: [...proposal.segments, proposal.remainder].map(({ people }) => people),
					overlap: 0,
					unproved: [],
					people: 0,
					cents: 0,
				});
			},
		),
		{ numRuns: 40, seed: 77 },
	);
});

test('who never ordered has the worst recency, not the middle one', async () => {
	const orders = [10, 50, 400].map((age, customer) => ({
		customer,
		order: null,
		day: 20_000 - age,
		revenue: 100 * (4 - customer),
		cost: null,
	}));
	const input = builderInput({ customers: 4, orders, asOfDay: 20_000 });
	const { facts } = await proposeScore(input, { ...settings, missing: 'by-kind' }, silentJob());
	expect(facts.expression).toContain('coalesce(recency_days, 400)');
	const scores = await scoresOf(input, facts.expression);
	expect(scores[3]).toBe(Math.min(...scores));
});

test('weights outside of three to five, names that are taken and fields that say nothing are told', async () => {
	const orders = [1, 2, 3].map((customer) => ({
		customer: customer - 1,
		order: null,
		day: 19_000,
		revenue: customer,
		cost: null,
	}));
	const input = builderInput({ customers: 3, orders, asOfDay: 19_400 });
	const fields: ScoreSettings['fields'] = [
		{ ...behaviour, field: 'revenue', weight: 8 },
		{ field: 'average_order_value', kind: 'firmographic', direction: 'higher', weight: 1 },
	];
	const { proposal, facts } = await proposeScore(input, { ...settings, fields }, silentJob());
	expect([facts.behaviourRatio, proposal.notes[0]?.text]).toEqual([
		8,
		'Behaviour weighs 8 times as much as firmographics on average; three to five times is advised.',
	]);
	await expect(proposeScore(input, { ...settings, name: 'revenue' }, silentJob())).rejects.toMatchObject({
		message: 'The customers have a field “revenue” already. Give the score another name.',
	});
	await expect(proposeScore(input, settings, silentJob())).rejects.toMatchObject({
		message: 'All customers have the same order_count, so it cannot tell them apart. Leave it out.',
	});
	const two = { ...settings, fields: [fields[0]!], cuts: [1, 2] };
	await expect(proposeScore(input, two, silentJob())).rejects.toMatchObject({ code: 'data' });
});
