import { ruleFunction, ruleFunctions } from '../functions.ts';
import type { RuleFunction } from '../functions.ts';
import { nearestName } from '../nearestName.ts';
import type { Call } from '../Rule.ts';
import { replacing } from '../RuleFix.ts';
import type { TypedRule } from '../TypedRule.ts';
import { areTyped } from './CheckContext.ts';
import type { CheckContext, Operand, TypedOperand } from './CheckContext.ts';
import { checkSegment } from './checkSegment.ts';
import { describeOperand, typeNames } from './describeOperand.ts';
import { unifyOperands } from './unifyOperands.ts';

export function checkCall(context: CheckContext, rule: Call, operands: readonly Operand[]): TypedRule | null {
	if (rule.name === 'segment') {
		return checkSegment(context, rule);
	}
	const entry = ruleFunction(rule.name);
	if (!entry) {
		const names = ruleFunctions.map((known) => known.name);
		const nearest = nearestName(rule.name, names);
		const advice = nearest === null ? `Functions are ${names.join(', ')}.` : `Did you mean ${nearest}?`;
		const message = `There is no function ${rule.name}. ${advice}`;
		const span = { from: rule.from, to: rule.from + rule.name.length };
		context.report('error', 'rule.unknown-function', rule, message, nearest === null ? [] : [replacing(span, nearest)]);
		return null;
	}
	if (operands.length < entry.least || operands.length > entry.most) {
		const wanted = entry.most === entry.least ? `${entry.least}` : `${entry.least} to ${entry.most}`;
		const message = `${entry.name} takes ${wanted} ${wanted === '1' ? 'value' : 'values'}: ${entry.signature}.`;
		context.report('error', 'rule.argument-count', rule, message);
		return null;
	}
	if (!areTyped(operands)) {
		return null;
	}
	const typed = entry.parameter === 'any' ? unifyOperands(context, operands) : convert(context, entry, operands);
	const [first] = typed ?? [];
	if (!typed || !first) {
		return null;
	}
	const type = entry.result === 'same' ? first.type : entry.result;
	return { kind: 'call', type, name: entry.name, arguments: typed };
}

function convert(
	context: CheckContext,
	entry: RuleFunction,
	operands: readonly TypedOperand[],
): readonly TypedRule[] | null {
	const converted = operands.map(({ typed }): TypedRule =>
		entry.parameter === 'date' && typed.type === 'timestamp'
			? { kind: 'date-of', type: 'date', operand: typed }
			: typed,
	);
	const index = converted.findIndex((typed) => typed.type !== entry.parameter);
	const stranger = operands[index];
	if (stranger) {
		const wanted = entry.parameter === 'any' ? 'a value' : typeNames[entry.parameter];
		const message = `${describeOperand(stranger)}; ${entry.signature} needs ${wanted}.`;
		context.report('error', 'rule.type', stranger.rule, message);
		return null;
	}
	return converted;
}
