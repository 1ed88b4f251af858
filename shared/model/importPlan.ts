import { z } from 'zod';
import { cell, columnType } from './columnType.ts';
import { mappingGuess } from './mappingGuess.ts';
import { problem } from './problem.ts';
import { tableMapping } from './tableMapping.ts';
import { sourceChoices, tableSource } from './tableSource.ts';

export const dialect = z.strictObject({
	delimiter: z.string().length(1),
	/** null when the file quotes nothing. */
	quote: z.literal('"').nullable(),
	hasHeader: z.boolean(),
	encoding: z.enum(['utf-8', 'windows-1252']),
	hasByteOrderMark: z.boolean(),
	/** Lines before the header, or before the rows where there is no header, that are left out: titles, notes, `sep=`. Absent: none. */
	skipRows: z.int().min(0).max(10_000).optional(),
	/** Lines at the end that are left out, blank ones not counted: totals, notes. Absent: none. */
	skipLastRows: z.int().min(0).max(1000).optional(),
	/** Whether each row ends with a delimiter that no value follows. Absent: no. */
	hasTrailingDelimiter: z.boolean().optional(),
});
export type Dialect = z.infer<typeof dialect>;

/** How the texts of a column are to be read; what is absent is told from the sample. */
export const columnReading = z.strictObject({
	decimalMark: z.enum(['.', ',']).optional(),
	/** Between groups of three digits. A space stands for every kind of space, `'` for every apostrophe. */
	groupMark: z.enum(['', ',', '.', "'", ' ']).optional(),
	/** Currency sign or code, or %, that may stand before or after the numbers. */
	unit: z.string().max(8).optional(),
	/** Whether "12 %" is 0.12 or 12. */
	percentAs: z.enum(['share', 'points']).optional(),
	dateOrder: z.enum(['ymd', 'dmy', 'mdy']).optional(),
	/** What the numbers count where numbers stand for dates: days of Excel's calendars, or time since 1970 in UTC. */
	dateCount: z.enum(['excel-1900', 'excel-1904', 'seconds', 'milliseconds']).optional(),
	/** Of text: whether words for "no value" (`NA`, `-`) are texts like others, all but a bare `NULL`. */
	keepsWords: z.boolean().optional(),
});
export type ColumnReading = z.infer<typeof columnReading>;

export const columnPlan = z.strictObject({
	name: z.string().min(1),
	type: columnType,
	/** Absent where the usual reading does: decimal points, no groups, ISO dates. */
	reading: columnReading.optional(),
});
export type ColumnPlan = z.infer<typeof columnPlan>;

/**
 * What becomes of values that do not fit the type of their column. `automatic` (the default) quarantines their rows while they are at
 * most 1 % of the column, and reads the column as text beyond that; `widen` reads it as text from the first one on;
 * `quarantine` always keeps the type. A column whose part needs a type keeps it in all three. Where a wider number holds every
 * value (decimals among whole numbers), the column is widened in any case, since nothing is lost.
 */
export const misfitPolicy = z.enum(['automatic', 'widen', 'quarantine']);
export type MisfitPolicy = z.infer<typeof misfitPolicy>;

/** Everything the reader has to know before it starts; made by the preview, corrected by the user. */
export const importPlan = z.strictObject({
	path: z.string().min(1),
	tableName: z.string().min(1),
	source: tableSource,
	dialect,
	columns: z.array(columnPlan).min(1),
	mapping: tableMapping,
	misfits: misfitPolicy.optional(),
});
export type ImportPlan = z.infer<typeof importPlan>;

/** What of a plan is kept with its table besides the dialect, so that a newer export is read as this one was. */
export const tableOrigin = z.strictObject({
	source: tableSource,
	/** By the header of the column; columns that are not there were read in the usual way. */
	readings: z.record(z.string(), columnReading),
	misfits: misfitPolicy.optional(),
});
export type TableOrigin = z.infer<typeof tableOrigin>;

export function originOf({
	source,
	columns,
	misfits,
}: Pick<ImportPlan, 'source' | 'columns' | 'misfits'>): TableOrigin {
	const readings = Object.fromEntries(columns.flatMap(({ name, reading }) => (reading ? [[name, reading]] : [])));
	return { source, readings, ...(misfits ? { misfits } : {}) };
}

/** Something that was told from the content of a file, and why. */
export const dialectFinding = z.strictObject({
	aspect: z.enum(['delimiter', 'encoding', 'header', 'skipRows', 'skipLastRows', 'hasTrailingDelimiter', 'quote']),
	/** 0 (a guess) to 1 (certain). */
	confidence: z.number().min(0).max(1),
	reason: z.string(),
});
export type DialectFinding = z.infer<typeof dialectFinding>;

export const columnFinding = z.strictObject({
	name: z.string(),
	/** Share of the sampled values that fit, lower where the content allows another reading. */
	confidence: z.number().min(0).max(1),
	/** What the user should settle, one sentence; null where nothing is open. */
	question: z.string().nullable(),
	reasons: z.array(z.string()),
	/** Readings to choose from, where the content allows more than one. */
	choices: z.array(z.strictObject({ label: z.string(), type: columnType, reading: columnReading })),
});
export type ColumnFinding = z.infer<typeof columnFinding>;

export const importPreview = z.strictObject({
	plan: importPlan,
	sizeBytes: z.number(),
	/** First rows as they would load: cells typed, unreadable ones null. */
	rows: z.array(z.array(cell)),
	/** The same rows as they stand in the file. */
	rawRows: z.array(z.array(z.string())),
	problems: z.array(problem),
	/** Why the mapping is as it is. */
	guess: mappingGuess,
	choices: sourceChoices,
	dialectFindings: z.array(dialectFinding),
	/** In the order of the plan's columns. */
	columnFindings: z.array(columnFinding),
	/** Lines that are left out before the header and at the end, as they stand in the file. */
	skippedLines: z.strictObject({ first: z.array(z.string()), last: z.array(z.string()) }),
});
export type ImportPreview = z.infer<typeof importPreview>;

/** What the user changed in the preview; anything absent is guessed again. */
export const importOverrides = z.strictObject({
	tableName: z.string().min(1).optional(),
	source: tableSource.partial().optional(),
	dialect: dialect.partial().optional(),
	types: z.record(z.string(), columnType).optional(),
	readings: z.record(z.string(), columnReading).optional(),
	misfits: misfitPolicy.optional(),
	role: tableMapping.shape.role.optional(),
	mapping: tableMapping.optional(),
	/** Id of the mapping template to apply, null for none; absent: the newest one for the same headers. */
	template: z.string().nullable().optional(),
});
export type ImportOverrides = z.infer<typeof importOverrides>;
