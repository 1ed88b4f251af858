import { isoOfDay } from './calendar.ts';
import { printRule } from './printRule.ts';
import type { Rule } from './Rule.ts';
import type { TypedRule } from './TypedRule.ts';

/** A checked rule, or a part of one, as text: what was written, with dates in full and negations as `not`. For messages. */
export function writeTyped(typed: TypedRule): string {
	return printRule(untyped(typed));
}

const span = { from: 0, to: 0 };

function untyped(typed: TypedRule): Rule {
	switch (typed.kind) {
		case 'and':
		case 'or':
			return { kind: typed.kind, operands: typed.operands.map(untyped), ...span };
		case 'not':
			return { kind: 'not', operand: untyped(typed.operand), ...span };
		case 'comparison': {
			const { operator, left, right } = typed;
			return { kind: 'comparison', operator, left: untyped(left), right: untyped(right), ...span };
		}
		case 'between': {
			const [operand, low, high] = [untyped(typed.operand), untyped(typed.low), untyped(typed.high)];
			return { kind: 'between', isNegated: false, operand, low, high, ...span };
		}
		case 'in':
			return {
				kind: 'in',
				isNegated: false,
				operand: untyped(typed.operand),
				items: typed.items.map(untyped),
				...span,
			};
		case 'is-null':
			return { kind: 'is-null', isNegated: false, operand: untyped(typed.operand), ...span };
		case 'text-match': {
			const { operator, operand, pattern } = typed;
			const sides = { operand: untyped(operand), pattern: untyped(pattern) };
			return { kind: 'text-match', operator, isNegated: false, ...sides, ...span };
		}
		case 'arithmetic': {
			const { operator, left, right } = typed;
			return { kind: 'arithmetic', operator, left: untyped(left), right: untyped(right), ...span };
		}
		case 'negation':
			return { kind: 'negation', operand: untyped(typed.operand), ...span };
		case 'days-between':
			return { kind: 'arithmetic', operator: '-', left: untyped(typed.left), right: untyped(typed.right), ...span };
		case 'shift':
			return moved(moved(untyped(typed.operand), typed.months, 'months'), typed.days, 'days');
		case 'date-of':
			return untyped(typed.operand);
		case 'call':
			return { kind: 'call', name: typed.name, arguments: typed.arguments.map(untyped), ...span };
		case 'field':
			return { kind: 'field', name: typed.name, ...span };
		case 'asof':
			return { kind: 'asof', ...span };
		case 'constant':
			switch (typed.type) {
				case 'number':
					return { kind: 'number', digits: typed.digits, ...span };
				case 'text':
					return { kind: 'text', value: typed.value, ...span };
				case 'boolean':
					return { kind: 'boolean', value: typed.value, ...span };
				case 'date':
					return { kind: 'date', value: isoOfDay(typed.day), ...span };
				case 'timestamp':
					return { kind: 'text', value: new Date(typed.ms).toISOString(), ...span };
			}
	}
}

function moved(operand: Rule, count: number, unit: 'months' | 'days'): Rule {
	if (count === 0) {
		return operand;
	}
	const right: Rule = { kind: 'duration', digits: String(Math.abs(count)), unit, ...span };
	return { kind: 'arithmetic', operator: count < 0 ? '-' : '+', left: operand, right, ...span };
}
