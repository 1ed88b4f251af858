import { z } from 'zod';
import { cell } from './columnType.ts';

/** Quarantined rows whose reasons are alike: the same kind of value missing in the same column. */
export const quarantineGroup = z.strictObject({
	/** Stable within one table. */
	id: z.int(),
	/** What is wrong, without the value of any one row. */
	reason: z.string(),
	/** Column of the value that could not be read; null where it is about the row as a whole. */
	column: z.string().nullable(),
	rows: z.int(),
	/** The values that could not be read, or the texts of the rows; a few. */
	examples: z.array(z.string()),
});
export type QuarantineGroup = z.infer<typeof quarantineGroup>;

/** What is done to the value of a column where it cannot be read as it stands. */
export const fixAction = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('replace'), find: z.string().min(1).max(1000), with: z.string().max(1000) }),
	z.strictObject({ kind: z.literal('decimal-comma') }),
	z.strictObject({ kind: z.literal('date-order'), order: z.enum(['ymd', 'dmy', 'mdy']) }),
	/** The row loads without a value there. */
	z.strictObject({ kind: z.literal('no-value') }),
	/** Reads the rows once more as they are: excluded ones go back into the table. */
	z.strictObject({ kind: z.literal('as-it-is') }),
	/** For rows with too few or too many values: missing ones are added as no value, empty ones at the end are taken off. */
	z.strictObject({ kind: z.literal('fit-columns') }),
]);
export type FixAction = z.infer<typeof fixAction>;

/** How quarantined rows are to be mended: texts typed anew, and rules for whole groups. */
export const quarantineFix = z.strictObject({
	edits: z.array(z.strictObject({ position: z.int().nonnegative(), text: z.string().max(20_000) })).max(10_000),
	rules: z.array(z.strictObject({ group: z.int().nonnegative(), action: fixAction })).max(100),
});
export type QuarantineFix = z.infer<typeof quarantineFix>;

export const quarantineEntry = z.strictObject({
	/** Place in the quarantine of the table. */
	position: z.int(),
	line: z.int(),
	reason: z.string(),
	text: z.string(),
});
export type QuarantineEntry = z.infer<typeof quarantineEntry>;

/** What would come of a fix. */
export const fixPreview = z.strictObject({
	/** Rows that the fix touches, and how many of them would load. */
	rows: z.int(),
	loads: z.int(),
	/** The first rows: with their values as they would load, or the reason why not. */
	samples: z.array(
		z.strictObject({
			position: z.int(),
			line: z.int(),
			cells: z.array(cell).nullable(),
			reason: z.string().nullable(),
		}),
	),
});
export type FixPreview = z.infer<typeof fixPreview>;
