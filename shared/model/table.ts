import { z } from 'zod';
import { columnType } from './columnType.ts';
import { tableMapping } from './tableMapping.ts';
import { tableRole } from './tableRole.ts';
import { tableSource } from './tableSource.ts';

export const columnSummary = z.strictObject({
	name: z.string(),
	type: columnType,
	nulls: z.int(),
	/** Distinct values where they were counted (dictionary columns), else null. */
	distinct: z.int().nullable(),
	min: z.union([z.string(), z.number(), z.null()]),
	max: z.union([z.string(), z.number(), z.null()]),
});
export type ColumnSummary = z.infer<typeof columnSummary>;

/** An imported table. Always rowsRead = rowsLoaded + rowsQuarantined. */
export const tableSummary = z.strictObject({
	id: z.int(),
	name: z.string(),
	role: tableRole,
	file: z.string(),
	/** How its rows were got out of the file; null for tables that were imported before this was kept. */
	source: tableSource.nullable(),
	importedAt: z.string(),
	rowsRead: z.int(),
	rowsLoaded: z.int(),
	rowsQuarantined: z.int(),
	/** Rows of this table whose customer is not in the customer base. Kept, and left out of every segment. */
	rowsUnmatched: z.int(),
	columns: z.array(columnSummary),
	mapping: tableMapping,
});
export type TableSummary = z.infer<typeof tableSummary>;

export const quarantinedRow = z.strictObject({ line: z.int(), reason: z.string(), text: z.string() });
export type QuarantinedRow = z.infer<typeof quarantinedRow>;
