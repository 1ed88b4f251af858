import type { Bitmap } from '../columns/Column.ts';
import type { EventWindow } from './EventWindow.ts';
import { sharedBytes, sharedFloats, sharedInts } from './sharedArrays.ts';

export interface CustomerSums {
	readonly sums: Float64Array<SharedArrayBuffer>;
	/** 1 where the customer has events that count, but none with a value. */
	readonly missing: Uint8Array<SharedArrayBuffer>;
	/** Events that count and have a value, and those that have none. */
	readonly eventsWithValue: number;
	readonly eventsWithoutValue: number;
}

/** Sequential over events, which lie together by customer. Sums of whole numbers are exact below 2^53. */
export function sumByCustomer(
	window: EventWindow,
	values: Int32Array | Float64Array | Uint8Array,
	nulls: Bitmap | null,
): CustomerSums {
	const { events, asOfDay, rows } = window;
	const { offsets, baseRows } = events;
	const days = window.days ?? sharedInts(0);
	const isDated = window.days !== null;
	const sums = sharedFloats(rows);
	const missing = sharedBytes(rows);
	let eventsWithValue = 0;
	let eventsWithoutValue = 0;
	for (let customer = 0, event = 0; customer < baseRows.length; customer++) {
		const end = offsets[customer + 1]!;
		const row = baseRows[customer]!;
		let sum = 0;
		let known = 0;
		let unknown = 0;
		for (; event < end; event++) {
			if (isDated && days[event]! > asOfDay) {
				continue;
			}
			if (nulls !== null && ((nulls[event >>> 5]! >>> (event & 31)) & 1) === 1) {
				unknown++;
			} else {
				sum += values[event]!;
				known++;
			}
		}
		if (row >= 0) {
			sums[row] = sum;
			missing[row] = known === 0 && unknown > 0 ? 1 : 0;
			eventsWithValue += known;
			eventsWithoutValue += unknown;
		}
	}
	return { sums, missing, eventsWithValue, eventsWithoutValue };
}
