import { z } from 'zod';
import { cell, columnType } from './columnType.ts';
import { rowFilter } from './rowFilter.ts';

/** Something in the data that a person should look at, with the rows it is about. */
export const qualityFinding = z.strictObject({
	/** Stable, e.g. `quality.outliers`. */
	code: z.string(),
	severity: z.enum(['warning', 'info']),
	/** Null for the table as a whole. */
	column: z.string().nullable(),
	rows: z.int(),
	/** One plain sentence with the counts and the rule that was used. */
	message: z.string(),
	/** A few of the values it is about. */
	examples: z.array(cell),
	/** Which rows those are; null where it is about the column as a whole. */
	filter: rowFilter.nullable(),
});
export type QualityFinding = z.infer<typeof qualityFinding>;

export const columnQuality = z.strictObject({
	name: z.string(),
	type: columnType,
	/** Label of the role field that the column is mapped to, null for none. */
	part: z.string().nullable(),
	nulls: z.int(),
	distinct: z.int(),
	/** False where the number of distinct values is an estimate with a standard error of 0.8 %. */
	isDistinctExact: z.boolean(),
	min: cell,
	/** Interpolated between the two middle values; of text the median length in characters is not given. */
	median: cell,
	max: cell,
	/** Most frequent first. */
	top: z.array(z.strictObject({ value: cell, rows: z.int() })),
	/** Counts in equal steps from low to high: of values, or of lengths in bytes for text. Null without values. */
	histogram: z
		.strictObject({
			of: z.enum(['values', 'lengths']),
			low: z.union([z.number(), z.string()]),
			high: z.union([z.number(), z.string()]),
			counts: z.array(z.int()),
		})
		.nullable(),
	/** False where median, top values and fences come from a part of the rows, because there are very many. */
	isComplete: z.boolean(),
});
export type ColumnQuality = z.infer<typeof columnQuality>;

/** What can be said of the data of one table, whatever it is used for (M74 asks the same per segment). */
export const tableQuality = z.strictObject({
	/** Grows with every change of what is computed, so that older answers kept in a file are computed again. */
	version: z.int(),
	tableId: z.int(),
	rows: z.int(),
	/** Rows that repeat an earlier row in every column. */
	repeatedRows: z.int(),
	/** Share of all cells that hold a value. */
	completeness: z.number().nullable(),
	columns: z.array(columnQuality),
	findings: z.array(qualityFinding),
	durationMs: z.number(),
});
export type TableQuality = z.infer<typeof tableQuality>;

/** How the customers of the base are seen across the tables: one identity in several channels (F46). */
export const identityReport = z.strictObject({
	customers: z.int(),
	tables: z.array(
		z.strictObject({
			tableId: z.int(),
			name: z.string(),
			/** Distinct customers in the table, and how many of them the base knows. */
			customers: z.int(),
			matched: z.int(),
		}),
	),
	/** Customers of the base by the set of tables that they occur in, largest first. */
	combinations: z.array(z.strictObject({ tableIds: z.array(z.int()), customers: z.int() })),
});
export type IdentityReport = z.infer<typeof identityReport>;
