import type { Column } from '../../columns/Column.ts';

/** Which customer each row of an event table belongs to. A group is a customer, or holds no rows. */
export interface CustomerRows {
	/** Group of each row, chunk by chunk, -1 without a key. On SharedArrayBuffers. */
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

/**
 * Turns each row's group into the row's place among the clustered events, in the same arrays; -1 stays. Nothing else of the rows but
 * their keys and offsets is of use afterwards.
 */
export function placesOf({ groupOf, groups, customerOf, offsets }: CustomerRows): readonly Int32Array[] {
	const next = customerOf;
	for (let group = 0; group < groups; group++) {
		next[group] = offsets[customerOf[group]!]!;
	}
	for (const part of groupOf) {
		takePlaces(part, next);
	}
	return groupOf;
}

function takePlaces(groupOf: Int32Array, next: Int32Array): void {
	for (let row = 0; row < groupOf.length; row++) {
		const group = groupOf[row]!;
		if (group >= 0) {
			groupOf[row] = next[group]!++;
		}
	}
}
