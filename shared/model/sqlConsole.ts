import { z } from 'zod';
import { columnType } from './columnType.ts';

/** A column as the SQL console names it: unique within its table whatever the case. */
export const sqlColumn = z.strictObject({ name: z.string(), type: columnType });
export type SqlColumn = z.infer<typeof sqlColumn>;

/** What can stand after FROM: an imported table, the customer frame, or the segment of every customer. */
export const sqlTable = z.strictObject({
	name: z.string(),
	kind: z.enum(['table', 'customers', 'segments']),
	rows: z.int(),
	columns: z.array(sqlColumn),
});
export type SqlTable = z.infer<typeof sqlTable>;

/** A place in the text of a query; line and column count from 1, offset and length are UTF-16 units from 0. */
export const sqlPosition = z.strictObject({ line: z.int(), column: z.int(), offset: z.int(), length: z.int() });
export type SqlPosition = z.infer<typeof sqlPosition>;

/** A query that the database refused, for a person to correct. */
export const sqlRefusal = z.strictObject({
	kind: z.literal('refused'),
	message: z.string(),
	/** Null where the whole query is meant. */
	position: sqlPosition.nullable(),
});
export type SqlRefusal = z.infer<typeof sqlRefusal>;

/** A query that somebody ran in this project. */
export const sqlHistoryEntry = z.strictObject({
	id: z.int(),
	/** ISO 8601, UTC. */
	at: z.string(),
	text: z.string(),
	durationMs: z.number(),
	/** Rows of the result; null where the query was refused. */
	rows: z.int().nullable(),
	/** Whether there were more rows than were shown. */
	hasMore: z.boolean(),
});
export type SqlHistoryEntry = z.infer<typeof sqlHistoryEntry>;

/** Longest text of a query. */
export const MAX_SQL_LENGTH = 100_000;
