import type { SqlHistoryEntry } from '#shared/model/sqlConsole.ts';
import { z } from 'zod';
import type { Connection } from './Connection.ts';

/** Older queries than these are forgotten. */
const KEPT = 500;

const queryRow = z.object({
	id: z.int(),
	at: z.string(),
	text: z.string(),
	duration_ms: z.number(),
	rows: z.int().nullable(),
	has_more: z.int(),
});

/** The queries that were run in the SQL console of a project. The same text again takes the place of its last run. */
export class QueryHistoryStore {
	private readonly connection: Connection;

	constructor(connection: Connection) {
		this.connection = connection;
	}

	add({ at, text, durationMs, rows, hasMore }: Omit<SqlHistoryEntry, 'id'>): void {
		this.connection.transaction(() => {
			this.connection.run('DELETE FROM queries WHERE text = ?', [text]);
			const id = this.connection.run(
				'INSERT INTO queries (at, text, duration_ms, rows, has_more) VALUES (?, ?, ?, ?, ?)',
				[at, text, durationMs, rows, hasMore ? 1 : 0],
			);
			this.connection.run('DELETE FROM queries WHERE id <= ?', [id - KEPT]);
		});
	}

	/** Newest first. */
	list(limit: number): SqlHistoryEntry[] {
		const sql = 'SELECT id, at, text, duration_ms, rows, has_more FROM queries ORDER BY id DESC LIMIT ?';
		return this.connection
			.all(queryRow, sql, [limit])
			.map(({ duration_ms: durationMs, has_more: hasMore, ...entry }) => ({
				...entry,
				durationMs,
				hasMore: hasMore === 1,
			}));
	}
}
