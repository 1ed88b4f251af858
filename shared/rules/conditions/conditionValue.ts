import type { Rule } from '../Rule.ts';
import type { ConditionValue } from './ConditionTree.ts';

const span = { from: 0, to: 0 };

/** The value that a picker can hold; null for anything that is more than a constant or a date beside the as-of date. */
export function valueOfRule(rule: Rule): ConditionValue | null {
	if (rule.kind === 'number') {
		return { kind: 'number', digits: rule.digits };
	}
	if (rule.kind === 'text' || rule.kind === 'date') {
		return { kind: rule.kind, value: rule.value };
	}
	if (rule.kind === 'boolean') {
		return { kind: 'boolean', value: rule.value };
	}
	return rule.kind === 'asof' ? { kind: 'asof', shift: null } : shiftOfRule(rule);
}

function shiftOfRule(rule: Rule): ConditionValue | null {
	if (rule.kind !== 'arithmetic' || rule.left.kind !== 'asof' || rule.right.kind !== 'duration') {
		return null;
	}
	const { operator, right } = rule;
	return operator === '+' || operator === '-'
		? { kind: 'asof', shift: { operator, digits: right.digits, unit: right.unit } }
		: null;
}

export function ruleOfValue(value: ConditionValue): Rule {
	if (value.kind !== 'asof') {
		return { ...value, ...span };
	}
	const asOf: Rule = { kind: 'asof', ...span };
	if (value.shift === null) {
		return asOf;
	}
	const { operator, digits, unit } = value.shift;
	return { kind: 'arithmetic', operator, left: asOf, right: { kind: 'duration', digits, unit, ...span }, ...span };
}
