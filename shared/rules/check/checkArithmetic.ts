import type { Arithmetic, DurationLiteral, Rule } from '../Rule.ts';
import type { TypedRule } from '../TypedRule.ts';
import { areTyped } from './CheckContext.ts';
import type { CheckContext, Operand, TypedOperand } from './CheckContext.ts';
import { describeOperand, nameOperand } from './describeOperand.ts';

const MAX_DURATION = 100_000;

/** Numbers with + - * /; a date plus or minus a duration; a date minus a date, which gives days. */
export function checkArithmetic(
	context: CheckContext,
	rule: Arithmetic,
	check: (part: Rule) => Operand,
): TypedRule | null {
	const left = check(rule.left);
	if (rule.right.kind === 'duration') {
		return left.typed && shift(context, rule, { rule: left.rule, typed: left.typed }, rule.right);
	}
	const operands: readonly Operand[] = [left, check(rule.right)];
	if (!areTyped(operands)) {
		return null;
	}
	const [first, second] = operands;
	if (!first || !second) {
		return null;
	}
	if (first.typed.type === 'number' && second.typed.type === 'number') {
		return { kind: 'arithmetic', type: 'number', operator: rule.operator, left: first.typed, right: second.typed };
	}
	if (isDated(first) && isDated(second) && rule.operator === '-') {
		return { kind: 'days-between', type: 'number', left: dateOf(first.typed), right: dateOf(second.typed) };
	}
	context.report('error', 'rule.type', rule, refusal(rule, first, second));
	return null;
}

export function checkNegation(context: CheckContext, operand: Operand): TypedRule | null {
	if (!operand.typed) {
		return null;
	}
	if (operand.typed.type === 'number') {
		return { kind: 'negation', type: 'number', operand: operand.typed };
	}
	const described = describeOperand({ rule: operand.rule, typed: operand.typed });
	context.report('error', 'rule.type', operand.rule, `${described}: a minus sign needs a number.`);
	return null;
}

function shift(
	context: CheckContext,
	rule: Arithmetic,
	operand: TypedOperand,
	duration: DurationLiteral,
): TypedRule | null {
	const { type } = operand.typed;
	const count = Number(duration.digits);
	if ((type !== 'date' && type !== 'timestamp') || rule.operator === '*' || rule.operator === '/') {
		const advice = `Only a date can be moved by ${duration.digits} ${duration.unit}, with + or -.`;
		context.report('error', 'rule.type', rule, `${describeOperand(operand)}. ${advice}`);
		return null;
	}
	if (!Number.isInteger(count) || count > MAX_DURATION) {
		const message = `${duration.digits} ${duration.unit} is not understood: write a whole number up to ${MAX_DURATION}.`;
		context.report('error', 'rule.type', duration, message);
		return null;
	}
	const signed = rule.operator === '-' && count > 0 ? -count : count;
	const amount = {
		days: { months: 0, days: signed },
		weeks: { months: 0, days: 7 * signed },
		months: { months: signed, days: 0 },
		years: { months: 12 * signed, days: 0 },
	}[duration.unit];
	return { kind: 'shift', type, operand: operand.typed, ...amount };
}

function isDated(operand: TypedOperand): boolean {
	return operand.typed.type === 'date' || operand.typed.type === 'timestamp';
}

function dateOf(typed: TypedRule): TypedRule {
	return typed.type === 'timestamp' ? { kind: 'date-of', type: 'date', operand: typed } : typed;
}

function refusal(rule: Arithmetic, first: TypedOperand, second: TypedOperand): string {
	const isSum = rule.operator === '+' || rule.operator === '-';
	if (isDated(first) && second.typed.type === 'number' && isSum) {
		const advice = `${nameOperand(first)} ${rule.operator} 90 days`;
		return `${describeOperand(first)}: say what ${nameOperand(second)} counts, for example ${advice}.`;
	}
	if (isDated(first) && isDated(second)) {
		return `Dates can be subtracted, which gives days, but not combined with ${rule.operator}.`;
	}
	if (isDated(first) && second.typed.kind === 'constant' && second.typed.type === 'text') {
		return `${nameOperand(second)} is text. Write date ${nameOperand(second)}.`;
	}
	const stranger = first.typed.type === 'number' ? second : first;
	return `${describeOperand(stranger)}: ${rule.operator} needs numbers.`;
}
