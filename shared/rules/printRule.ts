import { assertNever } from '../base/assertNever.ts';
import { isReserved } from './keywords.ts';
import type { Rule } from './Rule.ts';

/** How tightly a construct binds; an operand that binds less tightly than its place asks for gets parentheses. */
const binding = { or: 1, and: 2, not: 3, condition: 4, sum: 5, product: 6, factor: 7, primary: 8 } as const;

/**
 * The canonical text of a rule: one line, keywords in lower case, single quotes, no parentheses that are not needed.
 * parseRule of it gives the same rule (positions aside). Comments are not part of a rule and are lost.
 */
export function printRule(rule: Rule): string {
	switch (rule.kind) {
		case 'or':
			return rule.operands.map((operand) => within(operand, binding.and)).join(' or ');
		case 'and':
			return rule.operands.map((operand) => within(operand, binding.not)).join(' and ');
		case 'not':
			return `not ${within(rule.operand, binding.not)}`;
		case 'comparison':
			return `${within(rule.left, binding.sum)} ${rule.operator} ${within(rule.right, binding.sum)}`;
		case 'between': {
			const bounds = `${within(rule.low, binding.sum)} and ${within(rule.high, binding.sum)}`;
			return `${within(rule.operand, binding.sum)} ${negation(rule)}between ${bounds}`;
		}
		case 'in': {
			const items = rule.items.map((item) => within(item, binding.sum)).join(', ');
			return `${within(rule.operand, binding.sum)} ${negation(rule)}in (${items})`;
		}
		case 'is-null':
			return `${within(rule.operand, binding.sum)} is ${negation(rule)}null`;
		case 'text-match': {
			const pattern = within(rule.pattern, binding.sum);
			return `${within(rule.operand, binding.sum)} ${negation(rule)}${rule.operator} ${pattern}`;
		}
		case 'arithmetic': {
			const own = bindingOf(rule);
			return `${within(rule.left, own)} ${rule.operator} ${within(rule.right, own + 1)}`;
		}
		case 'negation':
			return printNegation(rule.operand);
		case 'call':
			return `${rule.name}(${rule.arguments.map((argument) => within(argument, binding.sum)).join(', ')})`;
		case 'field':
			return printField(rule.name);
		case 'number':
			return rule.digits;
		case 'duration':
			return `${rule.digits} ${rule.unit}`;
		case 'text':
			return printText(rule.value);
		case 'date':
			return `date ${printText(rule.value)}`;
		case 'boolean':
			return String(rule.value);
		case 'null':
		case 'asof':
			return rule.kind;
		default:
			return assertNever(rule);
	}
}

/** A field name as it is written in a rule: in backticks where it would otherwise be read as something else. */
export function printField(name: string): string {
	const isPlain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !isReserved(name);
	return isPlain ? name : `\`${name.replaceAll('`', '``')}\``;
}

export function printText(value: string): string {
	return `'${value.replaceAll("'", "''")}'`;
}

function within(rule: Rule, least: number): string {
	return bindingOf(rule) < least ? `(${printRule(rule)})` : printRule(rule);
}

/** Two minus signs in a row would begin a comment, and a minus before a number would join it. */
function printNegation(operand: Rule): string {
	const text = within(operand, binding.factor);
	return operand.kind === 'number' || text.startsWith('-') ? `-(${text})` : `-${text}`;
}

function negation(rule: { readonly isNegated: boolean }): string {
	return rule.isNegated ? 'not ' : '';
}

function bindingOf(rule: Rule): number {
	switch (rule.kind) {
		case 'or':
		case 'and':
		case 'not':
			return binding[rule.kind];
		case 'comparison':
		case 'between':
		case 'in':
		case 'is-null':
		case 'text-match':
			return binding.condition;
		case 'arithmetic':
			return rule.operator === '+' || rule.operator === '-' ? binding.sum : binding.product;
		case 'negation':
			return binding.factor;
		case 'number':
			return rule.digits.startsWith('-') ? binding.factor : binding.primary;
		case 'call':
		case 'field':
		case 'duration':
		case 'text':
		case 'date':
		case 'boolean':
		case 'null':
		case 'asof':
			return binding.primary;
		default:
			return assertNever(rule);
	}
}
