import { z } from 'zod';
import { columnType } from './columnType.ts';

/** One column of the customer frame: an attribute from a table, or a field derived from events. */
export const frameField = z.strictObject({
	name: z.string(),
	type: columnType,
	/** `attribute` comes from a table as it stands; `derived` is computed as of the date. */
	origin: z.enum(['attribute', 'derived']),
	description: z.string(),
	unit: z.enum(['days', 'money', 'count']).nullable(),
	nulls: z.int(),
	/** Labels of a text field with few distinct values, most frequent first, for completion. */
	values: z.array(z.string()),
});
export type FrameField = z.infer<typeof frameField>;
