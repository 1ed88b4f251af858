import type { Column } from '../../columns/Column.ts';

/** Which customer each row of an event table belongs to. A group is a customer, or holds no rows. */
export interface CustomerRows {
	/** Group of each row, chunk by chunk, -1 without a key. In the memory of a SortMemory, one after the other. */
	readonly groupOf: readonly Int32Array[];
	readonly groups: number;
	/** Customer of each group; groups without rows have any. */
	readonly customerOf: Int32Array;
	readonly customers: number;
	/** The key of each customer as a column. */
	readonly keys: Column;
	/** Events of customer c lie at `offsets[c] .. offsets[c + 1]` once clustered. */
	readonly offsets: Int32Array;
}

/** Rows whose customers are the groups, numbered from 0 on. */
export function rowsByAppearance(groupOf: readonly Int32Array[], customers: number, keys: Column): CustomerRows {
	const offsets = new Int32Array(new SharedArrayBuffer((customers + 1) * 4));
	for (const part of groupOf) {
		for (let row = 0; row < part.length; row++) {
			const customer = part[row]!;
			if (customer >= 0) {
				offsets[customer + 1]!++;
			}
		}
	}
	const customerOf = new Int32Array(customers);
	for (let customer = 0; customer < customers; customer++) {
		offsets[customer + 1]! += offsets[customer]!;
		customerOf[customer] = customer;
	}
	return { groupOf, groups: customers, customerOf, customers, keys, offsets };
}
