import { z } from 'zod';

/** What became of the rows of a file on their way to the rows that its role counts; kept with the clustered events. */
export const shapeCounts = z.strictObject({
	rows: z.int(),
	/** Messages made of event rows, or lines made of the items of orders. */
	made: z.int(),
	kind: z.enum(['messages', 'lines', 'rows']),
	/** Event rows left out because of their value, the most frequent values first. */
	ignored: z.array(z.strictObject({ value: z.string(), rows: z.int() })),
	ignoredRows: z.int(),
	/** Rows without a customer that never got as far as clustering. */
	rowsWithoutKey: z.int(),
	/** For each amount of the whole order: further lines on which it was not counted again, and orders with different amounts. */
	perOrder: z.array(z.strictObject({ field: z.string(), lines: z.int(), conflicts: z.int() })),
	/** Lines that took their customer or date from the first line of their order. */
	filledLines: z.int(),
});
export type ShapeCounts = z.infer<typeof shapeCounts>;
