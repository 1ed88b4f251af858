import { z } from 'zod';
import { tableRole } from './tableRole.ts';

/** How sure a guess is, 0 to 1: above 0.8 it is hardly ever wrong, below 0.5 it wants a look. */
const sureness = z.number().min(0).max(1);

/** Why the preview thinks that a column plays a part. */
export const fieldGuess = z.strictObject({
	field: z.string(),
	column: z.string(),
	sureness,
	/** One short sentence, such as `The header is "Kundennr".` */
	reason: z.string(),
});
export type FieldGuess = z.infer<typeof fieldGuess>;

/** Something that only a person can decide; the preview has gone on with `assumed`. */
export const mappingQuestion = z.strictObject({
	kind: z.enum(['per-order', 'event-values', 'arm-values']),
	/** Role field id that it is about. */
	field: z.string(),
	message: z.string(),
});
export type MappingQuestion = z.infer<typeof mappingQuestion>;

/** How the preview came to its mapping. */
export const mappingGuess = z.strictObject({
	roles: z.array(z.strictObject({ role: tableRole, sureness, reasons: z.array(z.string()) })),
	fields: z.array(fieldGuess),
	/** The export that the headers belong to; null where they belong to none that is known. */
	shape: z.strictObject({ id: z.string(), name: z.string(), notes: z.array(z.string()) }).nullable(),
	/** The template that was applied. */
	template: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
	questions: z.array(mappingQuestion),
	/** Values seen in the columns whose values are mapped one by one, the most frequent first, by role field id. */
	values: z.record(z.string(), z.array(z.strictObject({ value: z.string(), count: z.int() }))),
});
export type MappingGuess = z.infer<typeof mappingGuess>;
