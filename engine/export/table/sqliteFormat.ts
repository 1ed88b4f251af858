import { existsSync } from 'node:fs';
import { assertNever } from '#shared/base/assertNever.ts';
import { hasBit } from '../../columns/bitmap.ts';
import type { Column } from '../../columns/Column.ts';
import { PlainDatabase } from '../../store/PlainDatabase.ts';
import { cellReader } from './cellReader.ts';
import type { SourceColumn } from './RowSource.ts';
import type { TableFormat, TableWriter } from './TableWriter.ts';

type SqlValue = string | number | bigint | null;

/**
 * A database with one table. SQLite has no decimals, days or booleans: decimals are doubles under the type DECIMAL, days and moments
 * ISO texts, booleans 0 and 1.
 */
export const sqliteFormat: TableFormat = {
	id: 'sqlite',
	open: (path, name, columns) => new SqliteWriter(path, name, columns),
};

class SqliteWriter implements TableWriter {
	private readonly database: PlainDatabase;
	private readonly renamed: readonly string[];

	constructor(path: string, name: string, columns: readonly SourceColumn[]) {
		if (existsSync(path)) {
			throw new Error(`${path} exists`);
		}
		const names = distinctNames(columns.map((column) => column.name));
		this.renamed = columns.flatMap((column, index) =>
			column.name === names[index]
				? []
				: [
						`SQLite does not tell upper from lower case in names, so the column ${column.name} is called ${names[index]}.`,
					],
		);
		this.database = new PlainDatabase(
			path,
			name.replace(/^sqlite_/i, 'table_'),
			columns.map((column, index) => ({ name: names[index]!, declaredType: declaredType(column) })),
		);
	}

	write(columns: readonly Column[], rows: number): void {
		this.database.write(rowsOf(columns.map(reader), rows));
	}

	finish(): readonly string[] {
		this.database.close();
		return this.renamed;
	}

	abandon(): void {
		this.database.close();
	}
}

function* rowsOf(reads: readonly ((row: number) => SqlValue)[], rows: number): Generator<SqlValue[]> {
	for (let row = 0; row < rows; row++) {
		yield reads.map((read) => read(row));
	}
}

function reader(column: Column): (row: number) => SqlValue {
	const cell = cellReader(column);
	// A number binds as a double; only a bigint binds as an integer.
	const isInteger = column.kind === 'boolean' || (column.kind === 'number' && column.type === 'integer');
	const read = (row: number): SqlValue => {
		const value = cell(row);
		return typeof value === 'boolean' || (isInteger && typeof value === 'number') ? BigInt(value) : value;
	};
	const { nulls } = column;
	return (row) => (nulls && hasBit(nulls, row) ? null : read(row));
}

function declaredType({ type, scale, isExact }: SourceColumn): string {
	switch (type) {
		case 'integer':
			return 'INTEGER';
		case 'decimal':
			return isExact ? `DECIMAL(18,${scale})` : 'REAL';
		case 'date':
			return 'DATE';
		case 'timestamp':
			return 'TIMESTAMP';
		case 'boolean':
			return 'BOOLEAN';
		case 'text':
			return 'TEXT';
		default:
			return assertNever(type);
	}
}

/** Names that differ in more than case, by a number behind those that come later. */
function distinctNames(names: readonly string[]): string[] {
	const taken = new Set(names.map((name) => name.toLowerCase()));
	const used = new Set<string>();
	return names.map((name) => {
		let free = name;
		for (let number = 2; used.has(free.toLowerCase()) || (free !== name && taken.has(free.toLowerCase())); number++) {
			free = `${name}_${number}`;
		}
		used.add(free.toLowerCase());
		return free;
	});
}
