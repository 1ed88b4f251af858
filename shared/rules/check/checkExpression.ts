import { assertNever } from '../../base/assertNever.ts';
import { dayOfIso } from '../calendar.ts';
import type { Comparison, Rule } from '../Rule.ts';
import { replacing } from '../RuleFix.ts';
import type { TypedRule } from '../TypedRule.ts';
import type { CheckContext, Operand } from './CheckContext.ts';
import { checkArithmetic, checkNegation } from './checkArithmetic.ts';
import { checkCall } from './checkCall.ts';
import { checkBetween, checkComparison, checkInList } from './checkComparison.ts';
import { checkField } from './checkField.ts';
import { checkIsCondition } from './checkIsCondition.ts';
import { checkTextMatch } from './checkTextMatch.ts';
import { reportContradiction } from './reportContradiction.ts';

/** The typed form of a rule or of a part of it; null where something is wrong, which has then been reported. */
export function checkExpression(context: CheckContext, rule: Rule): TypedRule | null {
	const operand = (part: Rule): Operand => ({ rule: part, typed: checkExpression(context, part) });
	const condition = (part: Rule): TypedRule | null => checkIsCondition(context, part, checkExpression(context, part));

	switch (rule.kind) {
		case 'and':
		case 'or': {
			const operands = rule.operands.map(condition);
			if (!operands.every((part) => part !== null)) {
				return null;
			}
			if (rule.kind === 'and') {
				reportContradiction(context, rule, operands);
			}
			return { kind: rule.kind, type: 'boolean', operands };
		}
		case 'not':
			return negated(true, condition(rule.operand));
		case 'comparison':
			if (rule.left.kind === 'null' || rule.right.kind === 'null') {
				return reportNull(context, rule);
			}
			return checkComparison(context, rule, [operand(rule.left), operand(rule.right)]);
		case 'between': {
			const operands = [operand(rule.operand), operand(rule.low), operand(rule.high)] as const;
			return negated(rule.isNegated, checkBetween(context, rule, ...operands));
		}
		case 'in':
			return negated(rule.isNegated, checkInList(context, rule, operand(rule.operand), rule.items.map(operand)));
		case 'is-null': {
			const typed = checkExpression(context, rule.operand);
			return negated(rule.isNegated, typed && { kind: 'is-null', type: 'boolean', operand: typed });
		}
		case 'text-match': {
			const operands = [operand(rule.operand), operand(rule.pattern)] as const;
			return negated(rule.isNegated, checkTextMatch(context, rule, ...operands));
		}
		case 'arithmetic':
			return checkArithmetic(context, rule, operand);
		case 'negation':
			return checkNegation(context, operand(rule.operand));
		case 'call':
			return checkCall(context, rule, rule.arguments.map(operand));
		case 'field':
			return checkField(context, rule);
		case 'number':
			return { kind: 'constant', type: 'number', digits: rule.digits };
		case 'text':
			return { kind: 'constant', type: 'text', value: rule.value };
		case 'boolean':
			return { kind: 'constant', type: 'boolean', value: rule.value };
		case 'asof':
			return { kind: 'asof', type: 'date' };
		case 'date': {
			const day = dayOfIso(rule.value);
			if (day === null) {
				const message = `'${rule.value}' is not a date. Write year, month and day: date '2024-01-31'.`;
				context.report('error', 'rule.not-a-date', rule, message);
				return null;
			}
			return { kind: 'constant', type: 'date', day };
		}
		case 'duration': {
			const message = `${rule.digits} ${rule.unit} can only be added to a date or taken from it: asof - ${rule.digits} ${rule.unit}.`;
			context.report('error', 'rule.type', rule, message);
			return null;
		}
		case 'null': {
			const message = 'Nothing equals null, not even null itself. Write is null or is not null.';
			context.report('error', 'rule.null-comparison', rule, message);
			return null;
		}
		default:
			return assertNever(rule);
	}
}

/** `country = null` as `country is null`. */
function reportNull(context: CheckContext, rule: Comparison): null {
	const [nothing, other] = rule.left.kind === 'null' ? [rule.left, rule.right] : [rule.right, rule.left];
	const message = 'Nothing equals null, not even null itself. Write is null or is not null.';
	const meant = rule.operator === '=' ? 'is null' : rule.operator === '!=' ? 'is not null' : null;
	const text = `${context.text.slice(other.from, other.to)} ${meant ?? ''}`;
	const isWritable = meant !== null && other.kind !== 'null';
	context.report('error', 'rule.null-comparison', nothing, message, isWritable ? [replacing(rule, text)] : []);
	return null;
}

function negated(isNegated: boolean, typed: TypedRule | null): TypedRule | null {
	return isNegated && typed ? { kind: 'not', type: 'boolean', operand: typed } : typed;
}
