import { assertNever } from '#shared/base/assertNever.ts';
import type { ColumnType } from '#shared/model/columnType.ts';
import type { SqlColumn } from '#shared/model/sqlConsole.ts';
import { doubledQuotes } from '#shared/sql/doubledQuotes.ts';

/** What SQLite converts values to when it compares them with a column. Dates are text, so that they compare as text. */
export function affinityOf(type: ColumnType): 'INTEGER' | 'REAL' | 'TEXT' {
	switch (type) {
		case 'integer':
		case 'boolean':
			return 'INTEGER';
		case 'decimal':
			return 'REAL';
		case 'date':
		case 'timestamp':
		case 'text':
			return 'TEXT';
		default:
			return assertNever(type);
	}
}

export function tableDefinition(name: string, columns: readonly SqlColumn[]): string {
	const parts = columns.map((column) => `${doubledQuotes(column.name, '"')} ${affinityOf(column.type)}`);
	return `CREATE TABLE ${doubledQuotes(name, '"')} (${parts.join(', ')})`;
}
