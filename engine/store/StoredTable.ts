import { dialect, tableOrigin } from '#shared/model/importPlan.ts';
import { problem } from '#shared/model/problem.ts';
import { columnSummary } from '#shared/model/table.ts';
import { tableMapping } from '#shared/model/tableMapping.ts';
import { z } from 'zod';
import { columnStorage } from '../columns/ColumnStorage.ts';
import { jsonColumn } from './Connection.ts';

/** A row of `tables` without its columns. */
export const tableRow = z.object({
	id: z.int(),
	name: z.string(),
	mapping: jsonColumn(tableMapping),
	file: z.string(),
	imported_at: z.string(),
	rows_read: z.int(),
	rows_loaded: z.int(),
	rows_quarantined: z.int(),
	dialect: jsonColumn(dialect),
	problems: jsonColumn(z.array(problem)),
	clustered_for: jsonColumn(tableMapping).nullable(),
	origin: jsonColumn(tableOrigin).nullable(),
});

/** How the texts of a column were read, as ColumnFormat of the import; files of older versions lack it. */
const storedFormat = z.looseObject({ kind: z.enum(['number', 'date', 'timestamp', 'boolean', 'category', 'text']) });

export const columnRow = z.object({
	summary: jsonColumn(columnSummary),
	storage: jsonColumn(columnStorage.extend({ format: storedFormat.nullable().optional() })),
});
export type StoredColumn = z.infer<typeof columnRow>;

/** An imported table as the project file knows it: everything but its bulk data. */
export interface StoredTable {
	readonly id: number;
	readonly name: string;
	readonly mapping: z.infer<typeof tableMapping>;
	/** Path of the file it was read from. */
	readonly file: string;
	/** How it was read from there, besides the dialect; null in tables of older versions. */
	readonly origin: z.infer<typeof tableOrigin> | null;
	/** ISO 8601, UTC. */
	readonly importedAt: string;
	readonly rowsRead: number;
	readonly rowsLoaded: number;
	readonly rowsQuarantined: number;
	readonly dialect: z.infer<typeof dialect>;
	/** What the import had to report. */
	readonly problems: readonly z.infer<typeof problem>[];
	/** The mapping for which its events were last clustered; null when they never were. */
	readonly clusteredFor: z.infer<typeof tableMapping> | null;
	/** In file order. */
	readonly columns: readonly StoredColumn[];
}
