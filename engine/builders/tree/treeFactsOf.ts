import type { TreeNodeFacts } from '#shared/model/treeBuilder.ts';
import { mergeStatistics } from '../../stats/mergeStatistics.ts';
import { logPOfGroups } from './groupTest.ts';
import { impurity } from './Histogram.ts';
import type { Totals } from './Histogram.ts';
import type { FieldCondition } from './nodeConditions.ts';
import { conditionWords } from './leafNames.ts';
import type { Split } from './Split.ts';
import type { LeafStatistics } from './treeEstimates.ts';
import { treeDifference, treeEstimate } from './treeEstimates.ts';
import type { TreeNode } from './TreeNode.ts';
import { writeRule } from './writeRule.ts';

/**
 * The nodes of a tree as a panel shows them. `leaves` in the order of the leaves from left to right, `segmentOfLeaf` likewise.
 */
export function treeFactsOf(
	root: TreeNode,
	leaves: readonly LeafStatistics[],
	segmentOfLeaf: readonly number[],
	kind: 'rate' | 'amount',
	level: number,
): TreeNodeFacts[] {
	const nodes: TreeNodeFacts[] = [];
	const all = impurity(root.totals);
	let leaf = 0;
	const visit = (node: TreeNode, parent: TreeNodeFacts | null, asked: FieldCondition | null): LeafStatistics => {
		const id = nodes.length;
		const depth = parent === null ? 0 : parent.depth + 1;
		const isLeaf = node.children.length === 0;
		const condition = asked && writeRule([asked]);
		const words = asked && conditionWords(asked, asked.field.hasMissing && asked.allowed[asked.field.bins] === 1);
		const frame = { id, parent: parent?.id ?? null, depth, condition, conditionWords: words };
		const facts = (statistics: LeafStatistics, split: TreeNodeFacts['split']): TreeNodeFacts => ({
			...frame,
			split,
			training: treeEstimate(kind, statistics.training, level),
			holdout: treeEstimate(kind, statistics.holdout, level),
			difference: treeDifference(kind, statistics, level),
			segment: isLeaf ? segmentOfLeaf[leaf]! : null,
		});
		if (isLeaf) {
			const statistics = leaves[leaf]!;
			nodes.push(facts(statistics, null));
			leaf++;
			return statistics;
		}
		// The place is kept for the node, whose sums are those of its leaves.
		const place = nodes.push({ ...frame, ...nothing, split: null, segment: null }) - 1;
		const parts = node.children.map((child, index) =>
			visit(child, nodes[place]!, { field: node.split!.field, allowed: node.split!.parts[index]! }),
		);
		const statistics = parts.reduce((left, right) => ({
			training: mergeStatistics(left.training, right.training),
			holdout: mergeStatistics(left.holdout, right.holdout),
		}));
		const test = kind === 'rate' ? 'chi-square' : 'f';
		nodes[place] = facts(statistics, splitFacts(node.split!, all, logPOfGroups(parts.map(holdoutTotals), test)));
		return statistics;
	};
	visit(root, null, null);
	return nodes;
}

const none = { customers: 0, value: null, low: null, high: null };
const nothing = { training: none, holdout: none, difference: null };

function splitFacts({ field, gain, logP }: Split, all: number, holdoutLogP: number): TreeNodeFacts['split'] {
	return { field: field.name, gain: all > 0 ? gain / all : 0, logP, holdoutLogP };
}

/** About the common centre, so that large amounts lose no digits. */
function holdoutTotals({ holdout }: LeafStatistics): Totals {
	const { n, sumX, centerX, sumXX } = holdout;
	return { rows: n, sums: Float64Array.of(sumX - n * centerX), squares: sumXX };
}
