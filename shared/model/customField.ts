import { z } from 'zod';

/** A field that a person defines by an expression over other fields, for use in rules: `margin_share` as `margin / revenue`. */
export const customField = z.strictObject({
	name: z.string().min(1).max(120),
	expression: z.string().max(20_000),
	description: z.string().max(4_000).optional(),
});
export type CustomField = z.infer<typeof customField>;
