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

/** Rows of customers whose groups are known. */
export function rowsOfGroups(groupOf: readonly Int32Array[], customerOf: Int32Array, keys: Column): CustomerRows {
	// Zero already, but a page that is read before it is written to is given to the process twice.
	const counts = new Int32Array(customerOf.length).fill(0);
	for (const part of groupOf) {
		countRows(part, counts);
	}
	const customers = keys.length;
	const offsets = new Int32Array(new SharedArrayBuffer((customers + 1) * 4));
	for (let group = 0; group < counts.length; group++) {
		offsets[customerOf[group]! + 1]! += counts[group]!;
	}
	for (let customer = 0; customer < customers; customer++) {
		offsets[customer + 1]! += offsets[customer]!;
	}
	return { groupOf, groups: customerOf.length, customerOf, customers, keys, offsets };
}

/** The same where the groups are the customers. */
export function rowsByAppearance(groupOf: readonly Int32Array[], keys: Column): CustomerRows {
	return rowsOfGroups(
		groupOf,
		Int32Array.from({ length: keys.length }, (_, customer) => customer),
		keys,
	);
}

function countRows(groupOf: Int32Array, counts: Int32Array): void {
	for (let row = 0; row < groupOf.length; row++) {
		const group = groupOf[row]!;
		if (group >= 0) {
			counts[group]!++;
		}
	}
}
