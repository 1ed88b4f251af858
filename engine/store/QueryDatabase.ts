import Database from 'better-sqlite3';
import { nativeBinding } from './nativeBinding.ts';

/** Memory for pages; what sorting and grouping need beyond it goes to temporary files of SQLite. */
const CACHE_KIBIBYTES = 65_536;

export type QueryValue = string | number | bigint | null | Uint8Array;

/** A column of a result; `table` and `origin` tell where it comes from as it stands, null for expressions. */
export interface QueryColumn {
	readonly name: string;
	readonly table: string | null;
	readonly origin: string | null;
}

/** A table whose rows come from a generator; see better-sqlite3's `table`. */
export interface RowTable {
	readonly columns: readonly string[];
	readonly rows: () => Generator<readonly QueryValue[]>;
}

/**
 * A database of the SQL console: in memory, or a file that the console itself has written. It never opens a project. Errors
 * of SQLite pass as they are, since their text is shown beside the query.
 */
export class QueryDatabase {
	readonly #database: Database.Database;

	private constructor(database: Database.Database) {
		this.#database = database;
		database.pragma('trusted_schema = OFF');
		database.pragma('temp_store = FILE');
		database.pragma(`cache_size = -${CACHE_KIBIBYTES}`);
	}

	static inMemory(): QueryDatabase {
		return new QueryDatabase(open(':memory:', false));
	}

	static openFile(path: string): QueryDatabase {
		return new QueryDatabase(open(path, true));
	}

	/**
	 * Makes a database file of empty tables; returns the page of the root of each. The rows that each will have tell SQLite
	 * which of two tables of a join to look up in.
	 */
	static createFile(
		path: string,
		pageSizeBytes: number,
		tables: readonly { readonly name: string; readonly definition: string; readonly rows: number }[],
	): Map<string, number> {
		const database = open(path, false);
		try {
			database.pragma(`page_size = ${pageSizeBytes}`);
			database.pragma('journal_mode = OFF');
			database.pragma('synchronous = OFF');
			// Makes the table of statistics, which CREATE TABLE cannot.
			database.exec('ANALYZE');
			const insert = database.prepare('INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, NULL, ?)');
			for (const { name, definition, rows } of tables) {
				database.exec(definition);
				insert.run(name, String(Math.max(1, rows)));
			}
			return rootPages(database);
		} finally {
			database.close();
		}
	}

	/** Lets views read virtual tables, which SQLite forbids in files that somebody else may have made. */
	trustViews(): void {
		this.#database.pragma('trusted_schema = ON');
	}

	execute(sql: string): void {
		this.#database.exec(sql);
	}

	addFunction(name: string, implementation: () => number): void {
		this.#database.function(name, { deterministic: false }, implementation);
	}

	addTable(name: string, { columns, rows }: RowTable): void {
		this.#database.table(name, { columns: [...columns], rows: rows as () => Generator, parameters: [] });
	}

	/** Page of the root of each table by name. */
	rootPages(): Map<string, number> {
		return rootPages(this.#database);
	}

	/** Compiles a statement without running it; throws what SQLite says against it. */
	describe(sql: string): { readonly isReadOnly: boolean; readonly isQuery: boolean; readonly columns: QueryColumn[] } {
		const statement = this.#database.prepare(sql);
		const columns = statement.reader
			? statement.columns().map(({ name, table, column }) => ({ name, table, origin: column }))
			: [];
		return { isReadOnly: statement.readonly, isQuery: statement.reader, columns };
	}

	/** Rows as arrays; whole numbers as bigints. */
	iterate(sql: string): IterableIterator<QueryValue[]> {
		return this.#database.prepare<[], QueryValue[]>(sql).safeIntegers(true).raw(true).iterate();
	}

	close(): void {
		this.#database.close();
	}
}

function open(path: string, isReadOnly: boolean): Database.Database {
	const binding = nativeBinding();
	return new Database(path, {
		readonly: isReadOnly,
		fileMustExist: isReadOnly,
		...(binding && { nativeBinding: binding }),
	});
}

function rootPages(database: Database.Database): Map<string, number> {
	const rows = database
		.prepare<[], [string, number]>("SELECT name, rootpage FROM sqlite_schema WHERE type = 'table'")
		.raw(true)
		.all();
	return new Map(rows);
}

export function isSqliteError(error: unknown): error is Error & { readonly code: string } {
	return error instanceof Database.SqliteError;
}
