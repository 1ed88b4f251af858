import type { ValueType } from '../TypedRule.ts';
import type { FieldCondition } from './operatorChoices.ts';

/** A condition on a field that was just picked, with the operator that most rules on such a field have. */
export function newCondition(field: string, type: ValueType): FieldCondition {
	switch (type) {
		case 'text':
			return { kind: 'list', field, isNegated: false, items: [], written: null };
		case 'boolean':
			return { kind: 'flag', field, written: null };
		case 'number':
		case 'date':
		case 'timestamp':
			return { kind: 'compare', field, operator: '>=', value: null, written: null };
	}
}
