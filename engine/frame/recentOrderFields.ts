import {
	ORDER_WINDOWS_MONTHS,
	recentMarginField,
	recentOrdersField,
	recentRevenueField,
} from '#shared/model/orderWindows.ts';
import { addMonths } from '#shared/rules/calendar.ts';
import type { Column, NumberColumn } from '../columns/Column.ts';
import type { EventWindow } from './EventWindow.ts';
import { countOrders } from './countOrders.ts';
import { eventDays, UNDATED, type EventDays } from './eventDays.ts';
import { numberColumn } from './frameColumns.ts';
import type { OrderMargin } from './orderMargin.ts';
import { sumByCustomer } from './sumByCustomer.ts';

/**
 * Orders, revenue and margin of the months before the as-of day, per window: those dated from the same day of the earlier month
 * (`asof - 12 months` in a rule) up to the as-of day. Otherwise they count as `order_count`, `revenue` and `margin` do: an order where
 * its first line does, and a sum is empty where orders of the window all lack what it adds up. Nothing without dates.
 *
 * Values are summed when they are first read: most segmentations use none of them, and each takes a pass over all orders.
 */
export function recentOrderFields(
	window: EventWindow,
	revenue: NumberColumn | null,
	margin: OrderMargin | null,
): ReadonlyMap<string, Column> {
	const { events, asOfDay, rows } = window;
	const found = new Map<string, Column>();
	if (window.days === null) {
		return found;
	}
	// Days are read again rather than kept for as long as the frame lives.
	const within = (months: number): EventWindow => {
		const from = addMonths(asOfDay, -months);
		return { events, asOfDay, rows, ...withoutEarlier(eventDays(events, asOfDay), from) };
	};
	for (const months of ORDER_WINDOWS_MONTHS) {
		const count = () => numberColumn('integer', countOrders(within(months)).orders, null);
		found.set(recentOrdersField(months), lazyColumn({ type: 'integer', scale: 0, isExact: true }, rows, false, count));
		if (revenue !== null) {
			const { type, scale, isExact, values, nulls } = revenue;
			const sum = () => {
				const { sums, missing } = sumByCustomer(within(months), values, nulls);
				return numberColumn(type, sums, missing, scale, isExact);
			};
			found.set(recentRevenueField(months), lazyColumn({ type, scale, isExact }, rows, nulls !== null, sum));
		}
		if (margin !== null) {
			const sum = () => margin.within(within(months)).column;
			found.set(recentMarginField(months), lazyColumn(margin.facts, rows, margin.hasGaps, sum));
		}
	}
	return found;
}

/** Events before a day count as little as those without a date. */
function withoutEarlier({ days, undated, later }: EventDays, from: number): EventDays {
	const kept = new Int32Array(days?.length ?? 0);
	let earlier = 0;
	for (let event = 0; event < kept.length; event++) {
		const day = days![event]!;
		kept[event] = day < from ? UNDATED : day;
		earlier += day < from ? 1 : 0;
	}
	return { days: kept, undated: undated + earlier, later };
}

/** A column whose values are worked out once, when they, or the gaps that it may have, are first asked for. */
function lazyColumn(
	facts: Pick<NumberColumn, 'type' | 'scale' | 'isExact'>,
	length: number,
	mayHaveNulls: boolean,
	compute: () => NumberColumn,
): NumberColumn {
	let column: NumberColumn | null = null;
	const computed = () => (column ??= compute());
	return {
		kind: 'number',
		...facts,
		length,
		get values() {
			return computed().values;
		},
		get nulls() {
			return mayHaveNulls ? computed().nulls : null;
		},
	};
}
