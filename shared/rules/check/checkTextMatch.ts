import { PatternError } from '../pattern/Pattern.ts';
import { parsePattern } from '../pattern/parsePattern.ts';
import type { TextMatch } from '../Rule.ts';
import type { TypedRule } from '../TypedRule.ts';
import { areTyped } from './CheckContext.ts';
import type { CheckContext, Operand } from './CheckContext.ts';
import { describeOperand } from './describeOperand.ts';

export function checkTextMatch(
	context: CheckContext,
	rule: TextMatch,
	operand: Operand,
	pattern: Operand,
): TypedRule | null {
	const operands: readonly Operand[] = [operand, pattern];
	if (!areTyped(operands)) {
		return null;
	}
	const stranger = operands.find(({ typed }) => typed.type !== 'text');
	if (stranger) {
		const isPattern = stranger.rule === pattern.rule;
		const advice = isPattern ? 'Put it in quotes' : 'Compare it with =, <, between or in';
		const message = `${describeOperand(stranger)}; “${rule.operator}” needs text. ${advice}.`;
		context.report('error', 'rule.type', stranger.rule, message);
		return null;
	}
	if (rule.operator === 'matches' && !checkPattern(context, pattern)) {
		return null;
	}
	if (rule.operator !== 'matches' && pattern.typed?.kind === 'constant' && operand.typed?.kind === 'constant') {
		const message = 'This condition looks at no field: it is the same for every customer.';
		context.report('warning', 'rule.constant', rule, message);
	}
	const [text, searched] = operands;
	return {
		kind: 'text-match',
		type: 'boolean',
		operator: rule.operator,
		operand: text!.typed,
		pattern: searched!.typed,
	};
}

function checkPattern(context: CheckContext, pattern: Operand): boolean {
	if (pattern.typed?.kind !== 'constant' || pattern.typed.type !== 'text') {
		const message = "The pattern of “matches” must be a text in quotes, such as '^A[0-9]+'.";
		context.report('error', 'rule.pattern', pattern.rule, message);
		return false;
	}
	try {
		parsePattern(pattern.typed.value);
		return true;
	} catch (error) {
		if (!(error instanceof PatternError)) {
			throw error;
		}
		const place = `At character ${error.position + 1} of the pattern: `;
		context.report('error', 'rule.pattern', pattern.rule, place + error.message);
		return false;
	}
}
