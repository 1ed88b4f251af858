import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { gridSettings, type GridSplit, type GridVariable } from '#shared/model/gridBuilder.ts';
import { emptySegmentation } from '#shared/model/segmentation.ts';
import { bestCuts } from '../../../../engine/builders/grid/bestCuts.ts';
import { proposeGrid } from '../../../../engine/builders/grid/proposeGrid.ts';
import type { CustomerFrame } from '../../../../engine/frame/CustomerFrame.ts';
import { silentJob } from '../../../../engine/job.ts';
import { SegmentEvaluator } from '../../../../engine/rules/SegmentEvaluator.ts';
import { categories, cents, flags, integers } from '../../frame/eventRows.ts';
import { sampleFields, sampleFrame } from '../../rules/sampleFrame.ts';
import { builderInput, cdnowInput, hasCdnow, leftOver, unprovedPairs } from '../builderInput.ts';

test('cuts by an outcome are the best of all cuts, as R finds by trying every one', () => {
	// bestCuts.R: the greatest sum of squares of anova(lm(y ~ group)) over all combn().
	const bins = {
		people: Float64Array.of(9, 4, 7, 3, 8, 6, 5, 2, 7, 9, 4, 6),
		sums: Float64Array.of(100, 57, 72, 37, 126, 104, 76, 30, 106, 52, 20, 59),
	};
	const found = [
		bestCuts(bins, 2, 1),
		bestCuts(bins, 3, 1),
		bestCuts(bins, 4, 1),
		bestCuts(bins, 3, 20),
		bestCuts(bins, 4, 14),
	];
	expect(found).toEqual([[9], [4, 9], [4, 9, 11], [4, 8], [4, 6, 9]]);
	expect(bestCuts(bins, 4, 40)).toEqual([]);
});

const shop = () =>
	builderInput({
		customers: 8,
		asOfDay: 20_000,
		attributes: [
			{ name: 'country', table: 'customers', column: categories(['DE', 'DE', 'DE', 'AT', 'AT', 'CH', null, "l'île"]) },
			{ name: 'spend', table: 'customers', column: cents([100, 250, 999, 1000, 1001, null, 300, 5000]) },
			{ name: 'visits', table: 'customers', column: integers([1, 1, 2, 3, 3, 4, 9, 9]) },
			{ name: 'is_member', table: 'customers', column: flags([true, false, null, true, true, false, false, true]) },
		],
	});

async function rulesOf(variables: readonly GridVariable[]): Promise<string[]> {
	const { proposal } = await proposeGrid(shop(), gridSettings.parse({ variables }), silentJob());
	return proposal.segments.map(({ name, rule, people }) => `${name} | ${rule} | ${people}`);
}

const one = (field: string, split: GridSplit, missing: GridVariable['missing'] = 'own'): GridVariable => ({
	field,
	split,
	missing,
});

test('each split writes rules that read as what it does', async () => {
	expect(await rulesOf([one('spend', { kind: 'cuts', values: [9.99, 10] })])).toEqual([
		'Spend ≤ 9.99 | spend <= 9.99 | 4',
		'Spend > 9.99 to 10 | spend > 9.99 and spend <= 10 | 1',
		'Spend > 10 | spend > 10 | 2',
		'Spend missing | spend is null | 1',
	]);
	expect(await rulesOf([one('visits', { kind: 'width', parts: 4 })])).toEqual([
		'Visits ≤ 3 | visits <= 3 | 5',
		'Visits 4–5 | visits between 4 and 5 | 1',
		'Visits ≥ 8 | visits >= 8 | 2',
	]);
	expect(await rulesOf([one('country', { kind: 'frequent', parts: 3 }, 'remainder')])).toEqual([
		"DE | country = 'DE' | 3",
		"AT | country = 'AT' | 2",
		"other country | country not in ('DE', 'AT') | 2",
	]);
	const groups = [{ name: 'Alps', values: ['AT', 'CH'] }];
	expect(
		await rulesOf([one('country', { kind: 'values', groups }), one('is_member', { kind: 'yes-no' }, 'remainder')]),
	).toEqual([
		"Alps · Is member: no | country in ('AT', 'CH') and is_member = false | 1",
		"Alps · Is member: yes | country in ('AT', 'CH') and is_member = true | 2",
		"other country · Is member: no | country not in ('AT', 'CH') and is_member = false | 1",
		"other country · Is member: yes | country not in ('AT', 'CH') and is_member = true | 2",
		'Country missing · Is member: no | country is null and is_member = false | 1',
	]);
	expect(await rulesOf([one('country', { kind: 'outcome', outcome: 'visits', parts: 2, minimumShare: 0.1 })])).toEqual([
		"DE, AT, CH | country in ('DE', 'AT', 'CH') | 6",
		"l'île | country = 'l''île' | 1",
		'Country missing | country is null | 1',
	]);
});

test('fields that do not fit, fields that come twice and too many cells are refused in a sentence', async () => {
	const refusal = async (variables: readonly GridVariable[]) =>
		proposeGrid(shop(), { variables: [...variables] }, silentJob()).then(
			() => null,
			(error: unknown) => (error instanceof Error ? error.message : null),
		);
	const thirds: GridSplit = { kind: 'quantiles', parts: 3 };
	expect([
		await refusal([one('country', thirds)]),
		await refusal([one('visits', { kind: 'yes-no' })]),
		await refusal([one('visits', { kind: 'frequent', parts: 3 })]),
		await refusal([one('visits', { kind: 'outcome', outcome: 'visits', parts: 2, minimumShare: 0.1 })]),
		await refusal([one('visits', { kind: 'outcome', outcome: 'country', parts: 2, minimumShare: 0.1 })]),
		await refusal([one('visits', thirds), one('visits', thirds)]),
		await refusal([one('visits', { kind: 'cuts', values: [2, 2] })]),
	]).toEqual([
		'The field “country” holds no numbers and no dates. Choose another one.',
		'“visits” does not hold yes and no. Choose another split.',
		'“visits” holds no texts. Choose another split.',
		'visits cannot be cut by itself. Choose another outcome.',
		'“country” is no outcome: choose a field that holds numbers or yes and no.',
		'visits is chosen twice. Choose another field for one of the variables.',
		'The cuts of visits must rise from one to the next: 2, 2.',
	]);
});

describe.skipIf(!hasCdnow)('on the CDNOW transactions (skipped where the data folder is absent)', () => {
	it('three variables of three groups hold everybody once', async () => {
		const input = cdnowInput();
		const variables = ['recency_days', 'order_count', 'revenue'].map((field) =>
			one(field, { kind: 'quantiles', parts: 3 }),
		);
		const { proposal, facts } = await proposeGrid(input, { variables }, silentJob());
		expect({ ...leftOver(proposal), overlap: proposal.overlap, left: proposal.remainder.people }).toEqual({
			people: 0,
			cents: 0,
			overlap: 0,
			left: 0,
		});
		expect(facts.cells.length).toBe(3 * facts.variables[1]!.groups.length * 3);
		expect(unprovedPairs(proposal, input)).toEqual([]);
	});
});

const numberSplit: fc.Arbitrary<GridSplit> = fc.oneof(
	fc.record({ kind: fc.constant('quantiles' as const), parts: fc.integer({ min: 2, max: 6 }) }),
	fc.record({ kind: fc.constant('width' as const), parts: fc.integer({ min: 2, max: 6 }) }),
	fc.record({
		kind: fc.constant('outcome' as const),
		outcome: fc.constantFrom('member', 'active', 'wide'),
		parts: fc.integer({ min: 2, max: 4 }),
		minimumShare: fc.constantFrom(0.05, 0.2),
	}),
);
const textSplit: fc.Arbitrary<GridSplit> = fc.oneof(
	fc.record({ kind: fc.constant('frequent' as const), parts: fc.integer({ min: 2, max: 4 }) }),
	fc.record({
		kind: fc.constant('outcome' as const),
		outcome: fc.constantFrom('member', 'wide', 'score'),
		parts: fc.integer({ min: 2, max: 4 }),
		minimumShare: fc.constant(0.05),
	}),
);
const missing = fc.constantFrom('own' as const, 'remainder' as const);
const variableOf = (field: (typeof sampleFields)[number]): fc.Arbitrary<GridVariable> => {
	const split =
		field.kind === 'category'
			? textSplit
			: field.kind === 'boolean'
				? fc.constant({ kind: 'yes-no' as const })
				: numberSplit;
	return fc.record({ field: fc.constant(field.name), split, missing });
};
const usable = sampleFields.filter(({ kind, name }) => kind !== 'text' && name !== 'wide');

test('on columns of every kind, with gaps and exclusions, the cells hold everybody once and exclude each other', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 0, max: 1e6 }),
			fc.integer({ min: 1, max: 90 }),
			fc
				.uniqueArray(fc.constantFrom(...usable), { minLength: 1, maxLength: 3 })
				.chain((fields) => fc.tuple(...fields.map(variableOf))),
			fc.boolean(),
			async (seed, length, variables, hasExclusion) => {
				const { frame: plain } = sampleFrame(seed, length);
				const frame: CustomerFrame = {
					...plain,
					arms: null,
					armOutcomes: null,
					recipientRows: null,
					derived: new Set(),
					valueless: new Set(),
					problems: [],
				};
				const exclusions = hasExclusion ? [{ id: 'out', name: 'Out', rule: 'visits > 1' }] : [];
				const input = { frame, evaluator: new SegmentEvaluator(frame), current: { ...emptySegmentation, exclusions } };
				const { proposal, facts } = await proposeGrid(input, { variables: [...variables] }, silentJob());
				const isWhole = variables.every((variable) => variable.missing === 'own');
				expect({ ...leftOver(proposal), overlap: proposal.overlap, unproved: unprovedPairs(proposal, input) }).toEqual({
					people: 0,
					cents: 0,
					overlap: 0,
					unproved: [],
				});
				expect(isWhole ? proposal.remainder.people : 0).toBe(0);
				const ofFirst = facts.variables[0]!.groups.reduce((sum, { people }) => sum + people, 0);
				const nulls = variables[0]!.missing === 'own' ? proposal.customers - ofFirst : 0;
				expect(nulls).toBe(0);
				expect(proposal.segments.every(({ people }) => people > 0)).toBe(true);
			},
		),
		{ numRuns: 80, seed: 4 },
	);
});
