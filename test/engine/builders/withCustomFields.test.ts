import { expect, test } from 'vitest';
import type { ClusterSettings } from '#shared/model/clusterBuilder.ts';
import { emptySegmentation } from '#shared/model/segmentation.ts';
import type { TreeSettings } from '#shared/model/treeBuilder.ts';
import { proposeClusters } from '../../../engine/builders/clusters/proposeClusters.ts';
import { proposeTree } from '../../../engine/builders/tree/proposeTree.ts';
import { treeFields } from '../../../engine/builders/tree/treeFields.ts';
import { withCustomFields } from '../../../engine/builders/withCustomFields.ts';
import { silentJob } from '../../../engine/job.ts';
import { builderInput, leftOver, unprovedPairs } from './builderInput.ts';
import { flags, integers } from '../frame/eventRows.ts';

const rows = Array.from({ length: 600 }, (_, row) => row);
const attribute = (name: string, column: ReturnType<typeof integers | typeof flags>) => {
	return { name, table: 'customers', column } as const;
};
const customFields = [
	{ name: 'per visit', expression: 'spend / visits', description: 'Spend of a visit' },
	{ name: 'is lively', expression: 'visits >= 5' },
	{ name: 'repeats', expression: 'order_count * 2' },
	{ name: 'in other', expression: "segment('other')" },
	{ name: 'broken', expression: 'nowhere + 1' },
];
const input = builderInput({
	customers: rows.length,
	orders: [{ customer: 0, order: null, day: 19_000, revenue: 500, cost: null }],
	attributes: [
		attribute('spend', integers(rows.map((row) => (row % 3 === 0 ? 90 : 10) + (row % 7)))),
		attribute('visits', integers(rows.map((row) => (row % 50 === 0 ? 0 : 1 + (row % 9))))),
		attribute('bought', flags(rows.map((row) => (row % 3 === 0 ? 90 : 10) + (row % 7) > 12 * (1 + (row % 9))))),
	],
	asOfDay: 20_000,
	current: { ...emptySegmentation, segments: [{ id: 'other', name: 'Other', rule: 'visits > 3' }], customFields },
});
const outcome = { kind: 'rate', rule: 'bought' } as const;
const treeSettings: TreeSettings = {
	outcome,
	fields: ['per visit', 'visits'],
	method: 'cart',
	maxDepth: 3,
	maxLeaves: 4,
	minimumLeaf: 20,
	minimumGain: 0.01,
	alpha: 0.01,
	holdoutShare: 0.3,
	seed: 1,
	level: 0.95,
};

test('a tree splits by a custom field and writes its name into rules that count as it learned', async () => {
	const extended = await withCustomFields(input, treeSettings.fields, silentJob());
	const { proposal, facts } = await proposeTree(extended, treeSettings, silentJob());
	expect(facts.nodes[0]!.split?.field).toBe('per visit');
	expect(proposal.segments[0]!.rule).toMatch(/^`per visit` > [0-9.]+$/);
	const first = facts.nodes.find(({ segment }) => segment === 0)!;
	expect(first.training.customers + first.holdout.customers).toBe(proposal.segments[0]!.people);
	expect({ ...leftOver(proposal), unproved: unprovedPairs(proposal, input) }).toEqual({
		people: 0,
		cents: 0,
		unproved: [],
	});
});

test('clusters are told apart by custom fields; who has no value in one is the remainder', async () => {
	const settings: ClusterSettings = {
		fields: [{ name: 'per visit', scale: 'log' }],
		clusters: 2,
		maxClusters: 8,
		winsorShare: 0,
		extraLeaves: 0,
		seed: 1,
	};
	const extended = await withCustomFields(input, ['per visit'], silentJob());
	const { proposal } = await proposeClusters(extended, settings, silentJob());
	expect(proposal.segments.map(({ rule }) => rule.includes('`per visit`'))).toEqual([true, true]);
	expect([proposal.remainder.people, leftOver(proposal)]).toEqual([12, { people: 0, cents: 0 }]);
});

test('custom fields are offered to a tree with what speaks against them', async () => {
	const orders = { kind: 'rate', rule: 'order_count > 0' } as const;
	const offered = await treeFields(input, orders, silentJob());
	expect(offered.slice(-5)).toEqual([
		{ name: 'per visit', leak: null, unusable: null },
		{ name: 'is lively', leak: null, unusable: null },
		{
			name: 'repeats',
			leak: 'repeats is made of other fields. The outcome is made of order_count, so a split by it says nothing new.',
			unusable: null,
		},
		{ name: 'in other', leak: null, unusable: expect.stringContaining('other') },
		{ name: 'broken', leak: null, unusable: expect.stringContaining('nowhere') },
	]);
});

test('one that refers to segments, or is wrong, is refused by its name', async () => {
	expect(await withCustomFields(input, ['visits'], silentJob())).toBe(input);
	for (const name of ['in other', 'broken']) {
		await expect(withCustomFields(input, [name], silentJob())).rejects.toMatchObject({
			code: 'data',
			message: expect.stringContaining(`The custom field “${name}” cannot be used here. `),
		});
	}
});
