import type { Rule } from './Rule.ts';

/** The direct parts of a rule as written, in the order of the text. */
export function partsOfRule(rule: Rule): readonly Rule[] {
	switch (rule.kind) {
		case 'and':
		case 'or':
			return rule.operands;
		case 'not':
		case 'is-null':
		case 'negation':
			return [rule.operand];
		case 'comparison':
		case 'arithmetic':
			return [rule.left, rule.right];
		case 'between':
			return [rule.operand, rule.low, rule.high];
		case 'in':
			return [rule.operand, ...rule.items];
		case 'text-match':
			return [rule.operand, rule.pattern];
		case 'call':
			return rule.arguments;
		case 'field':
		case 'number':
		case 'duration':
		case 'text':
		case 'date':
		case 'boolean':
		case 'null':
		case 'asof':
			return [];
	}
}
