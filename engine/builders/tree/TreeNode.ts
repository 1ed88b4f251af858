import type { Totals } from './Histogram.ts';
import type { Split } from './Split.ts';

/** A node with what it learned from; `children` in the order of the split's parts, none for a leaf. */
export interface TreeNode {
	readonly totals: Totals;
	readonly split: Split | null;
	readonly children: readonly TreeNode[];
}

export function leafOf({ totals }: TreeNode): TreeNode {
	return { totals, split: null, children: [] };
}

/** From left to right. */
export function leavesOf(node: TreeNode): readonly TreeNode[] {
	return node.children.length === 0 ? [node] : node.children.flatMap(leavesOf);
}

/** A node before its children. */
export function nodesOf(node: TreeNode): readonly TreeNode[] {
	return [node, ...node.children.flatMap(nodesOf)];
}
