import { assertNever } from '../../base/assertNever.ts';
import { parseRule } from '../parseRule.ts';
import type { Rule } from '../Rule.ts';
import type { Condition, ConditionNode } from './ConditionTree.ts';
import { ruleOfValue } from './conditionValue.ts';

const span = { from: 0, to: 0 };

/** The rule that a tidy tree stands for. Throws for conditions that are not complete, and for groups without parts. */
export function ruleOfNode(node: ConditionNode): Rule {
	if (node.kind !== 'group') {
		return ruleOfCondition(node);
	}
	const [first, ...others] = node.parts.map(ruleOfNode);
	if (first === undefined) {
		throw new Error('A group without conditions is no rule');
	}
	const joined: Rule =
		others.length === 0 ? first : { kind: node.match === 'all' ? 'and' : 'or', operands: [first, ...others], ...span };
	return node.match === 'none' ? { kind: 'not', operand: joined, ...span } : joined;
}

function ruleOfCondition(condition: Condition): Rule {
	switch (condition.kind) {
		case 'compare': {
			const right = ruleOfValue(chosen(condition.value));
			return { kind: 'comparison', operator: condition.operator, left: fieldOf(condition), right, ...span };
		}
		case 'range': {
			const [low, high] = [ruleOfValue(chosen(condition.low)), ruleOfValue(chosen(condition.high))];
			const { isNegated } = condition;
			return { kind: 'between', isNegated, operand: fieldOf(condition), low, high, ...span };
		}
		case 'list': {
			const { isNegated } = condition;
			return { kind: 'in', isNegated, operand: fieldOf(condition), items: condition.items.map(ruleOfValue), ...span };
		}
		case 'text-match': {
			const { operator, isNegated } = condition;
			const pattern: Rule = { kind: 'text', value: chosen(condition.pattern), ...span };
			return { kind: 'text-match', operator, isNegated, operand: fieldOf(condition), pattern, ...span };
		}
		case 'missing':
			return { kind: 'is-null', isNegated: condition.isNegated, operand: fieldOf(condition), ...span };
		case 'flag':
			return fieldOf(condition);
		case 'expression':
			return chosen(parseRule(condition.text).rule);
		default:
			return assertNever(condition);
	}
}

function fieldOf({ field }: { readonly field: string }): Rule {
	return { kind: 'field', name: field, ...span };
}

function chosen<Value>(value: Value | null): Value {
	if (value === null) {
		throw new Error('A condition that is not complete is no rule');
	}
	return value;
}
