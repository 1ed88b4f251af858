import { z } from 'zod';

/** Something a person should know or mend. Shown in the Problems panel, written to stderr by the command line. */
export const problem = z.strictObject({
	severity: z.enum(['error', 'warning', 'info']),
	/** Stable, e.g. `import.quarantined`, `rule.unknown-field`, `join.unknown-customers`. */
	code: z.string(),
	/** One plain sentence: what is wrong, where, what to do. */
	message: z.string(),
	/** What it belongs to, so that a click can open it. */
	source: z.discriminatedUnion('kind', [
		z.strictObject({ kind: z.literal('file'), path: z.string(), line: z.int().nullable(), column: z.int().nullable() }),
		z.strictObject({
			kind: z.literal('table'),
			tableId: z.int(),
			/** Header of the column that it is about; absent for the table as a whole. */
			column: z.string().optional(),
		}),
		z.strictObject({
			kind: z.literal('segment'),
			segmentId: z.string(),
			from: z.int(),
			to: z.int(),
			line: z.int(),
			column: z.int(),
			/** The other segment, where it is about two; it comes first in the list. */
			otherId: z.string().optional(),
		}),
		z.strictObject({
			kind: z.literal('custom-field'),
			name: z.string(),
			from: z.int(),
			to: z.int(),
			line: z.int(),
			column: z.int(),
		}),
		z.strictObject({ kind: z.literal('project') }),
	]),
});
export type Problem = z.infer<typeof problem>;
