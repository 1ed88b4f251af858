import { allBins } from './BinnedField.ts';
import type { AllowedBins, BinnedField } from './BinnedField.ts';
import type { TreeNode } from './TreeNode.ts';

/** What a node asks of one field. */
export interface FieldCondition {
	readonly field: BinnedField;
	readonly allowed: AllowedBins;
}

/**
 * What each node asks of its fields, in the order in which the tree asks: the conditions on the way, those on the same field made one.
 */
export function nodeConditions(root: TreeNode): ReadonlyMap<TreeNode, readonly FieldCondition[]> {
	const found = new Map<TreeNode, readonly FieldCondition[]>();
	const visit = (node: TreeNode, conditions: readonly FieldCondition[]): void => {
		found.set(node, conditions);
		for (const [index, child] of node.children.entries()) {
			visit(child, narrowed(conditions, node.split!.field, node.split!.parts[index]!));
		}
	};
	visit(root, []);
	return found;
}

function narrowed(
	conditions: readonly FieldCondition[],
	field: BinnedField,
	allowed: AllowedBins,
): readonly FieldCondition[] {
	const known = conditions.find((condition) => condition.field === field);
	const before = known?.allowed ?? allBins(field);
	const next = { field, allowed: before.map((isIn, bin) => isIn & allowed[bin]!) };
	return known ? conditions.map((condition) => (condition === known ? next : condition)) : [...conditions, next];
}
