import type { TreeNodeFacts } from '#shared/model/treeBuilder.ts';
import { mergeStatistics } from '../../stats/mergeStatistics.ts';
import { impurity } from './Histogram.ts';
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
	const visit = (node: TreeNode, parent: TreeNodeFacts | null, condition: string | null): LeafStatistics => {
		const id = nodes.length;
		const depth = parent === null ? 0 : parent.depth + 1;
		const isLeaf = node.children.length === 0;
		const frame = { id, parent: parent?.id ?? null, depth, condition, split: splitFacts(node, all) };
		const facts = (statistics: LeafStatistics): TreeNodeFacts => ({
			...frame,
			training: treeEstimate(kind, statistics.training, level),
			holdout: treeEstimate(kind, statistics.holdout, level),
			difference: treeDifference(kind, statistics, level),
			segment: isLeaf ? segmentOfLeaf[leaf]! : null,
		});
		if (isLeaf) {
			const statistics = leaves[leaf]!;
			nodes.push(facts(statistics));
			leaf++;
			return statistics;
		}
		// The place is kept for the node, whose sums are those of its leaves.
		const place = nodes.push({ ...frame, ...nothing, segment: null }) - 1;
		const parts = node.children.map((child, index) =>
			visit(child, nodes[place]!, writeRule([{ field: node.split!.field, allowed: node.split!.parts[index]! }])),
		);
		const statistics = parts.reduce((left, right) => ({
			training: mergeStatistics(left.training, right.training),
			holdout: mergeStatistics(left.holdout, right.holdout),
		}));
		nodes[place] = facts(statistics);
		return statistics;
	};
	visit(root, null, null);
	return nodes;
}

const none = { customers: 0, value: null, low: null, high: null };
const nothing = { training: none, holdout: none, difference: null };

function splitFacts({ split }: TreeNode, all: number): TreeNodeFacts['split'] {
	return split && { field: split.field.name, gain: all > 0 ? split.gain / all : 0, logP: split.logP };
}
