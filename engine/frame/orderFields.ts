import type { Column } from '../columns/Column.ts';
import type { EventWindow } from './EventWindow.ts';
import { countOrders } from './countOrders.ts';
import type { OrderCounts } from './countOrders.ts';
import { booleanColumn, dateColumn, numberColumn } from './frameColumns.ts';
import { orderMargin } from './orderMargin.ts';
import { recentOrderFields } from './recentOrderFields.ts';
import { sharedBytes, sharedFloats, sharedInts } from './sharedArrays.ts';
import { sumByCustomer } from './sumByCustomer.ts';
import type { CustomerSums } from './sumByCustomer.ts';
import { valuesOf } from './valuesOf.ts';

export interface OrderFields {
	readonly columns: ReadonlyMap<string, Column>;
	readonly counts: OrderCounts;
	/** Fields behind which no order row holds a value. */
	readonly valueless: readonly string[];
	readonly rowsWithoutRevenue: number;
	/** Order rows with revenue but no cost, or the other way round. */
	readonly rowsWithoutMargin: number;
}

/** Recency, frequency and money per customer, from the orders that count. */
export function orderFields(window: EventWindow): OrderFields {
	const { events, days, asOfDay, rows } = window;
	const counts = countOrders(window);
	const columns = new Map<string, Column>();
	const valueless = counts.hasEvents.includes(1) ? [] : ['order_count'];
	if (days !== null) {
		const without = counts.hasEvents.map((has) => 1 - has);
		const recency = sharedInts(rows);
		for (let row = 0; row < rows; row++) {
			recency[row] = asOfDay - counts.last[row]!;
		}
		columns.set('recency_days', numberColumn('integer', recency, without));
		columns.set('first_order_date', dateColumn(counts.first, without));
		columns.set('last_order_date', dateColumn(counts.last, without));
	}
	columns.set('order_count', numberColumn('integer', counts.orders, null));
	const isRepeat = sharedBytes(rows);
	for (let row = 0; row < rows; row++) {
		isRepeat[row] = counts.orders[row]! > 1 ? 1 : 0;
	}
	columns.set('is_repeat', booleanColumn(isRepeat));

	const revenue = valuesOf(events.columns.get('revenue'));
	const cost = valuesOf(events.columns.get('cost'));
	const margin = revenue && cost && orderMargin(revenue, cost);
	for (const [name, column] of recentOrderFields(window, revenue, margin)) {
		columns.set(name, column);
	}
	if (revenue === null) {
		return { columns, counts, valueless, rowsWithoutRevenue: 0, rowsWithoutMargin: 0 };
	}
	const revenueSums = sumByCustomer(window, revenue.values, revenue.nulls);
	if (revenueSums.eventsWithValue === 0) {
		valueless.push('revenue');
	}
	const unitsPerOne = 10 ** revenue.scale;
	columns.set(
		'revenue',
		numberColumn(revenue.type, revenueSums.sums, revenueSums.missing, revenue.scale, revenue.isExact),
	);
	columns.set('average_order_value', averageOrderValue(revenueSums, counts, unitsPerOne));

	if (margin === null) {
		return { columns, counts, valueless, rowsWithoutRevenue: revenueSums.eventsWithoutValue, rowsWithoutMargin: 0 };
	}
	const marginSums = margin.within(window, revenueSums);
	if (marginSums.eventsWithValue === 0) {
		valueless.push('margin');
	}
	columns.set('margin', marginSums.column);
	return {
		columns,
		counts,
		valueless,
		rowsWithoutRevenue: revenueSums.eventsWithoutValue,
		rowsWithoutMargin: marginSums.eventsWithoutValue,
	};
}

function averageOrderValue(revenue: CustomerSums, counts: OrderCounts, unitsPerOne: number): Column {
	const rows = counts.orders.length;
	const average = sharedFloats(rows);
	const missing = sharedBytes(rows);
	for (let row = 0; row < rows; row++) {
		const orders = counts.orders[row]!;
		if (orders === 0 || revenue.missing[row] !== 0) {
			missing[row] = 1;
		} else {
			average[row] = revenue.sums[row]! / unitsPerOne / orders;
		}
	}
	return numberColumn('decimal', average, missing, 0, false);
}
