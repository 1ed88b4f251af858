import { dayOfIso } from '../calendar.ts';
import type { ValueType } from '../TypedRule.ts';
import type { ConditionValue } from './ConditionTree.ts';
import { operatorOf, valuesOf, type FieldCondition } from './operatorChoices.ts';

/**
 * Whether the pickers for a type of field can show the condition. What they cannot show (a number compared with a text, a moment with
 * its time, an operator that is not usual for the type) is edited in its own words.
 */
export function fitsPickers(condition: FieldCondition, type: ValueType): boolean {
	return operatorOf(condition).types.includes(type) && valuesOf(condition).every((value) => isOfType(value, type));
}

function isOfType(value: ConditionValue, type: ValueType): boolean {
	switch (value.kind) {
		case 'number':
		case 'boolean':
			return value.kind === type;
		case 'asof':
			return type === 'date' || type === 'timestamp';
		case 'text':
			return type === 'text' || ((type === 'date' || type === 'timestamp') && dayOfIso(value.value) !== null);
		case 'date':
			return (type === 'date' || type === 'timestamp') && dayOfIso(value.value) !== null;
	}
}
