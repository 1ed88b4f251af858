import { impurity } from './Histogram.ts';
import { leafOf } from './TreeNode.ts';
import type { TreeNode } from './TreeNode.ts';

/** Impurity that a branch explains per leaf that it adds. */
interface Branch {
	readonly node: TreeNode;
	readonly gainPerLeaf: number;
}

/**
 * Weakest-link pruning (Breiman et al. 1984, chapter 3): the branch that explains least per leaf that it adds becomes a leaf, again and
 * again, until every branch explains more than `complexity` of the root's impurity per leaf and there are at most `maxLeaves`. R's
 * rpart prunes so by `cp`.
 */
export function pruneTree(root: TreeNode, complexity: number, maxLeaves: number): TreeNode {
	const least = complexity * impurity(root.totals);
	const collapsed = new Set<TreeNode>();
	for (;;) {
		const branches: Branch[] = [];
		const { leaves } = collect(root, collapsed, branches);
		const weakest = branches.reduce<Branch | null>(
			(best, branch) => (best === null || branch.gainPerLeaf < best.gainPerLeaf ? branch : best),
			null,
		);
		if (weakest === null || (weakest.gainPerLeaf > least && leaves <= maxLeaves)) {
			return rebuilt(root, collapsed);
		}
		collapsed.add(weakest.node);
	}
}

function collect(
	node: TreeNode,
	collapsed: ReadonlySet<TreeNode>,
	branches: Branch[],
): { readonly leaves: number; readonly left: number } {
	const own = impurity(node.totals);
	if (node.children.length === 0 || collapsed.has(node)) {
		return { leaves: 1, left: own };
	}
	const below = node.children.map((child) => collect(child, collapsed, branches));
	const leaves = below.reduce((sum, child) => sum + child.leaves, 0);
	const left = below.reduce((sum, child) => sum + child.left, 0);
	branches.push({ node, gainPerLeaf: (own - left) / (leaves - 1) });
	return { leaves, left };
}

function rebuilt(node: TreeNode, collapsed: ReadonlySet<TreeNode>): TreeNode {
	return collapsed.has(node)
		? leafOf(node)
		: { ...node, children: node.children.map((child) => rebuilt(child, collapsed)) };
}
