import type { Bitmap } from '../columns/Column.ts';
import type { EventWindow } from './EventWindow.ts';
import { sharedBytes, sharedFloats } from './sharedArrays.ts';

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
	const { events, days, asOfDay, rows } = window;
	const { offsets, baseRows } = events;
	const sums = sharedFloats(rows);
	const missing = sharedBytes(rows);
	let eventsWithValue = 0;
	let eventsWithoutValue = 0;
	const isPlain = window.undated + window.later === 0 && nulls === null;
	for (let customer = 0; customer < baseRows.length; customer++) {
		const row = baseRows[customer]!;
		if (row < 0) {
			continue;
		}
		const from = offsets[customer]!;
		const to = offsets[customer + 1]!;
		if (isPlain) {
			let sum = 0;
			for (let event = from; event < to; event++) {
				sum += values[event]!;
			}
			sums[row] = sum;
			eventsWithValue += to - from;
			continue;
		}
		let known = 0;
		let counted = 0;
		for (let event = from; event < to; event++) {
			if (days !== null && days[event]! > asOfDay) {
				continue;
			}
			counted++;
			if (nulls === null || ((nulls[event >>> 5]! >>> (event & 31)) & 1) === 0) {
				sums[row]! += values[event]!;
				known++;
			}
		}
		missing[row] = known === 0 && counted > 0 ? 1 : 0;
		eventsWithValue += known;
		eventsWithoutValue += counted - known;
	}
	return { sums, missing, eventsWithValue, eventsWithoutValue };
}
