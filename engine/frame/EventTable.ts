import type { TableRole } from '#shared/model/tableRole.ts';
import type { Column } from '../columns/Column.ts';

/**
 * Events of one role, clustered by customer: the events of customer row c are `offsets[c] .. offsets[c + 1]`, in file
 * order within a customer. Columns are named by role field id (`date`, `revenue`, ...) and hold the clustered rows.
 */
export interface EventTable {
	readonly role: Exclude<TableRole, 'customers'>;
	readonly length: number;
	/** Length: customers of this table + 1. */
	readonly offsets: Int32Array;
	/** Row of the customer base for each customer of this table, -1 where the customer is not in the base. */
	readonly baseRows: Int32Array;
	readonly columns: ReadonlyMap<string, Column>;
	/**
	 * Orders only: 1 on the first row of each order of a customer, 0 on its further lines. Null when each row is one order.
	 */
	readonly firstLine: Uint8Array | null;
}
