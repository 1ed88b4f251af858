import { parseRule } from '../parseRule.ts';
import type { Condition, ConditionNode } from './ConditionTree.ts';
import { readConditions } from './readConditions.ts';

/** A text as one condition in its own words, without spaces and remarks around it; null where it cannot be read. */
export function expressionOf(text: string): Condition | null {
	const { rule } = parseRule(text);
	if (!rule) {
		return null;
	}
	const own = text.slice(rule.from, rule.to);
	return { kind: 'expression', text: own, written: own };
}

/** What a text is as a part of a tree: a condition, with pickers where there are some, or a group. Null where it cannot be read. */
export function partOfText(text: string): ConditionNode | null {
	const { tree } = readConditions(text);
	const [first, ...others] = tree?.parts ?? [];
	return tree && first && (others.length > 0 || tree.match === 'none') ? { ...tree, gaps: null } : (first ?? null);
}
