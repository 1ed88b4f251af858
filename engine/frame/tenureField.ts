import type { DateColumn, NumberColumn, TimestampColumn } from '../columns/Column.ts';
import { bitAt } from './bitmap.ts';
import type { OrderCounts } from './countOrders.ts';
import { MS_PER_DAY } from './eventDays.ts';
import { numberColumn } from './frameColumns.ts';
import { sharedBytes, sharedInts } from './sharedArrays.ts';

/**
 * Days from sign-up to the as-of day; where there is no sign-up date on or before it, from the first order.
 * `orders` is null where orders have no dates.
 */
export function tenureField(
	signupDate: DateColumn | TimestampColumn | null,
	orders: OrderCounts | null,
	asOfDay: number,
	rows: number,
): NumberColumn {
	const tenure = sharedInts(rows);
	const missing = sharedBytes(rows);
	for (let row = 0; row < rows; row++) {
		const start = signupDay(signupDate, row, asOfDay) ?? (orders?.hasEvents[row] ? orders.first[row]! : null);
		if (start === null) {
			missing[row] = 1;
		} else {
			tenure[row] = asOfDay - start;
		}
	}
	return numberColumn('integer', tenure, missing);
}

function signupDay(column: DateColumn | TimestampColumn | null, row: number, asOfDay: number): number | null {
	if (column === null || (column.nulls !== null && bitAt(column.nulls, row))) {
		return null;
	}
	const day = column.kind === 'date' ? column.values[row]! : Math.floor(column.values[row]! / MS_PER_DAY);
	return day > asOfDay ? null : day;
}
