import { assertNever } from '#shared/base/assertNever.ts';
import type { TypedRule } from '#shared/rules/TypedRule.ts';

/** The fields that a condition looks at. */
export function fieldsOf(typed: TypedRule): ReadonlySet<string> {
	const fields = new Set<string>();
	const pending = [typed];
	for (let part = pending.pop(); part; part = pending.pop()) {
		if (part.kind === 'field') {
			fields.add(part.name);
		}
		pending.push(...partsOf(part));
	}
	return fields;
}

/** The direct parts of a condition or value, in the order of the text. */
export function partsOf(typed: TypedRule): readonly TypedRule[] {
	switch (typed.kind) {
		case 'and':
		case 'or':
			return typed.operands;
		case 'not':
		case 'is-null':
		case 'negation':
		case 'date-of':
		case 'shift':
			return [typed.operand];
		case 'comparison':
		case 'arithmetic':
		case 'days-between':
			return [typed.left, typed.right];
		case 'between':
			return [typed.operand, typed.low, typed.high];
		case 'in':
			return [typed.operand, ...typed.items];
		case 'text-match':
			return [typed.operand, typed.pattern];
		case 'call':
			return typed.arguments;
		case 'field':
		case 'asof':
		case 'constant':
			return [];
		default:
			return assertNever(typed);
	}
}
