import { printText } from '../printRule.ts';
import type { Rule } from '../Rule.ts';
import type { TypedRule } from '../TypedRule.ts';
import type { CheckContext, TypedOperand } from './CheckContext.ts';
import { describeOperand, nameOperand } from './describeOperand.ts';

/** What stands where a condition is needed (the whole rule, an operand of and, or, not) must be true or false. */
export function checkIsCondition(context: CheckContext, rule: Rule, typed: TypedRule | null): TypedRule | null {
	if (typed === null || typed.type === 'boolean') {
		return typed;
	}
	const operand = { rule, typed };
	const message = `${describeOperand(operand)}, not a condition. Compare it with something: ${example(context, operand)}.`;
	context.report('error', 'rule.not-a-condition', rule, message);
	return null;
}

function example(context: CheckContext, operand: TypedOperand): string {
	const name = nameOperand(operand);
	switch (operand.typed.type) {
		case 'number':
			return operand.rule.kind === 'number' ? `order_count >= ${name}` : `${name} > 0`;
		case 'text': {
			const value = operand.typed.kind === 'field' ? context.fields.get(operand.typed.name)?.values[0] : undefined;
			return operand.rule.kind === 'text' ? `country = ${name}` : `${name} = ${printText(value ?? 'A')}`;
		}
		case 'date':
		case 'timestamp':
			return `${name} >= '2024-01-31'`;
		case 'boolean':
			return `${name} = true`;
	}
}
