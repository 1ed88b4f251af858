import type { Column } from '../../columns/Column.ts';
import { hasBit } from '../../columns/bitmap.ts';
import { EVENT_BITS } from './eventCodes.ts';
import type { KeyGroups } from './groupKeys.ts';

const INSERTION_ROWS = 40;

interface EventRows {
	readonly rows: number;
	/** Event of each row, -1 for rows that are left out. */
	readonly codes: Int8Array;
	readonly customers: KeyGroups;
	readonly campaigns: KeyGroups;
	/** Message ids; rows without one fall under the rule for sends. */
	readonly ids: KeyGroups;
	readonly dates: Column | null;
}

/**
 * The message that each row belongs to, -1 for rows left out or without a customer, and the row that speaks for each message: its
 * send, or else its earliest event. Messages are numbered by customer, in order of first appearance.
 */
export function messageOrder({ rows, codes, customers, campaigns, ids, dates }: EventRows) {
	const messageOf = new Int32Array(rows).fill(-1);
	const first: number[] = [];
	const timeOf = times(dates);
	const byCustomer = sortedByCustomer(customers, codes);
	const order = (left: number, right: number) =>
		campaigns.of[left]! - campaigns.of[right]! ||
		ids.of[left]! - ids.of[right]! ||
		timeOf(left) - timeOf(right) ||
		codes[left]! - codes[right]! ||
		left - right;
	for (let customer = 0; customer < customers.count; customer++) {
		const own = byCustomer.rows.subarray(byCustomer.offsets[customer], byCustomer.offsets[customer + 1]);
		sortRows(own, order);
		let before = -1;
		let hasBegun = false;
		for (const row of own) {
			const isSameSubject = before >= 0 && campaigns.of[row] === campaigns.of[before] && ids.of[row] === ids.of[before];
			const begins = codes[row]! <= EVENT_BITS.withheld;
			if (!isSameSubject || (begins && hasBegun && ids.of[row] === -1)) {
				first.push(row);
				hasBegun = begins;
			} else if (begins && !hasBegun) {
				// The send came after its first event, as clocks of two systems have it; it still speaks for the message.
				first[first.length - 1] = row;
				hasBegun = true;
			}
			messageOf[row] = first.length - 1;
			before = row;
		}
	}
	return { messageOf, messages: first.length, first: Int32Array.from(first) };
}

/** In place. The sort of typed arrays copies them, which for many short runs costs more than the sorting. */
function sortRows(rows: Int32Array, order: (left: number, right: number) => number): void {
	if (rows.length > INSERTION_ROWS) {
		rows.sort(order);
		return;
	}
	for (let at = 1; at < rows.length; at++) {
		const row = rows[at]!;
		let before = at - 1;
		while (before >= 0 && order(rows[before]!, row) > 0) {
			rows[before + 1] = rows[before]!;
			before--;
		}
		rows[before + 1] = row;
	}
}

/** Rows that count, the rows of a customer together, in file order (counting sort). */
function sortedByCustomer({ of, count }: KeyGroups, codes: Int8Array) {
	const offsets = new Int32Array(count + 1);
	for (let row = 0; row < of.length; row++) {
		if (of[row]! >= 0 && codes[row]! >= 0) {
			offsets[of[row]! + 1]!++;
		}
	}
	for (let customer = 0; customer < count; customer++) {
		offsets[customer + 1]! += offsets[customer]!;
	}
	const next = offsets.slice();
	const rows = new Int32Array(offsets[count]!);
	for (let row = 0; row < of.length; row++) {
		if (of[row]! >= 0 && codes[row]! >= 0) {
			rows[next[of[row]!]!++] = row;
		}
	}
	return { rows, offsets };
}

/** When each row happened; rows without a date come last, in file order. */
function times(dates: Column | null): (row: number) => number {
	if (dates?.kind !== 'date' && dates?.kind !== 'timestamp') {
		return () => 0;
	}
	const { values, nulls } = dates;
	return (row) => (nulls !== null && hasBit(nulls, row) ? Number.MAX_SAFE_INTEGER : values[row]!);
}
