import type { ImportPlan, TableOrigin } from '#shared/model/importPlan.ts';
import { quarantinedRow, type QuarantinedRow } from '#shared/model/table.ts';
import type { TableMapping } from '#shared/model/tableMapping.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { z } from 'zod';
import type { ImportedTable } from '../import/ImportedTable.ts';
import { ChunkStore } from './ChunkStore.ts';
import { ClusterWriter } from './ClusterWriter.ts';
import type { Connection } from './Connection.ts';
import type { HistoryStore } from './HistoryStore.ts';
import { StagedTable } from './StagedTable.ts';
import { columnRow, tableRow, type StoredTable } from './StoredTable.ts';

const idRow = z.object({ id: z.int() });

/** The imported tables of a project: staged, then promoted; hidden when removed; purged when nothing can bring them back. */
export class TableStore {
	private readonly connection: Connection;
	private readonly history: HistoryStore;

	constructor(connection: Connection, history: HistoryStore) {
		this.connection = connection;
		this.history = history;
	}

	/** Tables that are in use, in order of import. */
	list(): StoredTable[] {
		const rows = this.connection.all(tableRow, `${SELECT_TABLES} WHERE state = 'ready' ORDER BY id`);
		return rows.map((row) => this.describe(row));
	}

	/** Throws `not-found` for tables that are not in use. */
	find(id: number): StoredTable {
		const row = this.connection.find(tableRow, `${SELECT_TABLES} WHERE state = 'ready' AND id = ?`, [id]);
		if (!row) {
			throw new EngineError('not-found', `There is no table ${id} in this project. It may have been removed.`);
		}
		return this.describe(row);
	}

	chunks(id: number): ChunkStore {
		return new ChunkStore(this.connection, id);
	}

	quarantine(id: number, from: number, count: number): QuarantinedRow[] {
		const sql =
			'SELECT line, reason, text FROM quarantine WHERE table_id = ? AND position >= ? ORDER BY position LIMIT ?';
		return this.connection.all(quarantinedRow, sql, [id, from, count]);
	}

	/** Rows of the quarantine at given places, in the order of the places. */
	quarantineAt(id: number, positions: readonly number[]): QuarantinedRow[] {
		const sql = 'SELECT line, reason, text FROM quarantine WHERE table_id = ? AND position = ?';
		return positions.flatMap((position) => this.connection.find(quarantinedRow, sql, [id, position]) ?? []);
	}

	/** `origin` is null where nobody knows it any more. */
	stage(
		{ tableName, mapping, path, dialect }: Pick<ImportPlan, 'tableName' | 'mapping' | 'path' | 'dialect'>,
		origin: TableOrigin | null,
	): StagedTable {
		const id = this.connection.run(
			`INSERT INTO tables (state, name, mapping, file, imported_at, rows_read, rows_loaded, rows_quarantined, dialect, problems, origin)
			VALUES ('staging', ?, ?, ?, ?, 0, 0, 0, ?, '[]', ?)`,
			[
				tableName,
				JSON.stringify(mapping),
				path,
				new Date().toISOString(),
				JSON.stringify(dialect),
				origin && JSON.stringify(origin),
			],
		);
		return new StagedTable(this.connection, id);
	}

	/**
	 * Puts a staged table into use in one transaction with its entry in the history; `replaces` goes out of use with it.
	 * `label` is what the history calls it, null for the words of an import. Returns the table.
	 */
	promote(
		staged: StagedTable,
		imported: ImportedTable,
		mapping: TableMapping,
		replaces: StoredTable | null,
		label: string | null = null,
	): StoredTable {
		staged.flush();
		const id = staged.tableId;
		const name = this.connection.find(z.object({ name: z.string() }), 'SELECT name FROM tables WHERE id = ?', [
			id,
		])?.name;
		const words = replaces ? `Replace ${replaces.name} by ${name}` : `Import ${name}`;
		const changes = [{ kind: 'table', tableId: id, before: 'hidden', after: 'ready' }] as const;
		const removal = replaces
			? ([{ kind: 'table', tableId: replaces.id, before: 'ready', after: 'hidden' }] as const)
			: [];
		this.history.record(label ?? words, [...removal, ...changes], () => this.complete(id, imported, mapping));
		return this.find(id);
	}

	/** Forgets a staged table that was cancelled or failed. */
	drop(staged: StagedTable): void {
		staged.abandon();
		this.erase([staged.tableId]);
	}

	/** Drops what a killed process left in staging. Returns how many tables that were. */
	dropLeftovers(): number {
		const left = this.connection.all(idRow, "SELECT id FROM tables WHERE state = 'staging'").map(({ id }) => id);
		this.erase(left);
		return left.length;
	}

	/** Erases the data of removed tables for good and overwrites it with zeros; undoing their removal ends with it. */
	purge(): void {
		const hidden = this.connection.all(idRow, "SELECT id FROM tables WHERE state = 'hidden'").map(({ id }) => id);
		if (hidden.length > 0) {
			this.connection.execute('PRAGMA secure_delete = ON');
			this.connection.transaction(() => {
				this.history.finalize(hidden);
				this.erase(hidden);
			});
			this.connection.execute('PRAGMA secure_delete = OFF');
		}
	}

	/** Begins to replace the clustered events of a table. */
	clusterWriter(id: number): ClusterWriter {
		return new ClusterWriter(this.connection, id);
	}

	private complete(id: number, imported: ImportedTable, mapping: TableMapping): void {
		this.connection.run(
			`UPDATE tables SET imported_at = ?, rows_read = ?, rows_loaded = ?, rows_quarantined = ?, dialect = ?, problems = ?,
			mapping = ?, clustered_for = ? WHERE id = ?`,
			[
				new Date().toISOString(),
				imported.rowsRead,
				imported.rowsLoaded,
				imported.rowsQuarantined,
				JSON.stringify(imported.dialect),
				JSON.stringify(imported.problems),
				JSON.stringify(mapping),
				JSON.stringify(mapping),
				id,
			],
		);
		for (const [position, { summary, storage, format }] of imported.columns.entries()) {
			this.connection.run(
				'INSERT INTO columns (table_id, position, name, type, summary, storage) VALUES (?, ?, ?, ?, ?, ?)',
				[id, position, summary.name, summary.type, JSON.stringify(summary), JSON.stringify({ ...storage, format })],
			);
		}
	}

	private describe(row: z.infer<typeof tableRow>): StoredTable {
		const columns = this.connection.all(
			columnRow,
			'SELECT summary, storage FROM columns WHERE table_id = ? ORDER BY position',
			[row.id],
		);
		return {
			id: row.id,
			name: row.name,
			mapping: row.mapping,
			file: row.file,
			origin: row.origin,
			importedAt: row.imported_at,
			rowsRead: row.rows_read,
			rowsLoaded: row.rows_loaded,
			rowsQuarantined: row.rows_quarantined,
			dialect: row.dialect,
			problems: row.problems,
			clusteredFor: row.clustered_for,
			columns,
		};
	}

	private erase(ids: readonly number[]): void {
		this.connection.transaction(() => {
			for (const id of ids) {
				this.connection.run('DELETE FROM tables WHERE id = ?', [id]);
			}
		});
	}
}

const SELECT_TABLES =
	'SELECT id, name, mapping, file, imported_at, rows_read, rows_loaded, rows_quarantined, dialect, problems, clustered_for, origin FROM tables';
