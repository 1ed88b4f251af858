import { z } from 'zod';
import { segmentation } from './segmentation.ts';

export const tableExportFormat = z.enum(['csv', 'csv-semicolon', 'xlsx', 'parquet', 'arrow', 'sqlite']);
export type TableExportFormat = z.infer<typeof tableExportFormat>;

export interface TableExportFacts {
	readonly id: TableExportFormat;
	readonly label: string;
	readonly description: string;
	/** Without the dot; the first is what a new file gets. */
	readonly extensions: readonly string[];
}

/** What a table can be written as, the usual first. */
export const tableExportFormats: readonly TableExportFacts[] = [
	{
		id: 'csv',
		label: 'CSV',
		description: 'Commas and decimal points, UTF-8. For databases and other programs.',
		extensions: ['csv'],
	},
	{
		id: 'csv-semicolon',
		label: 'CSV for German Excel',
		description:
			'Semicolons and decimal commas, marked as UTF-8. Opens by double click where Excel is set to German or French.',
		extensions: ['csv'],
	},
	{
		id: 'xlsx',
		label: 'Excel workbook',
		description: 'Numbers and dates as such. More rows than a sheet holds go to further sheets.',
		extensions: ['xlsx'],
	},
	{
		id: 'parquet',
		label: 'Parquet',
		description: 'Compressed columns with exact types. For data warehouses, DuckDB, Python and R.',
		extensions: ['parquet'],
	},
	{
		id: 'arrow',
		label: 'Arrow / Feather',
		description: 'Columns as they lie in memory. For Python and R.',
		extensions: ['arrow', 'feather'],
	},
	{ id: 'sqlite', label: 'SQLite', description: 'A database with one table.', extensions: ['sqlite', 'db'] },
];

export const tableExport = z.strictObject({
	/** `customers` is the customer frame with the segment of each customer; with `segmentId` only those of that segment. */
	source: z.discriminatedUnion('kind', [
		z.strictObject({ kind: z.literal('table'), tableId: z.int() }),
		z.strictObject({ kind: z.literal('customers'), segmentation, segmentId: z.string().nullable() }),
	]),
	format: tableExportFormat,
	path: z.string().min(1),
	/** A rule over the columns; null exports all rows. */
	where: z.string().max(20_000).nullable(),
	/** In this order; null exports all. */
	columns: z.array(z.string()).min(1).nullable(),
	/** Whether a file at the path may be replaced. */
	mayReplace: z.boolean(),
});
export type TableExport = z.infer<typeof tableExport>;

export const tableExportResult = z.strictObject({
	path: z.string(),
	rows: z.int(),
	sizeBytes: z.number(),
	/** Sentences on what the format could not hold as it was. */
	notes: z.array(z.string()),
});
export type TableExportResult = z.infer<typeof tableExportResult>;
