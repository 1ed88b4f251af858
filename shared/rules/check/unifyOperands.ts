import { dayOfIso, instantOfIso } from '../calendar.ts';
import { printText } from '../printRule.ts';
import { replacing } from '../RuleFix.ts';
import type { TypedRule } from '../TypedRule.ts';
import type { CheckContext, TypedOperand } from './CheckContext.ts';
import { describeOperand, nameOperand } from './describeOperand.ts';

/**
 * Gives operands that are compared with each other one type, or reports why they have none (null). Texts and the numbers 0 and 1
 * take the type of the other side where it is a date or a boolean field:
 * - a text beside a date is read as a date, beside a moment as a date or a moment;
 * - a moment beside a date counts as its date, so that `signed_up_at <= '2024-01-31'` holds the whole day;
 * - 0 and 1 beside true/false count as false and true.
 */
export function unifyOperands(context: CheckContext, operands: readonly TypedOperand[]): readonly TypedRule[] | null {
	const leading = operands.find((operand) => operand.typed.kind !== 'constant') ?? operands[0];
	if (!leading) {
		return [];
	}
	const isDated = operands.some(({ typed }) => typed.type === 'date' || typed.type === 'timestamp');
	const adapted = isDated
		? readDates(context, operands)
		: operands.map(({ typed }) => (leading.typed.type === 'boolean' ? asBoolean(typed) : typed));
	if (adapted === null) {
		return null;
	}
	const hasDate = adapted.some((typed) => typed.type === 'date');
	const unified = hasDate ? adapted.map(asDate) : adapted;
	const type = unified[operands.indexOf(leading)]?.type;
	const stranger = operands.find((_, index) => unified[index]?.type !== type);
	if (stranger) {
		const insert = replacement(leading, stranger);
		const fixes = insert === null ? [] : [replacing(stranger.rule, insert)];
		context.report('error', 'rule.type', stranger.rule, mismatch(leading, stranger), fixes);
		return null;
	}
	return unified;
}

function readDates(context: CheckContext, operands: readonly TypedOperand[]): TypedRule[] | null {
	const allowsTime = operands.some(({ typed }) => typed.type === 'timestamp');
	const adapted: TypedRule[] = [];
	for (const { rule, typed } of operands) {
		const read = typed.kind === 'constant' && typed.type === 'text' ? dateConstant(typed.value, allowsTime) : typed;
		if (read === null) {
			const form = allowsTime ? "'2024-01-31' or '2024-01-31 14:30'" : "'2024-01-31'";
			const message = `${nameOperand({ rule, typed })} is not a date. Write year, month and day: ${form}.`;
			context.report('error', 'rule.not-a-date', rule, message);
			return null;
		}
		adapted.push(read);
	}
	return adapted;
}

function dateConstant(text: string, allowsTime: boolean): TypedRule | null {
	const day = dayOfIso(text);
	if (day !== null) {
		return { kind: 'constant', type: 'date', day };
	}
	const ms = allowsTime ? instantOfIso(text) : null;
	return ms === null ? null : { kind: 'constant', type: 'timestamp', ms };
}

function asDate(typed: TypedRule): TypedRule {
	return typed.type === 'timestamp' ? { kind: 'date-of', type: 'date', operand: typed } : typed;
}

function asBoolean(typed: TypedRule): TypedRule {
	const isBit = typed.kind === 'constant' && typed.type === 'number' && (typed.digits === '0' || typed.digits === '1');
	return isBit ? { kind: 'constant', type: 'boolean', value: typed.digits === '1' } : typed;
}

/** What a literal of the wrong type was probably meant to be. */
function replacement(leading: TypedOperand, { typed }: TypedOperand): string | null {
	if (typed.kind !== 'constant') {
		return null;
	}
	switch (leading.typed.type) {
		case 'text':
			return typed.type === 'number' ? printText(typed.digits) : null;
		case 'number':
			return typed.type === 'text' && /^-?\d+(\.\d+)?$/.test(typed.value)
				? typed.value
				: typed.type === 'boolean'
					? String(Number(typed.value))
					: null;
		case 'boolean':
			return typed.type === 'text' && /^(true|false)$/i.test(typed.value) ? typed.value.toLowerCase() : null;
		case 'date':
		case 'timestamp':
			return null;
	}
}

function mismatch(leading: TypedOperand, stranger: TypedOperand): string {
	const name = nameOperand(leading);
	const value = nameOperand(stranger);
	const isLiteral = stranger.typed.kind === 'constant';
	switch (leading.typed.type) {
		case 'text':
			if (stranger.typed.type === 'number' && isLiteral) {
				return `${name} is text, so its values stand in quotes: '${value}' instead of ${value}.`;
			}
			break;
		case 'number':
			if (stranger.typed.kind === 'constant' && stranger.typed.type === 'text') {
				const isNumeric = /^-?\d+(\.\d+)?$/.test(stranger.typed.value);
				const advice = isNumeric ? `Write ${stranger.typed.value} without quotes` : 'Compare it with a number';
				return `${name} is a number and ${value} is text. ${advice}.`;
			}
			if (stranger.typed.kind === 'constant' && stranger.typed.type === 'boolean') {
				return `${name} is a number. Write ${stranger.typed.value ? '1' : '0'} instead of ${value}.`;
			}
			break;
		case 'boolean':
			if (isLiteral) {
				return `${name} is true or false. Write true or false instead of ${value}, or ${name} alone.`;
			}
			break;
		case 'date':
		case 'timestamp':
			if (isLiteral) {
				return `${describeOperand(leading)}. Write a date such as '2024-01-31', or asof - 90 days, instead of ${value}.`;
			}
			break;
	}
	return `${describeOperand(leading)}, but ${describeOperand(stranger)}: the two cannot be compared.`;
}
