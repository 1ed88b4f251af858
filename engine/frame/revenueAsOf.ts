import { eventDays } from './eventDays.ts';
import type { EventTable } from './EventTable.ts';
import { sumByCustomer } from './sumByCustomer.ts';
import { valuesOf } from './valuesOf.ts';

/**
 * Revenue of each customer's orders on or before a day, in minor units: what the field `revenue` of a frame of that day holds, without
 * the frame. Null where orders have no revenue or no dates. `rows` are the customers of the base.
 */
export function revenueAsOf(
	orders: EventTable | null,
	asOfDay: number,
	rows: number,
): { readonly values: Float64Array; readonly scale: number } | null {
	const revenue = valuesOf(orders?.columns.get('revenue'));
	if (orders === null || revenue === null) {
		return null;
	}
	const { days, ...counts } = eventDays(orders, asOfDay);
	if (days === null) {
		return null;
	}
	const { sums } = sumByCustomer({ events: orders, asOfDay, rows, days, ...counts }, revenue.values, revenue.nulls);
	return { values: sums, scale: revenue.scale };
}
