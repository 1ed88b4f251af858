import type { CustomerFrame } from '../frame/CustomerFrame.ts';
import { bitAt } from '../frame/bitmap.ts';

/** Days from anybody's first order to the as-of date; null when no order has a date. */
export function historyDays(frame: CustomerFrame): number | null {
	const first = frame.columns.get('first_order_date');
	if (first?.kind !== 'date' || !frame.derived.has('first_order_date')) {
		return null;
	}
	const { values, nulls } = first;
	let earliest = Infinity;
	for (let row = 0; row < values.length; row++) {
		if (values[row]! < earliest && (nulls === null || !bitAt(nulls, row))) {
			earliest = values[row]!;
		}
	}
	return earliest === Infinity ? null : frame.asOfDay - earliest;
}
