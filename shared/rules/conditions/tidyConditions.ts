import type { Condition, ConditionGroup, ConditionNode } from './ConditionTree.ts';
import { partOfText } from './expressionOf.ts';

/**
 * The tree that the text of a tree reads back as: without conditions whose value is still to be chosen, without empty groups,
 * without groups of one that say nothing of their own, and with pickers for expressions that need no words of their own. A tree that was read from a text is tidy already.
 */
export function tidyConditions(root: ConditionGroup): ConditionGroup {
	const [only] = tidied([root]);
	if (only === undefined) {
		return { ...root, match: 'all', parts: [], gaps: null };
	}
	if (only.kind === 'group') {
		return only;
	}
	// A single condition stays in its own group, with the remarks around it.
	const gaps = root.match !== 'none' && root.parts.length === 1 && root.parts[0] === only ? root.gaps : null;
	return { kind: 'group', match: 'all', parts: [only], gaps };
}

function tidied(nodes: readonly ConditionNode[]): readonly ConditionNode[] {
	return nodes.flatMap((node) => {
		if (node.kind !== 'group') {
			return isComplete(node) ? [understood(node)] : [];
		}
		const group = withParts(node, tidied(node.parts));
		const [first, ...others] = group.parts;
		if (first === undefined) {
			return [];
		}
		if (others.length > 0) {
			return [group];
		}
		if (group.match !== 'none') {
			return [first];
		}
		// `not (a or b)` is none of a and b.
		return first.kind === 'group' && first.match === 'any' ? [{ ...group, parts: first.parts, gaps: null }] : [group];
	});
}

function understood(condition: Condition): ConditionNode {
	const part = condition.kind === 'expression' ? partOfText(condition.text) : null;
	return part === null || part.kind === 'expression' ? condition : part;
}

function withParts(group: ConditionGroup, parts: readonly ConditionNode[]): ConditionGroup {
	const isSame = parts.length === group.parts.length && parts.every((part, index) => part === group.parts[index]);
	const isOfSameShape =
		parts.length === group.parts.length && parts.every((part, index) => part.kind === group.parts[index]?.kind);
	return isSame ? group : { ...group, parts, gaps: isOfSameShape ? group.gaps : null };
}

/** Whether all values are chosen, so that it is part of the rule. */
export function isComplete(condition: Condition): boolean {
	switch (condition.kind) {
		case 'compare':
			return condition.value !== null;
		case 'range':
			return condition.low !== null && condition.high !== null;
		case 'list':
			return condition.items.length > 0;
		case 'text-match':
			return condition.pattern !== null;
		case 'missing':
		case 'flag':
		case 'expression':
			return true;
	}
}
