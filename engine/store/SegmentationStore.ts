import { segmentation, type Segmentation, type VersionSummary } from '#shared/model/segmentation.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { z } from 'zod';
import { jsonColumn, type Connection } from './Connection.ts';
import { damaged } from './storeError.ts';

const definitionRow = z.object({ definition: jsonColumn(segmentation) });
const versionRow = z.object({
	id: z.int(),
	saved_at: z.string(),
	author: z.string(),
	reason: z.string(),
	definition: jsonColumn(segmentation),
});

export interface SegmentationVersion {
	readonly summary: VersionSummary;
	readonly definition: Segmentation;
}

/** The segmentation at work and its saved versions. Versions are only ever added. */
export class SegmentationStore {
	private readonly connection: Connection;

	constructor(connection: Connection) {
		this.connection = connection;
	}

	read(): Segmentation {
		const row = this.connection.find(definitionRow, 'SELECT definition FROM segmentation');
		if (!row) {
			throw damaged(this.connection.path, 'it holds no segmentation');
		}
		return row.definition;
	}

	/** Newest first. */
	versions(): SegmentationVersion[] {
		const sql = 'SELECT id, saved_at, author, reason, definition FROM versions ORDER BY id DESC';
		return this.connection.all(versionRow, sql).map((row) => ({
			summary: {
				id: row.id,
				savedAt: row.saved_at,
				author: row.author,
				reason: row.reason,
				segments: row.definition.segments.length,
			},
			definition: row.definition,
		}));
	}

	/** Throws `not-found`. */
	version(id: number): SegmentationVersion {
		const found = this.versions().find(({ summary }) => summary.id === id);
		if (!found) {
			throw new EngineError('not-found', `There is no version ${id} of the segments in this project.`);
		}
		return found;
	}

	saveVersion(definition: Segmentation, author: string, reason: string): void {
		this.connection.run('INSERT INTO versions (saved_at, author, reason, definition) VALUES (?, ?, ?, ?)', [
			new Date().toISOString(),
			author,
			reason,
			JSON.stringify(definition),
		]);
	}
}
