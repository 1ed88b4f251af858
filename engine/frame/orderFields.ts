import type { Column } from '../columns/Column.ts';
import type { EventWindow } from './EventWindow.ts';
import { union } from './bitmap.ts';
import { countOrders } from './countOrders.ts';
import type { OrderCounts } from './countOrders.ts';
import { booleanColumn, dateColumn, numberColumn } from './frameColumns.ts';
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
	for (const [name, column] of recentOrderFields(window, revenue)) {
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

	const cost = valuesOf(events.columns.get('cost'));
	if (cost === null) {
		return { columns, counts, valueless, rowsWithoutRevenue: revenueSums.eventsWithoutValue, rowsWithoutMargin: 0 };
	}
	const unknown = union(revenue.nulls, cost.nulls);
	const revenueKnown = unknown === revenue.nulls ? revenueSums : sumByCustomer(window, revenue.values, unknown);
	const costKnown = sumByCustomer(window, cost.values, unknown);
	if (costKnown.eventsWithValue === 0) {
		valueless.push('margin');
	}
	const scale = Math.max(revenue.scale, cost.scale);
	const margin = sharedFloats(rows);
	const revenueFactor = 10 ** (scale - revenue.scale);
	const costFactor = 10 ** (scale - cost.scale);
	for (let row = 0; row < rows; row++) {
		margin[row] = revenueKnown.sums[row]! * revenueFactor - costKnown.sums[row]! * costFactor;
	}
	const isExact = revenue.isExact && cost.isExact;
	const type = revenue.type === 'integer' && cost.type === 'integer' ? 'integer' : 'decimal';
	columns.set('margin', numberColumn(type, margin, costKnown.missing, scale, isExact));
	return {
		columns,
		counts,
		valueless,
		rowsWithoutRevenue: revenueSums.eventsWithoutValue,
		rowsWithoutMargin: costKnown.eventsWithoutValue,
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
