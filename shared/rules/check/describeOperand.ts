import { printRule } from '../printRule.ts';
import type { ValueType } from '../TypedRule.ts';
import type { TypedOperand } from './CheckContext.ts';

export const typeNames: Readonly<Record<ValueType, string>> = {
	number: 'a number',
	text: 'text',
	boolean: 'true or false',
	date: 'a date',
	timestamp: 'a date with a time',
};

/** `country is text`, for messages. */
export function describeOperand(operand: TypedOperand): string {
	return `${nameOperand(operand)} is ${typeNames[operand.typed.type]}`;
}

/** The operand as written in canonical form, shortened where it is long. */
export function nameOperand(operand: TypedOperand): string {
	const text = printRule(operand.rule);
	return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
