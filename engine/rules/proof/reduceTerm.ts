import type { TypedRule } from '#shared/rules/TypedRule.ts';
import { fieldsOf, partsOf } from '../predicate/fieldsOf.ts';
import type { Abstraction } from './Abstraction.ts';
import type { Variable } from './Variable.ts';

/** A value that hangs on one variable, written in terms of it. */
export interface Reduced {
	readonly typed: TypedRule;
	readonly variable: Variable;
}

/**
 * Follows a value down to the one thing that it hangs on: `abs(revenue - 100) * 2` to revenue. Where a step joins two parts that
 * both look at fields (`revenue - margin`, `revenue * revenue`), that step becomes a variable of its own.
 */
export function reduceTerm(term: TypedRule, abstraction: Abstraction, isInDays = false): Reduced {
	if (term.kind === 'field') {
		return { typed: term, variable: abstraction.variableOf(term.name) };
	}
	const parts = partsOf(term).filter((part) => fieldsOf(part).size > 0);
	const [part] = parts;
	if (part === undefined || parts.length > 1 || !isInOrder(term, isInDays)) {
		return termItself(term, abstraction);
	}
	const { typed, variable } = reduceTerm(part, abstraction, term.kind === 'date-of' || isInDays);
	if (term.kind === 'call' && term.name === 'month') {
		variable.month ??= JSON.stringify(typed);
		if (variable.month !== JSON.stringify(typed)) {
			return termItself(term, abstraction);
		}
	}
	return { typed: withPart(term, part, typed), variable };
}

function termItself(term: TypedRule, abstraction: Abstraction): Reduced {
	const isMonth = term.kind === 'call' && term.name === 'month';
	const limits = isMonth ? { least: 1, most: 12 } : {};
	const variable = abstraction.termVariable({ kind: 'value', typed: term }, limits);
	return { typed: { kind: 'field', type: term.type, name: variable.field.name }, variable };
}

/**
 * A moment moved by months does not keep its order: 30 January 23:00 and 31 January 01:00 both become 28 February. Its date does.
 */
function isInOrder(term: TypedRule, isInDays: boolean): boolean {
	return term.kind !== 'shift' || term.type === 'date' || term.months === 0 || isInDays;
}

function withPart(term: TypedRule, part: TypedRule, replacement: TypedRule): TypedRule {
	switch (term.kind) {
		case 'arithmetic':
		case 'days-between':
			return term.left === part ? { ...term, left: replacement } : { ...term, right: replacement };
		case 'negation':
		case 'date-of':
		case 'shift':
			return { ...term, operand: replacement };
		case 'call':
			return { ...term, arguments: term.arguments.map((value) => (value === part ? replacement : value)) };
		case 'and':
		case 'or':
		case 'not':
		case 'comparison':
		case 'between':
		case 'in':
		case 'is-null':
		case 'text-match':
		case 'field':
		case 'asof':
		case 'constant':
			throw new Error(`A checked rule uses ${term.kind} as a value to calculate with`);
	}
}
