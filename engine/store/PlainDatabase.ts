import Database from 'better-sqlite3';
import { nativeBinding } from './nativeBinding.ts';

const PAGE_SIZE_BYTES = 4096;

export interface PlainColumn {
	readonly name: string;
	/** As SQLite should show it, such as DATE. */
	readonly declaredType: string;
}

/** A new SQLite file with one plain table, for any tool to read. Rows are on disk once it is finished. */
export class PlainDatabase {
	private readonly database: Database.Database;
	private readonly insert: Database.Statement;

	/** The path must be free. Column names that differ only in case are not allowed by SQLite. */
	constructor(path: string, table: string, columns: readonly PlainColumn[]) {
		const binding = nativeBinding();
		this.database = new Database(path, binding ? { nativeBinding: binding } : {});
		// Nobody else sees the file before it is finished, and an unfinished one is thrown away.
		this.database.pragma(`page_size = ${PAGE_SIZE_BYTES}`);
		this.database.pragma('journal_mode = OFF');
		this.database.pragma('synchronous = OFF');
		this.database.pragma('locking_mode = EXCLUSIVE');
		const list = columns.map(({ name, declaredType }) => `${quoted(name)} ${declaredType}`).join(', ');
		this.database.exec(`CREATE TABLE ${quoted(table)} (${list})`);
		this.insert = this.database.prepare(`INSERT INTO ${quoted(table)} VALUES (${columns.map(() => '?').join(', ')})`);
	}

	/** One transaction. */
	write(rows: Iterable<readonly (string | number | bigint | null)[]>): void {
		this.database.exec('BEGIN');
		for (const row of rows) {
			this.insert.run(row);
		}
		this.database.exec('COMMIT');
	}

	close(): void {
		this.database.close();
	}
}

function quoted(name: string): string {
	return `"${name.replaceAll('"', '""')}"`;
}
