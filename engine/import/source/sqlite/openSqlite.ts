import { setImmediate } from 'node:timers/promises';
import { EngineError } from '#shared/protocol/envelope.ts';
import { ForeignDatabase, type ForeignValue } from '../../../store/ForeignDatabase.ts';
import type { SourceValue, TableReader } from '../TableReader.ts';
import { readableEntries } from './listSqliteParts.ts';

const BATCH_ROWS = 2000;

/**
 * One table or view of an SQLite file; the first one where `part` is null. SQLite's types are those of values, not of
 * columns, so the types are told from the values like those of text. Blobs become hexadecimal text.
 */
export async function openSqlite(path: string, part: string | null): Promise<TableReader> {
	const database = new ForeignDatabase(path);
	try {
		const entries = readableEntries(database.entries());
		const entry = part === null ? entries[0] : entries.find(({ name }) => name === part);
		if (!entry) {
			throw new EngineError('data', missing(path, part));
		}
		return await Promise.resolve(new SqliteReader(database, entry.name, entry.type === 'table'));
	} catch (error) {
		database.close();
		throw error;
	}
}

class SqliteReader implements TableReader {
	readonly columns: TableReader['columns'];
	readonly notes: string[] = [];
	private readonly database: ForeignDatabase;
	private readonly table: string;
	private readonly total: number | null;
	private done = 0;
	private hasBlobs = false;

	constructor(database: ForeignDatabase, table: string, isTable: boolean) {
		this.database = database;
		this.table = table;
		this.total = isTable ? database.countRows(table) : null;
		this.columns = database.columns(table).map(({ name }) => ({ name, type: null }));
	}

	get progress(): number | null {
		return this.total === null ? null : this.done / Math.max(this.total, 1);
	}

	async *batches(): AsyncGenerator<SourceValue[][]> {
		const names = this.columns.map(({ name }) => name);
		let batch: SourceValue[][] = [];
		for (const row of this.database.rows(this.table, names)) {
			batch.push(row.map((value) => this.read(value)));
			if (batch.length === BATCH_ROWS) {
				this.done += batch.length;
				yield batch;
				batch = [];
				await setImmediate();
			}
		}
		this.done += batch.length;
		if (batch.length > 0) {
			yield batch;
		}
		if (this.hasBlobs) {
			this.notes.push(`Binary values in ${this.table} are read as hexadecimal text.`);
		}
	}

	close(): void {
		this.database.close();
	}

	private read(value: ForeignValue): SourceValue {
		if (value instanceof Uint8Array) {
			this.hasBlobs = true;
			return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex');
		}
		return value;
	}
}

function missing(path: string, part: string | null): string {
	return part === null
		? `${path} is a database without tables that can be read.`
		: `${path} has no table or view "${part}" that can be read.`;
}
