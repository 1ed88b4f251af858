import type { SqlDialectId } from '#shared/model/sqlDialect.ts';

/** A real database of a dialect, empty, for one test file. */
export interface TestDatabase {
	readonly dialect: SqlDialectId;
	run(statement: string): Promise<void>;
	/** Cells as text; null where there is no value. */
	rows(query: string): Promise<(string | null)[][]>;
	close(): Promise<void>;
}
