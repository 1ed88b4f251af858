import Database from 'better-sqlite3';
import { EngineError } from '#shared/protocol/envelope.ts';
import { z } from 'zod';
import { nativeBinding } from './nativeBinding.ts';

export type ForeignValue = string | number | bigint | Uint8Array | null;

const schemaRow = z.object({ type: z.string(), name: z.string(), sql: z.string().nullable() });
export type SchemaEntry = z.infer<typeof schemaRow>;

const columnRow = z.object({ name: z.string(), type: z.string(), hidden: z.bigint() });
export interface ForeignColumn {
	readonly name: string;
	/** As declared; empty where nothing is. */
	readonly declaredType: string;
}

/**
 * A database of somebody else, read and never written, with the schema untrusted, so that none of its views can call a
 * function with side effects. It must not be in WAL mode, in which even a reader puts files beside it; see
 * readableDatabase.
 */
export class ForeignDatabase {
	private readonly database: Database.Database;
	private readonly path: string;

	/** Throws an EngineError for what is no database. */
	constructor(path: string) {
		this.path = path;
		const binding = nativeBinding();
		this.database = this.guard(
			() => new Database(path, { readonly: true, fileMustExist: true, ...(binding && { nativeBinding: binding }) }),
		);
		this.guard(() => {
			this.database.pragma('trusted_schema = OFF');
			this.database.pragma('query_only = ON');
			this.database.pragma('cell_size_check = ON');
			this.database.defaultSafeIntegers(true);
		});
	}

	/** Tables and views in the order in which they were made; SQLite's own are left out. */
	entries(): SchemaEntry[] {
		const sql =
			"SELECT type, name, sql FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
		return this.guard(() => z.array(schemaRow).parse(this.database.prepare(sql).all()));
	}

	columns(table: string): ForeignColumn[] {
		return this.guard(() => {
			const sql = 'SELECT name, type, hidden FROM pragma_table_xinfo(?)';
			const found = z.array(columnRow).parse(this.database.prepare(sql).all(table));
			return found.filter(({ hidden }) => hidden !== 1n).map(({ name, type }) => ({ name, declaredType: type }));
		});
	}

	/** Null for views, whose rows only reading them can count. */
	countRows(table: string): number {
		return this.guard(() =>
			Number(
				this.database
					.prepare(`SELECT count(*) FROM ${quoted(table)}`)
					.pluck()
					.get(),
			),
		);
	}

	/** Rows as arrays in the order of the table. Whole numbers are bigints. */
	*rows(table: string, columns: readonly string[]): Generator<ForeignValue[]> {
		const sql = `SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(table)}`;
		const rows = this.guard(() => this.database.prepare(sql).raw().iterate());
		try {
			for (;;) {
				const next = this.guard(() => rows.next());
				if (next.done) {
					return;
				}
				yield next.value as ForeignValue[];
			}
		} finally {
			rows.return?.();
		}
	}

	close(): void {
		this.database.close();
	}

	private guard<T>(work: () => T): T {
		try {
			return work();
		} catch (error) {
			if (error instanceof Database.SqliteError) {
				throw new EngineError('data', `The database ${this.path} cannot be read: ${error.message}.`, { cause: error });
			}
			throw error;
		}
	}
}

function quoted(name: string): string {
	return `"${name.replaceAll('"', '""')}"`;
}
