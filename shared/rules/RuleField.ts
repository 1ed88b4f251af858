import type { ColumnType } from '../model/columnType.ts';

/** What a rule can refer to; every FrameField is one. */
export interface RuleField {
	readonly name: string;
	readonly type: ColumnType;
	/** Known labels of a text field with few distinct values, most frequent first; empty otherwise. */
	readonly values: readonly string[];
	readonly description?: string;
}
