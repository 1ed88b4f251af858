import { columnType } from '#shared/model/columnType.ts';
import { z } from 'zod';

/** What decoding needs besides the chunks; kept with the table in the project file as JSON. */
export const columnStorage = z.strictObject({
	type: columnType,
	kind: z.enum(['number', 'date', 'timestamp', 'boolean', 'category', 'text']),
	/** Decimal places held in the stored integers; 0 except for decimals. See NumberColumn. */
	scale: z.int().min(0).max(6),
	isExact: z.boolean(),
	/** Whether a number column has values beyond int32, so that it decodes to doubles. */
	isWide: z.boolean(),
	/** Smallest and largest value as stored, null for text and where every row is null. */
	min: z.number().nullable(),
	max: z.number().nullable(),
	/** Whether chunks may hold codes into the dictionary that was written for the column. */
	hasDictionary: z.boolean(),
});
export type ColumnStorage = z.infer<typeof columnStorage>;
