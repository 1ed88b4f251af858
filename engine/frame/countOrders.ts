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
	const { events, days, asOfDay, rows } = window;
	const { offsets, baseRows, firstLine } = events;
	const counts: OrderCounts = {
		orders: sharedInts(rows),
		first: sharedInts(rows),
		last: sharedInts(rows),
		hasEvents: sharedBytes(rows),
	};
	for (let customer = 0; customer < baseRows.length; customer++) {
		const row = baseRows[customer]!;
		const from = offsets[customer]!;
		const to = offsets[customer + 1]!;
		if (row < 0 || from === to) {
			continue;
		}
		let lines = 0;
		let orders = 0;
		let first = UNDATED;
		let last = -UNDATED;
		if (days !== null) {
			for (let event = from; event < to; event++) {
				const day = days[event]!;
				if (day <= asOfDay) {
					lines++;
					first = day < first ? day : first;
					last = day > last ? day : last;
				}
			}
		} else {
			lines = to - from;
		}
		if (firstLine === null) {
			orders = lines;
		} else {
			for (let event = from; event < to; event++) {
				orders += days === null || days[event]! <= asOfDay ? firstLine[event]! : 0;
			}
		}
		if (lines > 0) {
			counts.orders[row] = orders;
			counts.first[row] = first;
			counts.last[row] = last;
			counts.hasEvents[row] = 1;
		}
	}
	return counts;
}
