import type { SqlDialectId } from '#shared/model/sqlDialect.ts';

/** A real database of a dialect, empty, for one test file. */
export interface TestDatabase {
	readonly dialect: SqlDialectId;
	run(statement: string): Promise<void>;
	/** Cells as text; null where there is no value. */
	rows(query: string): Promise<(string | null)[][]>;
	close(): Promise<void>;
}

/** A cell of a driver as text. Throws for kinds of values that no query of the tests asks for. */
export function cellText(cell: unknown): string | null {
	if (cell === null) {
		return null;
	}
	if (typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'bigint' || typeof cell === 'boolean') {
		return String(cell);
	}
	throw new TypeError(`A cell of type ${typeof cell} was not expected`);
}
