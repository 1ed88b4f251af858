import type { EventWindow } from './EventWindow.ts';
import { UNDATED } from './eventDays.ts';
import { sharedBytes, sharedInts } from './sharedArrays.ts';

export interface OrderCounts {
	readonly orders: Int32Array<SharedArrayBuffer>;
	/** First and last day; meaningless where `hasEvents` is 0 or the table has no dates. */
	readonly first: Int32Array<SharedArrayBuffer>;
	readonly last: Int32Array<SharedArrayBuffer>;
	readonly hasEvents: Uint8Array<SharedArrayBuffer>;
}

/** Distinct orders and the range of their days. An order counts where its first line in the file counts. */
export function countOrders(window: EventWindow): OrderCounts {
	const { events, asOfDay, rows } = window;
	const { offsets, baseRows, firstLine } = events;
	const days = window.days ?? sharedInts(0);
	const isDated = window.days !== null;
	const counts: OrderCounts = {
		orders: sharedInts(rows),
		first: sharedInts(rows),
		last: sharedInts(rows),
		hasEvents: sharedBytes(rows),
	};
	for (let customer = 0, event = 0; customer < baseRows.length; customer++) {
		const end = offsets[customer + 1]!;
		const row = baseRows[customer]!;
		let orders = 0;
		let lines = 0;
		let first = UNDATED;
		let last = -UNDATED;
		for (; event < end; event++) {
			if (isDated) {
				const day = days[event]!;
				if (day > asOfDay) {
					continue;
				}
				first = day < first ? day : first;
				last = day > last ? day : last;
			}
			lines++;
			orders += firstLine === null ? 1 : firstLine[event]!;
		}
		if (row >= 0 && lines > 0) {
			counts.orders[row] = orders;
			counts.first[row] = first;
			counts.last[row] = last;
			counts.hasEvents[row] = 1;
		}
	}
	return counts;
}
