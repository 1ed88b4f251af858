import { z } from 'zod';
import { tableRole } from './tableRole.ts';

/** Which column of a file plays which part. Correctable at any time after the import. */
export const tableMapping = z.strictObject({
	role: tableRole,
	/** Role field id to column header. Fields that are absent are not in the data. */
	fields: z.record(z.string(), z.string()),
	/**
	 * Columns offered as customer attributes. In `customers`, all other columns by default; in event tables none,
	 * or those that never change within a customer (the last row of a customer decides).
	 */
	attributes: z.array(z.string()),
	/** Which values of the arm column mean treatment and control; all others are left out of lift and counted. */
	arms: z.strictObject({ treatment: z.array(z.string()), control: z.array(z.string()) }).nullable(),
});
export type TableMapping = z.infer<typeof tableMapping>;
