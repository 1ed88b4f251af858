import { parseRule } from '../parseRule.ts';
import type { Rule, Span } from '../Rule.ts';
import type { RuleDiagnostic } from '../RuleDiagnostic.ts';
import type { Condition, ConditionGroup, ConditionNode, GroupMatch } from './ConditionTree.ts';
import { noConditions } from './ConditionTree.ts';
import { valueOfRule } from './conditionValue.ts';

export interface ReadConditions {
	/** Null where the text cannot be read; an empty text has no conditions. */
	readonly tree: ConditionGroup | null;
	readonly diagnostics: readonly RuleDiagnostic[];
}

/** A condition before it is known how it was written. */
type Bare<Node> = Node extends Condition ? Omit<Node, 'written'> : never;

/**
 * The conditions of a rule's text. The outermost is always a group: a single condition stands in an `all` by itself. `not` of
 * several alternatives is one `none`. Spaces, parentheses and remarks between conditions are kept in the gaps.
 */
export function readConditions(text: string): ReadConditions {
	const { rule, diagnostics } = parseRule(text);
	if (!rule) {
		return { tree: diagnostics.every(({ code }) => code === 'rule.empty') ? noConditions : null, diagnostics };
	}
	const whole = { from: 0, to: text.length };
	const group = groupOf(rule, text, whole);
	return { tree: group ?? { kind: 'group', match: 'all', ...readParts([rule], text, whole) }, diagnostics };
}

function nodeOf(rule: Rule, text: string): ConditionNode {
	return groupOf(rule, text, rule) ?? conditionOf(rule, text);
}

function groupOf(rule: Rule, text: string, outer: Span): ConditionGroup | null {
	if (rule.kind === 'and' || rule.kind === 'or') {
		return group(rule.kind === 'and' ? 'all' : 'any', rule.operands);
	}
	return rule.kind === 'not'
		? group('none', rule.operand.kind === 'or' ? rule.operand.operands : [rule.operand])
		: null;

	function group(match: GroupMatch, operands: readonly Rule[]): ConditionGroup {
		return { kind: 'group', match, ...readParts(operands, text, outer) };
	}
}

function readParts(rules: readonly Rule[], text: string, outer: Span): Pick<ConditionGroup, 'parts' | 'gaps'> {
	const ends = [outer.from, ...rules.map(({ to }) => to)];
	const starts = [...rules.map(({ from }) => from), outer.to];
	return {
		parts: rules.map((rule) => nodeOf(rule, text)),
		gaps: starts.map((start, index) => text.slice(ends[index], start)),
	};
}

function conditionOf(rule: Rule, text: string): Condition {
	const written = text.slice(rule.from, rule.to);
	const bare = pickable(rule);
	return bare ? { ...bare, written } : { kind: 'expression', text: written, written };
}

/** The condition in a form for which there are pickers, or null. */
function pickable(rule: Rule): Bare<Condition> | null {
	if (rule.kind === 'field') {
		return { kind: 'flag', field: rule.name };
	}
	const operand = rule.kind === 'comparison' ? rule.left : 'operand' in rule ? rule.operand : null;
	return operand?.kind === 'field' ? about(operand.name, rule) : null;
}

function about(field: string, rule: Rule): Bare<Condition> | null {
	if (rule.kind === 'comparison') {
		const value = valueOfRule(rule.right);
		return value && { kind: 'compare', field, operator: rule.operator, value };
	}
	if (rule.kind === 'between') {
		const [low, high] = [valueOfRule(rule.low), valueOfRule(rule.high)];
		return low && high && { kind: 'range', field, isNegated: rule.isNegated, low, high };
	}
	if (rule.kind === 'in') {
		const items = rule.items.map(valueOfRule).filter((item) => item !== null);
		return items.length < rule.items.length ? null : { kind: 'list', field, isNegated: rule.isNegated, items };
	}
	if (rule.kind === 'text-match') {
		const { operator, isNegated, pattern } = rule;
		return pattern.kind === 'text' ? { kind: 'text-match', field, operator, isNegated, pattern: pattern.value } : null;
	}
	return rule.kind === 'is-null' ? { kind: 'missing', field, isNegated: rule.isNegated } : null;
}
