import type { CompareOperator, TextOperator } from '../Rule.ts';
import type { ValueType } from '../TypedRule.ts';
import type { Condition, ConditionValue } from './ConditionTree.ts';

/** A condition on one field: all but expressions. */
export type FieldCondition = Exclude<Condition, { readonly kind: 'expression' }>;

export interface OperatorChoice {
	readonly id: string;
	/** As it reads behind the name of the field. */
	readonly label: string;
	/** For dates, where other words are usual. */
	readonly dateLabel?: string;
	/** The types of field for which it is offered; a condition that has it already keeps it with any. */
	readonly types: readonly ValueType[];
	readonly isOf: (condition: FieldCondition) => boolean;
	/** The condition with this operator on the field. `values` are those that it had; what is lacking is left to be chosen. */
	readonly make: (field: string, values: readonly ConditionValue[]) => FieldCondition;
}

const ordered: readonly ValueType[] = ['number', 'date', 'timestamp'];
const every: readonly ValueType[] = ['number', 'text', 'boolean', 'date', 'timestamp'];

/** Every way in which a condition can speak about its field, in the order in which they are offered. */
export const operatorChoices: readonly OperatorChoice[] = [
	flag(),
	list(false, 'is one of'),
	list(true, 'is none of'),
	compare('>=', 'is at least', ordered, 'is on or after'),
	compare('<=', 'is at most', ordered, 'is on or before'),
	compare('>', 'is more than', ordered, 'is after'),
	compare('<', 'is less than', ordered, 'is before'),
	range(false, 'is between'),
	range(true, 'is not between'),
	compare('=', 'is', every, 'is on'),
	compare('!=', 'is not', ['number', 'text', 'date', 'timestamp'], 'is not on'),
	textMatch('contains', false, 'contains'),
	textMatch('contains', true, 'does not contain'),
	textMatch('starts with', false, 'starts with'),
	textMatch('starts with', true, 'does not start with'),
	textMatch('ends with', false, 'ends with'),
	textMatch('ends with', true, 'does not end with'),
	textMatch('matches', false, 'matches the pattern'),
	textMatch('matches', true, 'does not match the pattern'),
	missing(false, 'is missing'),
	missing(true, 'is not missing'),
];

/** The operators for a field of a type, with the condition's own in any case. */
export function choicesFor(type: ValueType | null, condition: FieldCondition): readonly OperatorChoice[] {
	return operatorChoices.filter((choice) => choice.isOf(condition) || type === null || choice.types.includes(type));
}

export function operatorOf(condition: FieldCondition): OperatorChoice {
	const found = operatorChoices.find(({ isOf }) => isOf(condition));
	if (!found) {
		throw new Error(`No operator is known for a condition of kind ${condition.kind}`);
	}
	return found;
}

/** The values of a condition, in the order of its text. */
export function valuesOf(condition: FieldCondition): readonly ConditionValue[] {
	switch (condition.kind) {
		case 'compare':
			return condition.value === null ? [] : [condition.value];
		case 'range':
			return [condition.low, condition.high].filter((value) => value !== null);
		case 'list':
			return condition.items;
		case 'text-match':
			return condition.pattern === null ? [] : [{ kind: 'text', value: condition.pattern }];
		case 'missing':
		case 'flag':
			return [];
	}
}

function compare(
	operator: CompareOperator,
	label: string,
	types: readonly ValueType[],
	dateLabel: string,
): OperatorChoice {
	return {
		id: operator,
		label,
		dateLabel,
		types,
		isOf: (condition) => condition.kind === 'compare' && condition.operator === operator,
		make: (field, [value = null]) => ({ kind: 'compare', field, operator, value, written: null }),
	};
}

function range(isNegated: boolean, label: string): OperatorChoice {
	return {
		id: isNegated ? 'not between' : 'between',
		label,
		types: ordered,
		isOf: (condition) => condition.kind === 'range' && condition.isNegated === isNegated,
		make: (field, [low = null, high = null]) => ({ kind: 'range', field, isNegated, low, high, written: null }),
	};
}

function list(isNegated: boolean, label: string): OperatorChoice {
	return {
		id: isNegated ? 'not in' : 'in',
		label,
		types: ['text', 'number'],
		isOf: (condition) => condition.kind === 'list' && condition.isNegated === isNegated,
		make: (field, items) => ({ kind: 'list', field, isNegated, items, written: null }),
	};
}

function textMatch(operator: TextOperator, isNegated: boolean, label: string): OperatorChoice {
	return {
		id: isNegated ? `not ${operator}` : operator,
		label,
		types: ['text'],
		isOf: (condition) =>
			condition.kind === 'text-match' && condition.operator === operator && condition.isNegated === isNegated,
		make: (field, values) => {
			const text = values.find((value) => value.kind === 'text');
			return { kind: 'text-match', field, operator, isNegated, pattern: text?.value ?? null, written: null };
		},
	};
}

function missing(isNegated: boolean, label: string): OperatorChoice {
	return {
		id: isNegated ? 'not missing' : 'missing',
		label,
		types: every,
		isOf: (condition) => condition.kind === 'missing' && condition.isNegated === isNegated,
		make: (field) => ({ kind: 'missing', field, isNegated, written: null }),
	};
}

function flag(): OperatorChoice {
	return {
		id: 'flag',
		label: 'is true',
		types: ['boolean'],
		isOf: (condition) => condition.kind === 'flag',
		make: (field) => ({ kind: 'flag', field, written: null }),
	};
}
