import type Database from 'better-sqlite3';
import { EngineError } from '#shared/protocol/envelope.ts';
import { z } from 'zod';
import { damaged, storeError } from './storeError.ts';

export type SqlValue = string | number | null | Uint8Array;

/**
 * One connection to a project file. Rows are checked against a schema as they are read, since the file comes from a disk
 * and other programs can write to it; what does not fit counts as damage. Errors of SQLite become plain sentences.
 */
export class Connection {
	readonly path: string;
	readonly isReadOnly: boolean;
	private readonly database: Database.Database;
	private readonly statements = new Map<string, Database.Statement>();

	constructor(database: Database.Database, path: string, isReadOnly: boolean) {
		this.database = database;
		this.path = path;
		this.isReadOnly = isReadOnly;
	}

	/** For statements without a result and without values. */
	execute(sql: string): void {
		this.guard(() => this.database.exec(sql));
	}

	/** Returns the rowid of the last inserted row. */
	run(sql: string, values: readonly SqlValue[] = []): number {
		return Number(this.guard(() => this.prepare(sql).run(...values)).lastInsertRowid);
	}

	/** The first row, null where there is none. */
	find<T>(row: z.ZodType<T>, sql: string, values: readonly SqlValue[] = []): T | null {
		const found: unknown = this.guard(() => this.prepare(sql).get(...values));
		return found === undefined ? null : this.check(row, found);
	}

	all<T>(row: z.ZodType<T>, sql: string, values: readonly SqlValue[] = []): T[] {
		const found: unknown = this.guard(() => this.prepare(sql).all(...values));
		return this.check(z.array(row), found);
	}

	/** A single number, e.g. a count; 0 where there is no row. */
	number(sql: string, values: readonly SqlValue[] = []): number {
		const found: unknown = this.guard(() =>
			this.prepare(sql)
				.pluck()
				.get(...values),
		);
		return typeof found === 'number' ? found : 0;
	}

	/** All or nothing. Nested calls belong to the outermost. */
	transaction<T>(work: () => T): T {
		return this.guard(() => (this.database.inTransaction ? work() : this.database.transaction(work).immediate()));
	}

	/**
	 * Opens a transaction that stays open over several calls. Only the staging of an import does this: nothing else writes
	 * meanwhile, because writes are queued, and what it writes counts for nobody until it is promoted.
	 */
	begin(): void {
		this.guard(() => this.database.exec('BEGIN IMMEDIATE'));
	}

	commit(): void {
		this.guard(() => this.database.exec('COMMIT'));
	}

	rollback(): void {
		if (this.database.inTransaction) {
			this.guard(() => this.database.exec('ROLLBACK'));
		}
	}

	get isOpen(): boolean {
		return this.database.open;
	}

	close(): void {
		this.statements.clear();
		this.database.close();
	}

	private prepare(sql: string): Database.Statement {
		let statement = this.statements.get(sql);
		if (!statement) {
			statement = this.database.prepare(sql);
			this.statements.set(sql, statement);
		}
		return statement;
	}

	private check<T>(schema: z.ZodType<T>, value: unknown): T {
		const parsed = schema.safeParse(value);
		if (!parsed.success) {
			throw damaged(this.path, 'an entry does not have the form that Tranche writes', parsed.error);
		}
		return parsed.data;
	}

	private guard<T>(work: () => T): T {
		if (!this.isOpen) {
			throw new EngineError('conflict', `The project ${this.path} has been closed. Open it again to go on.`);
		}
		try {
			return work();
		} catch (error) {
			throw storeError(error, this.path);
		}
	}
}

/** A column that holds JSON text of the given shape. */
export function jsonColumn<T extends z.ZodType>(schema: T) {
	return z
		.string()
		.transform((text, context): unknown => {
			try {
				return JSON.parse(text);
			} catch {
				context.addIssue({ code: 'custom', message: 'Not JSON' });
				return z.NEVER;
			}
		})
		.pipe(schema);
}

/** A column of bytes. */
export const bytesColumn = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
