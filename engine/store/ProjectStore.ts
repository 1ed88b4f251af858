import { unlinkSync } from 'node:fs';
import { emptySegmentation } from '#shared/model/segmentation.ts';
import { analysisSettings, defaultSettings, type AnalysisSettings } from '#shared/model/settings.ts';
import { z } from 'zod';
import { jsonColumn, type Connection } from './Connection.ts';
import { HistoryStore } from './HistoryStore.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';
import { createDatabase, openDatabase } from './openDatabase.ts';
import { QueryHistoryStore } from './QueryHistoryStore.ts';
import { SegmentationStore } from './SegmentationStore.ts';
import { damaged } from './storeError.ts';
import { TableStore } from './TableStore.ts';

const settingsRow = z.object({ value: jsonColumn(analysisSettings) });
const valueRow = z.object({ value: z.string() });

/** One open project file. Close it; nothing else releases the lock on it. */
export class ProjectStore {
	readonly history: HistoryStore;
	readonly queries: QueryHistoryStore;
	readonly segmentations: SegmentationStore;
	readonly tables: TableStore;
	private readonly connection: Connection;

	private constructor(connection: Connection) {
		this.connection = connection;
		this.history = new HistoryStore(connection);
		this.queries = new QueryHistoryStore(connection);
		this.segmentations = new SegmentationStore(connection);
		this.tables = new TableStore(connection, this.history);
	}

	/** Throws `conflict` when something is at the path already. */
	static create(path: string): ProjectStore {
		const connection = createDatabase(path);
		try {
			migrate(connection, migrations, new Date().toISOString());
			connection.transaction(() => {
				connection.run('INSERT INTO segmentation (id, definition) VALUES (1, ?)', [JSON.stringify(emptySegmentation)]);
				connection.run('INSERT INTO settings (id, value) VALUES (1, ?)', [JSON.stringify(defaultSettings)]);
			});
			const store = new ProjectStore(connection);
			store.note('project.created', path);
			return store;
		} catch (error) {
			connection.close();
			// Only the file that was made a moment ago.
			unlinkSync(path);
			throw error;
		}
	}

	/** Migrates an older file after copying it, and drops what a killed import left behind. See openDatabase for errors. */
	static open(path: string, isReadOnlyAsked = false): ProjectStore {
		const connection = openDatabase(path, isReadOnlyAsked);
		try {
			const copy = migrate(connection, migrations, new Date().toISOString());
			const store = new ProjectStore(connection);
			if (copy) {
				store.note('project.migrated', `The file as it was before lies at ${copy}.`);
			}
			if (!store.isReadOnly && store.tables.dropLeftovers() > 0) {
				store.note('import.dropped', 'An import that had not ended was dropped.');
			}
			return store;
		} catch (error) {
			connection.close();
			throw error;
		}
	}

	get path(): string {
		return this.connection.path;
	}

	get isOpen(): boolean {
		return this.connection.isOpen;
	}

	get isReadOnly(): boolean {
		return this.connection.isReadOnly;
	}

	settings(): AnalysisSettings {
		const row = this.connection.find(settingsRow, 'SELECT value FROM settings');
		if (!row) {
			throw damaged(this.path, 'it holds no settings');
		}
		return row.value;
	}

	/** A fact about the project itself, null when it was never written. */
	meta(key: string): string | null {
		return this.connection.find(valueRow, 'SELECT value FROM meta WHERE key = ?', [key])?.value ?? null;
	}

	writeMeta(key: string, value: string): void {
		this.connection.run('INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value', [
			key,
			value,
		]);
	}

	/** Adds to the audit log: what happened that is not an undoable change. */
	note(event: string, detail: string): void {
		this.connection.run('INSERT INTO log (at, event, detail) VALUES (?, ?, ?)', [
			new Date().toISOString(),
			event,
			detail,
		]);
	}

	/** Removed tables are purged now; up to here their removal could be undone. Closing twice is harmless. */
	close(): void {
		try {
			if (this.connection.isOpen && !this.isReadOnly) {
				this.tables.purge();
			}
		} finally {
			this.connection.close();
		}
	}
}
