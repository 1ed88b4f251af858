import { z } from 'zod';

const column = z.string();

/** A question about the rows of one table, as a finding of the data quality asks it. Dates are ISO text. */
export const rowFilter = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('missing'), column }),
	/** Numbers and dates, both ends left out: below `below` or above `above`. Null leaves an end open. */
	z.strictObject({
		kind: z.literal('outside'),
		column,
		below: z.union([z.number(), z.string()]).nullable(),
		above: z.union([z.number(), z.string()]).nullable(),
	}),
	z.strictObject({ kind: z.literal('equals'), column, values: z.array(z.union([z.number(), z.string()])).min(1) }),
	/** Text that stands for a test customer, or for no value. */
	z.strictObject({ kind: z.literal('suspicious'), column, what: z.enum(['test', 'placeholder']) }),
	/** Rows that repeat an earlier row in every column; the first of them is not among them. */
	z.strictObject({ kind: z.literal('repeated') }),
]);
export type RowFilter = z.infer<typeof rowFilter>;
