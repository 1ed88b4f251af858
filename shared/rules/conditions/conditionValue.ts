import type { Rule } from '../Rule.ts';
import type { ConditionValue } from './ConditionTree.ts';

const span = { from: 0, to: 0 };

/** The value that a picker can hold; null for anything that is more than a constant or a date beside the as-of date. */
export function valueOfRule(rule: Rule): ConditionValue | null {
	switch (rule.kind) {
		case 'number':
			return { kind: 'number', digits: rule.digits };
		case 'text':
		case 'date':
			return { kind: rule.kind, value: rule.value };
		case 'boolean':
			return { kind: 'boolean', value: rule.value };
		case 'asof':
			return { kind: 'asof', shift: null };
		case 'arithmetic': {
			const { operator, left, right } = rule;
			const isShift = left.kind === 'asof' && right.kind === 'duration' && (operator === '+' || operator === '-');
			return isShift ? { kind: 'asof', shift: { operator, digits: right.digits, unit: right.unit } } : null;
		}
		default:
			return null;
	}
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
