import { z } from 'zod';
import { cell, columnType } from './columnType.ts';
import { problem } from './problem.ts';

const columnDiff = z.strictObject({
	name: z.string(),
	/** Null where the export does not have the column. */
	before: columnType.nullable(),
	after: columnType.nullable(),
	/** Rows that are found once in both and differ here; null where there is nothing to compare. */
	changed: z.int().nullable(),
	examples: z.array(z.strictObject({ key: z.string(), before: cell, after: cell })),
});
export type ColumnDiff = z.infer<typeof columnDiff>;

/** A newer export beside the table that it belongs to, before anything is changed. */
export const tableDiff = z.strictObject({
	/** Names the comparison when it is applied. */
	token: z.string(),
	tableId: z.int(),
	file: z.string(),
	/** Columns by whose values rows are the same. */
	keys: z.array(z.string()),
	/** Whether each key names one row, in the table and in the export. Else all rows of a key are compared together. */
	isUnique: z.boolean(),
	rowsBefore: z.int(),
	rowsAfter: z.int(),
	/** Rows of the export that cannot be loaded. */
	rowsQuarantined: z.int(),
	/** By key: only in the export, only in the table, in both but not equal, in both and equal. */
	added: z.int(),
	removed: z.int(),
	changed: z.int(),
	same: z.int(),
	/** Rows of the keys that are only in the export, or only in the table. */
	rowsAdded: z.int(),
	rowsRemoved: z.int(),
	examplesAdded: z.array(z.string()),
	examplesRemoved: z.array(z.string()),
	columns: z.array(columnDiff),
	problems: z.array(problem),
});
export type TableDiff = z.infer<typeof tableDiff>;

/** What becomes of the table: replaced as a whole, or added to, with rows of known keys replaced or kept as they are. */
export const reimportMode = z.enum(['replace', 'add-and-update', 'add-new']);
export type ReimportMode = z.infer<typeof reimportMode>;
