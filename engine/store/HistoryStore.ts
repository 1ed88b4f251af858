import { EngineError } from '#shared/protocol/envelope.ts';
import { z } from 'zod';
import { applyChange } from './applyChange.ts';
import { change, type Change } from './change.ts';
import { jsonColumn, type Connection } from './Connection.ts';

const state = z.enum(['done', 'undone', 'final', 'dropped']);
const entryRow = z.object({ id: z.int(), label: z.string(), changes: jsonColumn(z.array(change)) });
const listedRow = z.object({ id: z.int(), at: z.string(), label: z.string(), state });

export interface HistoryEntry {
	readonly id: number;
	/** ISO 8601, UTC. */
	readonly at: string;
	readonly label: string;
	readonly isUndone: boolean;
}

/**
 * Everything a person changed, in order, never deleted. `done` entries can be undone newest first, `undone` ones done
 * again oldest first. An edit after an undo makes the undone entries `dropped`; entries whose table was purged are `final`.
 */
export class HistoryStore {
	private readonly connection: Connection;

	constructor(connection: Connection) {
		this.connection = connection;
	}

	/** Makes the changes and records them, in one transaction with whatever `besides` writes. */
	record(label: string, changes: readonly Change[], besides: () => void = () => undefined): void {
		this.connection.transaction(() => {
			besides();
			for (const entry of changes) {
				applyChange(this.connection, entry, 'after');
			}
			this.connection.run("UPDATE history SET state = 'dropped' WHERE state = 'undone'");
			this.connection.run("INSERT INTO history (at, label, state, changes) VALUES (?, ?, 'done', ?)", [
				new Date().toISOString(),
				label,
				JSON.stringify(changes),
			]);
		});
	}

	undo(): void {
		const entry = this.nextUndo();
		if (!entry) {
			throw new EngineError('conflict', 'There is nothing to undo.');
		}
		this.connection.transaction(() => {
			for (const part of entry.changes.toReversed()) {
				applyChange(this.connection, part, 'before');
			}
			this.setState(entry.id, 'undone');
		});
	}

	/** Undoes the newest entry for good, because what follows from it could not be derived. */
	takeBack(): void {
		this.connection.transaction(() => {
			const entry = this.nextUndo();
			this.undo();
			if (entry) {
				this.setState(entry.id, 'dropped');
			}
		});
	}

	redo(): void {
		const entry = this.nextRedo();
		if (!entry) {
			throw new EngineError('conflict', 'There is nothing to do again.');
		}
		this.connection.transaction(() => {
			for (const part of entry.changes) {
				applyChange(this.connection, part, 'after');
			}
			this.setState(entry.id, 'done');
		});
	}

	undoLabel(): string | null {
		return this.nextUndo()?.label ?? null;
	}

	redoLabel(): string | null {
		return this.nextRedo()?.label ?? null;
	}

	/** Newest first. */
	list(limit: number): HistoryEntry[] {
		const rows = this.connection.all(listedRow, 'SELECT id, at, label, state FROM history ORDER BY id DESC LIMIT ?', [
			limit,
		]);
		return rows.map((row) => ({
			id: row.id,
			at: row.at,
			label: row.label,
			isUndone: row.state === 'undone' || row.state === 'dropped',
		}));
	}

	/** Ends the undoing of every entry that touches one of these tables, because their data is about to be purged. */
	finalize(tableIds: readonly number[]): void {
		const rows = this.connection.all(
			entryRow,
			"SELECT id, label, changes FROM history WHERE state IN ('done', 'undone')",
		);
		for (const row of rows) {
			if (row.changes.some((part) => 'tableId' in part && tableIds.includes(part.tableId))) {
				this.setState(row.id, 'final');
			}
		}
	}

	private nextUndo() {
		return this.connection.find(
			entryRow,
			"SELECT id, label, changes FROM history WHERE state = 'done' ORDER BY id DESC LIMIT 1",
		);
	}

	private nextRedo() {
		return this.connection.find(
			entryRow,
			"SELECT id, label, changes FROM history WHERE state = 'undone' ORDER BY id LIMIT 1",
		);
	}

	private setState(id: number, next: z.infer<typeof state>): void {
		this.connection.run('UPDATE history SET state = ? WHERE id = ?', [next, id]);
	}
}
