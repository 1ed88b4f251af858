import type { ColumnType } from '../model/columnType.ts';
import type { ValueType } from './TypedRule.ts';

/** The type that a column's cells have in a rule. */
export function valueTypeOf(type: ColumnType): ValueType {
	return type === 'integer' || type === 'decimal' ? 'number' : type;
}
