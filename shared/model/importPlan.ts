import { z } from 'zod';
import { cell, columnType } from './columnType.ts';
import { problem } from './problem.ts';
import { tableMapping } from './tableMapping.ts';

export const dialect = z.strictObject({
	delimiter: z.string().length(1),
	/** null when the file quotes nothing. */
	quote: z.literal('"').nullable(),
	hasHeader: z.boolean(),
	encoding: z.enum(['utf-8', 'windows-1252']),
	hasByteOrderMark: z.boolean(),
});
export type Dialect = z.infer<typeof dialect>;

export const columnPlan = z.strictObject({ name: z.string().min(1), type: columnType });
export type ColumnPlan = z.infer<typeof columnPlan>;

/** Everything the reader has to know before it starts; made by the preview, corrected by the user. */
export const importPlan = z.strictObject({
	path: z.string().min(1),
	tableName: z.string().min(1),
	dialect,
	columns: z.array(columnPlan).min(1),
	mapping: tableMapping,
});
export type ImportPlan = z.infer<typeof importPlan>;

export const importPreview = z.strictObject({
	plan: importPlan,
	sizeBytes: z.number(),
	/** First rows as they would load: cells typed, unreadable ones null. */
	rows: z.array(z.array(cell)),
	/** The same rows as they stand in the file. */
	rawRows: z.array(z.array(z.string())),
	problems: z.array(problem),
});
export type ImportPreview = z.infer<typeof importPreview>;

/** What the user changed in the preview; anything absent is guessed again. */
export const importOverrides = z.strictObject({
	tableName: z.string().min(1).optional(),
	dialect: dialect.partial().optional(),
	types: z.record(z.string(), columnType).optional(),
	role: tableMapping.shape.role.optional(),
	mapping: tableMapping.optional(),
});
export type ImportOverrides = z.infer<typeof importOverrides>;
