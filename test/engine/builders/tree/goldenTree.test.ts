import { expect, test } from 'vitest';
import { z } from 'zod';
import { binField } from '../../../../engine/builders/tree/binField.ts';
import { chaidCategories, findChaidSplit } from '../../../../engine/builders/tree/findChaidSplit.ts';
import { findCartSplit } from '../../../../engine/builders/tree/findCartSplit.ts';
import { growTree } from '../../../../engine/builders/tree/growTree.ts';
import { countBins, impurity, totalsOf } from '../../../../engine/builders/tree/Histogram.ts';
import { logGroupings } from '../../../../engine/builders/tree/logGroupings.ts';
import { pruneTree } from '../../../../engine/builders/tree/pruneTree.ts';
import { leavesOf } from '../../../../engine/builders/tree/TreeNode.ts';
import { silentJob } from '../../../../engine/job.ts';
import { logChiSquareUpperTail } from '../../../../engine/stats/logChiSquareUpperTail.ts';
import { logFUpperTail } from '../../../../engine/stats/logFUpperTail.ts';
import { frameOf, goldenCustomers, goldenValues } from '../builderFrame.ts';

const outcomeName = z.enum(['bought', 'spend']);
const golden = z
	.object({
		cart: z.array(
			z.object({
				outcome: outcomeName,
				complexity: z.number(),
				minimumLeaf: z.int(),
				maxDepth: z.int(),
				root: z.object({ field: z.string(), improve: z.number() }),
				leaves: z.array(z.tuple([z.int(), z.number()])),
			}),
		),
		gini: z.object({ field: z.string(), improve: z.number() }),
		chaid: z.array(
			z.object({
				outcome: outcomeName,
				field: z.string(),
				groups: z.int(),
				logP: z.number(),
				sizes: z.array(z.int()),
			}),
		),
		tails: z.array(z.object({ x: z.number(), df: z.array(z.number()), logP: z.number() })),
		groupings: z.array(
			z.object({
				categories: z.int(),
				groups: z.int(),
				ordered: z.number(),
				free: z.number(),
				floating: z.number(),
			}),
		),
	})
	.parse(goldenValues('tree.json'));

const frame = frameOf(goldenCustomers());
const fields = ['visits', 'age', 'basket', 'country', 'member'].map((name) => binField(frame, name)!);
const everyone = () => Int32Array.from({ length: frame.length }, (_, row) => row);

function targetOf(outcome: 'bought' | 'spend') {
	const column = frame.columns.get(outcome);
	if (column?.kind !== 'number' && column?.kind !== 'boolean') {
		throw new Error(`${outcome} is no outcome`);
	}
	const scale = column.kind === 'number' ? column.scale : 0;
	return { kind: 'amount', values: Float64Array.from(column.values, (value) => value / 10 ** scale) } as const;
}

test.each(golden.cart)(
	'CART on $outcome with complexity $complexity and leaves of $minimumLeaf has the leaves of rpart',
	async ({ outcome, complexity, minimumLeaf, maxDepth, root, leaves }) => {
		const settings = { maxDepth, minimumRows: minimumLeaf, chaid: null };
		const grown = await growTree(fields, targetOf(outcome), everyone(), settings, silentJob());
		expect(grown.split?.field.name).toBe(root.field);
		expect(grown.split!.gain / impurity(grown.totals)).toBeCloseTo(root.improve, 12);
		const found = leavesOf(pruneTree(grown, complexity, 100))
			.map(({ totals }) => [totals.rows, totals.sums[0]! / totals.rows] as const)
			.sort((left, right) => left[1] - right[1] || left[0] - right[0]);
		expect(found.map(([rows]) => rows)).toEqual(leaves.map(([rows]) => rows));
		for (const [index, [, mean]] of leaves.entries()) {
			expect(found[index]![1]).toBeCloseTo(mean, 10);
		}
	},
);

test('the gain of a split on 0 and 1 is half of the Gini improvement of rpart', () => {
	const visits = fields.find(({ name }) => name === golden.gini.field)!;
	const histogram = countBins(visits, targetOf('bought'), everyone(), 0, frame.length);
	expect(2 * findCartSplit(visits, histogram, 50)!.gain).toBeCloseTo(golden.gini.improve, 8);
});

test.each(golden.chaid)('CHAID joins $field on $outcome into $groups groups, with the p value of R', (wanted) => {
	const field = fields.find(({ name }) => name === wanted.field)!;
	const histogram = countBins(field, targetOf(wanted.outcome), everyone(), 0, frame.length);
	const test = wanted.outcome === 'bought' ? 'chi-square' : 'f';
	const settings = { test, minimumRows: 50, alphaMerge: 0.05, alphaSplit: 1 } as const;
	const split = findChaidSplit(field, histogram, chaidCategories(field, histogram), settings)!;
	const sizes = split.parts.map((part) =>
		part.reduce((sum, isIn, bin) => sum + (isIn === 1 ? histogram.rows[bin]! : 0), 0),
	);
	expect({ groups: split.parts.length, sizes: sizes.sort((left, right) => left - right) }).toEqual({
		groups: wanted.groups,
		sizes: wanted.sizes,
	});
	expect(split.logP!).toBeCloseTo(wanted.logP, 8);
	expect(totalsOf(histogram).rows).toBe(frame.length);
});

test.each(golden.tails)('the logarithm of the tail beyond $x with $df degrees of freedom is that of R', (tail) => {
	const [first, second] = tail.df;
	const found = second === undefined ? logChiSquareUpperTail(tail.x, first!) : logFUpperTail(tail.x, first!, second);
	expect(Math.abs(found / tail.logP - 1)).toBeLessThan(1e-10);
});

test.each(golden.groupings)('$categories categories have as many ways into $groups groups as counted', (wanted) => {
	const { categories, groups } = wanted;
	expect(logGroupings(categories, groups, 'ordered')).toBeCloseTo(wanted.ordered, 10);
	expect(logGroupings(categories, groups, 'free')).toBeCloseTo(wanted.free, 10);
	expect(logGroupings(categories, groups, 'floating')).toBeCloseTo(wanted.floating, 10);
});
