import { formatRule } from '../formatRule.ts';
import { parseRule } from '../parseRule.ts';
import { printRule } from '../printRule.ts';
import type { Rule } from '../Rule.ts';
import type { Condition, ConditionGroup, ConditionNode } from './ConditionTree.ts';
import { readConditions } from './readConditions.ts';
import { ruleOfNode } from './ruleOfNode.ts';
import { tidyConditions } from './tidyConditions.ts';

/**
 * The text of a tree, which reads back as the same conditions (see tidyConditions); empty where there are none. What was not changed
 * stays as it was written, remarks and spaces included; what was changed is written as the formatter writes it, and so is the
 * group around conditions that came, went or moved. Expressions always keep their own words.
 */
export function writeConditions(root: ConditionGroup): string {
	const tree = tidyConditions(root);
	if (tree.parts.length === 0) {
		return '';
	}
	const rule = ruleOfNode(tree);
	const layout = readConditions(formatRule(rule)).tree;
	if (!layout) {
		// More levels than a rule may have: the editor says so about the text.
		return formatRule(rule);
	}
	const kept = write(tree, layout, true);
	// Where a changed part needs other parentheses than what stood around it, that group has to be laid out anew.
	return isSameRule(parseRule(kept).rule, rule) ? kept : write(tree, layout, false);
}

/**
 * `layout` is the same tree as it stands in the formatter's text. Within a group that is laid out anew, a group keeps what stands
 * between its conditions only for the sake of remarks.
 */
function write(node: ConditionNode, layout: ConditionNode, keeps: boolean, isWithinNew = false): string {
	if (node.kind !== 'group' || layout.kind !== 'group') {
		return node.kind === 'group' ? '' : writeCondition(node, keeps);
	}
	const isKept = keeps && node.gaps !== null && (!isWithinNew || node.gaps.some((gap) => gap.includes('--')));
	const gaps = (isKept ? node.gaps : layout.gaps) ?? [];
	const parts = node.parts.map((part, index) => write(part, layout.parts[index] ?? part, keeps, !isKept));
	return gaps.map((gap, index) => gap + (parts[index] ?? '')).join('');
}

function writeCondition(condition: Condition, keeps: boolean): string {
	if (condition.kind === 'expression') {
		return condition.text;
	}
	return (keeps ? condition.written : null) ?? printRule(ruleOfNode(condition));
}

function isSameRule(left: Rule | null, right: Rule): boolean {
	return left !== null && printRule(left) === printRule(right);
}
