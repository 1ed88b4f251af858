import { MAX_SQL_LENGTH, sqlColumn, sqlHistoryEntry, sqlRefusal, sqlTable } from '#shared/model/sqlConsole.ts';
import { tableExportFormat, tableExportResult } from '#shared/model/tableExport.ts';
import { z } from 'zod';
import { arrowBytes, method, nothing } from './method.ts';

const text = z.string().max(MAX_SQL_LENGTH);

export const sqlMethods = {
	/** The tables and columns that a query can name. */
	'sql.schema': method({ kind: 'read', input: nothing, output: z.strictObject({ tables: z.array(sqlTable) }) }),
	/** Runs one read-only statement and returns its first rows. Changes nothing. */
	'sql.run': method({
		kind: 'read',
		input: z.strictObject({ text, limit: z.int().min(1).max(10_000) }),
		output: z.discriminatedUnion('kind', [
			sqlRefusal,
			z.strictObject({
				kind: z.literal('rows'),
				columns: z.array(sqlColumn),
				/** Columns are named c0, c1, … because the headers of a result need not be unique. */
				rows: arrowBytes,
				count: z.int(),
				hasMore: z.boolean(),
				durationMs: z.number(),
			}),
		]),
	}),
	/** Runs a statement and writes every row to a file, which appears complete or not at all. */
	'sql.export': method({
		kind: 'read',
		input: z.strictObject({
			text,
			format: tableExportFormat,
			path: z.string().min(1),
			mayReplace: z.boolean(),
		}),
		output: z.discriminatedUnion('kind', [sqlRefusal, tableExportResult.extend({ kind: z.literal('exported') })]),
	}),
	/** Adds a query to the history. Does nothing in a project that is open for reading only. */
	'sql.remember': method({ kind: 'write', input: sqlHistoryEntry.omit({ id: true }), output: nothing }),
	/** Newest first. */
	'sql.history': method({
		kind: 'read',
		input: z.strictObject({ limit: z.int().min(1).max(500) }),
		output: z.strictObject({ entries: z.array(sqlHistoryEntry) }),
	}),
} as const;
