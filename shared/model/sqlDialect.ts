import { z } from 'zod';

/** The databases in whose SQL a segmentation can be written. */
export const sqlDialectId = z.enum(['postgresql', 'clickhouse', 'duckdb', 'sqlite', 'snowflake', 'bigquery']);
export type SqlDialectId = z.infer<typeof sqlDialectId>;

/** A column that a statement expects of the table of customers. */
export const sqlFrameColumn = z.strictObject({
	name: z.string(),
	type: z.enum(['text', 'integer', 'decimal', 'date', 'timestamp', 'boolean']),
	/** Decimal places of exact decimals, 0 otherwise. */
	scale: z.int().nonnegative(),
	/** False for decimals that are plain doubles. */
	isExact: z.boolean(),
});
export type SqlFrameColumn = z.infer<typeof sqlFrameColumn>;

export const segmentationSql = z.strictObject({
	/** One SELECT: the key of each customer and the id of the segment. Ends in a line feed. */
	select: z.string(),
	/** A CREATE TABLE for the table that it reads. */
	createTable: z.string(),
	/** Sentences on what the dialect does differently. */
	notes: z.array(z.string()),
});
export type SegmentationSql = z.infer<typeof segmentationSql>;
