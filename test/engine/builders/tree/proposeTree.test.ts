import fc from 'fast-check';
import { expect, test } from 'vitest';
import { builderProposal } from '#shared/model/builderProposal.ts';
import { emptySegmentation } from '#shared/model/segmentation.ts';
import { treeFacts } from '#shared/model/treeBuilder.ts';
import type { TreeSettings } from '#shared/model/treeBuilder.ts';
import { proposeTree } from '../../../../engine/builders/tree/proposeTree.ts';
import { treeFields } from '../../../../engine/builders/tree/treeFields.ts';
import { createJob, silentJob } from '../../../../engine/job.ts';
import { SegmentEvaluator } from '../../../../engine/rules/SegmentEvaluator.ts';
import { sampleFrame } from '../../rules/sampleFrame.ts';
import { booleans, frameOf, goldenCustomers, inputOf, labels, numbers } from '../builderFrame.ts';
import { verdictOn } from '../verdictOn.ts';

const usual: TreeSettings = {
	outcome: { kind: 'rate', rule: 'bought' },
	fields: ['visits', 'age', 'basket', 'country', 'member'],
	method: 'cart',
	maxDepth: 4,
	maxLeaves: 8,
	minimumLeaf: 50,
	minimumGain: 0.002,
	alpha: 0.05,
	holdoutShare: 0.3,
	seed: 1,
	level: 0.95,
};
const customers = frameOf(goldenCustomers());

test.each(['cart', 'chaid'] as const)(
	'%s: whatever the data and what is missing in it, the rules take everybody once, provably',
	async (method) => {
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 1, max: 10_000 }), fc.boolean(), async (seed, isRate) => {
				const { frame } = sampleFrame(seed, 400);
				const input = inputOf({ ...customers, ...frame, derived: new Set(), valueless: new Set() });
				const fields = frame.fields.map(({ name }) => name).filter((name) => name !== 'city');
				const outcome = isRate
					? ({ kind: 'rate', rule: "spend > 2 or country = 'A'" } as const)
					: ({ kind: 'amount', field: 'visits' } as const);
				const settings = { ...usual, outcome, fields, method, seed, minimumLeaf: 10, minimumGain: 0, alpha: 0.4 };
				const { proposal, facts } = await proposeTree(input, settings, silentJob());
				expect(builderProposal.parse(proposal)).toEqual(proposal);
				expect(treeFacts.parse(facts)).toEqual(facts);
				expect({ overlap: proposal.overlap, nobody: proposal.remainder.people }).toEqual({ overlap: 0, nobody: 0 });
				expect(verdictOn(frame, proposal.segments)).toEqual({ isExclusive: true, isComplete: true });
			}),
			{ seed: 7, numRuns: 12 },
		);
	},
);

test('the people of a leaf by its rule are those whom the tree counts there', async () => {
	const { proposal, facts } = await proposeTree(inputOf(customers), usual, silentJob());
	const counted = proposal.segments.map((_, segment) => {
		const leaf = facts.nodes.find((node) => node.segment === segment)!;
		return leaf.training.customers + leaf.holdout.customers;
	});
	expect(proposal.segments.map(({ people }) => people)).toEqual(counted);
	expect(counted.reduce((sum, people) => sum + people)).toBe(customers.length);
});

test('figures of the holdout are those of its customers, and of the training part those of the others', async () => {
	const { proposal, facts } = await proposeTree(inputOf(customers), usual, silentJob());
	const evaluator = new SegmentEvaluator(customers);
	const { codes } = evaluator.evaluate({
		...emptySegmentation,
		segments: proposal.segments.map(({ name, rule }, index) => ({ id: `s${index}`, name, rule })),
	});
	const bought = customers.columns.get('bought')!;
	if (bought.kind !== 'boolean') {
		throw new Error('bought is yes or no');
	}
	for (const [segment] of proposal.segments.entries()) {
		const { training, holdout } = facts.nodes.find((node) => node.segment === segment)!;
		const buyers = codes.reduce((sum, code, row) => sum + (code === segment ? bought.values[row]! : 0), 0);
		expect(Math.round(training.value! * training.customers + holdout.value! * holdout.customers)).toBe(buyers);
		expect(holdout.low! <= holdout.value! && holdout.value! <= holdout.high!).toBe(true);
	}
	expect(proposal.segments[0]!.description).toMatch(
		/^Holdout: [\d.]+ % \(95 % interval [\d.]+ % to [\d.]+ %\) with bought, among \d+ customers\. Training: [\d.]+ % among \d+ customers\.$/,
	);
	const [root] = facts.nodes;
	expect(root!.holdout.customers / customers.length).toBeCloseTo(0.3, 1);
});

test('rules are short: conditions on one field become one, with round cuts and the shorter list of labels', async () => {
	const rows = Array.from({ length: 900 }, (_, row) => row);
	const frame = frameOf({
		order_count: numbers(rows.map((row) => row % 9)),
		revenue: numbers(
			rows.map((row) => (row % 2 === 0 ? 97.13 : 104.2)),
			2,
		),
		country: labels(rows.map((row) => ['DE', 'AT', 'CH', 'FR'][row % 4]!)),
		bought: booleans(rows.map((row) => (row % 9 > 2 && row % 9 <= 5) !== (row % 4 === 3))),
	});
	const settings = { ...usual, fields: ['order_count', 'country'], minimumLeaf: 5, minimumGain: 0 };
	const { proposal } = await proposeTree(inputOf(frame), settings, silentJob());
	expect(proposal.segments.map(({ rule }) => rule).sort()).toEqual([
		"country != 'FR' and order_count <= 2",
		"country != 'FR' and order_count > 2 and order_count <= 5",
		"country != 'FR' and order_count > 5",
		"country = 'FR' and order_count <= 2",
		"country = 'FR' and order_count > 2 and order_count <= 5",
		"country = 'FR' and order_count > 5",
	]);
	expect(proposal.segments.map(({ name }) => name)).toContain('Order count 2 to 5 · country not FR');
	const money = { ...settings, outcome: { kind: 'rate' as const, rule: 'revenue > 100' }, fields: ['revenue'] };
	const split = await proposeTree(inputOf(frame), money, silentJob());
	expect(split.proposal.segments.map(({ rule }) => rule)).toEqual(['revenue > 100', 'revenue <= 100']);
});

test('missing values go where they explain most, and rules say so', async () => {
	const rows = Array.from({ length: 600 }, (_, row) => row);
	const frame = frameOf({
		recency: numbers(rows.map((row) => (row % 3 === 0 ? null : row % 3 === 1 ? row % 30 : 30 + (row % 30)))),
		bought: booleans(rows.map((row) => row % 3 === 1)),
	});
	const { proposal } = await proposeTree(
		inputOf(frame),
		{ ...usual, fields: ['recency'], minimumLeaf: 20 },
		silentJob(),
	);
	expect(proposal.segments.map(({ name, rule }) => ({ name, rule }))).toEqual([
		{ name: 'Recency up to 30', rule: 'recency <= 30' },
		{ name: 'Recency above 30 or none', rule: 'recency > 30 or recency is null' },
	]);
});

test('customers without an outcome and excluded ones teach nothing', async () => {
	const rows = Array.from({ length: 400 }, (_, row) => row);
	const frame = frameOf({
		visits: numbers(rows.map((row) => row % 10)),
		bought: booleans(rows.map((row) => (row < 100 ? null : row % 10 > 4))),
	});
	const staff = { id: 'staff', name: 'Staff', rule: 'visits = 9' };
	const input = inputOf(frame, { ...emptySegmentation, exclusions: [staff] });
	const { proposal, facts } = await proposeTree(input, { ...usual, fields: ['visits'], minimumLeaf: 20 }, silentJob());
	const [root] = facts.nodes;
	expect(root!.training.customers + root!.holdout.customers).toBe(270);
	expect({ unknown: facts.withoutOutcome, customers: proposal.customers }).toEqual({ unknown: 90, customers: 360 });
	expect(proposal.notes.map(({ text }) => text)).toContainEqual(
		expect.stringContaining('90 customers without a value for bought'),
	);
});

test('a predictor that is made of the outcome is warned of', async () => {
	const rows = Array.from({ length: 500 }, (_, row) => row);
	const columns = {
		conversions: numbers(rows.map((row) => row % 3)),
		clicks: numbers(rows.map((row) => row % 7)),
		age: numbers(rows.map((row) => 20 + (row % 50))),
	};
	const input = inputOf(frameOf(columns, ['conversions', 'clicks']));
	const outcome = { kind: 'rate', rule: 'conversions > 0' } as const;
	expect(await treeFields(input, outcome, silentJob())).toEqual([
		{
			name: 'conversions',
			leak: 'The outcome is made of conversions, so a split by it says nothing new.',
			unusable: null,
		},
		{
			name: 'clicks',
			leak: 'clicks is counted from the same campaign rows as conversions, so part of what it explains is true by definition.',
			unusable: null,
		},
		{ name: 'age', leak: null, unusable: null },
	]);
	const { proposal } = await proposeTree(input, { ...usual, outcome, fields: ['conversions', 'age'] }, silentJob());
	expect(proposal.notes.filter(({ severity }) => severity === 'warning').map(({ text }) => text)).toEqual([
		'The outcome is made of conversions, so a split by it says nothing new.',
		'conversions alone explains 100 % of the outcome. Is it made from the outcome, or known only after it?',
	]);
});

test('a number that differs for every customer is marked as one of a file', async () => {
	const rows = Array.from({ length: 500 }, (_, row) => row);
	const input = inputOf(
		frameOf({
			customer_id: numbers(rows.map((row) => 500 - row)),
			visits: numbers(rows.map((row) => row % 499)),
			spend: numbers(
				rows.map((row) => row / 100),
				2,
			),
		}),
	);
	const fields = await treeFields(input, null, silentJob());
	expect(fields.map(({ name, leak }) => [name, leak === null])).toEqual([
		['customer_id', false],
		['visits', true],
		['spend', true],
	]);
});

test('the same seed gives the same tree, another seed another holdout', async () => {
	const first = await proposeTree(inputOf(customers), usual, silentJob());
	expect(await proposeTree(inputOf(customers), usual, silentJob())).toEqual(first);
	const other = await proposeTree(inputOf(customers), { ...usual, seed: 2 }, silentJob());
	expect(other.facts.nodes[0]!.holdout).not.toEqual(first.facts.nodes[0]!.holdout);
});

test('a split that the holdout does not show is marked, one that it shows is not', async () => {
	const rows = Array.from({ length: 1200 }, (_, row) => row);
	const frame = frameOf({
		visits: numbers(rows.map((row) => row % 10)),
		shoe: numbers(rows.map((row) => (row * 7919) % 13)),
		bought: booleans(rows.map((row) => row % 10 > 6 || (row * 104_729) % 17 < 5)),
	});
	const settings = { ...usual, fields: ['visits', 'shoe'], minimumGain: 0, minimumLeaf: 20 };
	const { proposal, facts } = await proposeTree(inputOf(frame), settings, silentJob());
	const splits = facts.nodes.flatMap(({ split }) => (split ? [split] : []));
	const seen = (field: string) =>
		splits.filter((split) => split.field === field && split.holdoutLogP < Math.log(0.05)).length;
	expect(splits[0]).toMatchObject({ field: 'visits' });
	expect(splits[0]!.holdoutLogP).toBeLessThan(-50);
	const unseen = splits.length - seen('visits') - seen('shoe');
	expect(unseen).toBeGreaterThan(1);
	expect(proposal.notes[0]!.text).toContain(`${unseen} of ${splits.length} splits cannot be told from chance`);
	expect(facts.nodes[1]!.conditionWords).toBe('visits up to 6');
});

test('noise gives one leaf, which takes everyone, and says so', async () => {
	const rows = Array.from({ length: 1000 }, (_, row) => row);
	const frame = frameOf({
		shoe: numbers(rows.map((row) => (row * 7919) % 13)),
		bought: booleans(rows.map((row) => (row * 104_729) % 17 < 5)),
	});
	const settings = { ...usual, method: 'chaid' as const, fields: ['shoe'], alpha: 0.001 };
	const { proposal } = await proposeTree(inputOf(frame), settings, silentJob());
	expect(proposal.segments.map(({ name, rule, people }) => ({ name, rule, people }))).toEqual([
		{ name: 'Everyone', rule: 'true', people: 1000 },
	]);
	expect(proposal.notes[0]!.text).toContain('the tree is one leaf');
});

test('what cannot be learned is refused with a reason', async () => {
	const refusal = async (change: Partial<TreeSettings>) => {
		try {
			await proposeTree(inputOf(customers), { ...usual, ...change }, silentJob());
			return 'no refusal';
		} catch (error) {
			return error instanceof Error ? error.message : String(error);
		}
	};
	expect(await refusal({ fields: ['height'] })).toBe(
		'There is no field “height”. Choose one of the fields of the customers.',
	);
	expect(await refusal({ outcome: { kind: 'rate', rule: 'visits >= 0' } })).toContain('alike in visits >= 0');
	expect(await refusal({ outcome: { kind: 'rate', rule: 'visits >' } })).toContain(
		'The rule of the outcome cannot be read',
	);
	expect(await refusal({ outcome: { kind: 'amount', field: 'country' } })).toContain('holds no numbers');
	expect(await refusal({ minimumLeaf: 5000 })).toContain('too few for two leaves of at least 5000');
});

test('a cancelled tree stops', async () => {
	const controller = new AbortController();
	const job = createJob(controller.signal, () => controller.abort());
	await expect(proposeTree(inputOf(customers), usual, job)).rejects.toMatchObject({ code: 'cancelled' });
});
