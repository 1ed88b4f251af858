import type { CompareOperator } from '#shared/rules/Rule.ts';
import type { TypedRule } from '#shared/rules/TypedRule.ts';
import { fieldsOf } from '../predicate/fieldsOf.ts';

export function comparing(
	operator: CompareOperator,
	left: TypedRule,
	right: TypedRule,
): TypedRule & { readonly kind: 'comparison' } {
	return { kind: 'comparison', type: 'boolean', operator, left, right };
}

/** Whether a condition or value is the same for every customer. */
export function isConstant(typed: TypedRule): boolean {
	return fieldsOf(typed).size === 0;
}
