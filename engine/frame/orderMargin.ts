import type { NumberColumn } from '../columns/Column.ts';
import { union } from './bitmap.ts';
import type { EventWindow } from './EventWindow.ts';
import { numberColumn } from './frameColumns.ts';
import { sharedFloats } from './sharedArrays.ts';
import { sumByCustomer } from './sumByCustomer.ts';
import type { CustomerSums } from './sumByCustomer.ts';

/** Revenue less cost of goods per customer, over the events that say both. */
export interface OrderMargin {
	readonly facts: Pick<NumberColumn, 'type' | 'scale' | 'isExact'>;
	/** Whether there are events that lack one of the two. */
	readonly hasGaps: boolean;
	/** `revenueSums` are those of all events with a revenue, where they are known already. */
	readonly within: (window: EventWindow, revenueSums?: CustomerSums) => MarginSums;
}

interface MarginSums {
	readonly column: NumberColumn;
	/** Events that count and say both revenue and cost, and those that lack one. */
	readonly eventsWithValue: number;
	readonly eventsWithoutValue: number;
}

export function orderMargin(revenue: NumberColumn, cost: NumberColumn): OrderMargin {
	const unknown = union(revenue.nulls, cost.nulls);
	const type = revenue.type === 'integer' && cost.type === 'integer' ? 'integer' : 'decimal';
	const scale = Math.max(revenue.scale, cost.scale);
	const isExact = revenue.isExact && cost.isExact;
	const revenueFactor = 10 ** (scale - revenue.scale);
	const costFactor = 10 ** (scale - cost.scale);
	return {
		facts: { type, scale, isExact },
		hasGaps: unknown !== null,
		within(window, revenueSums) {
			const known = unknown === revenue.nulls ? revenueSums : undefined;
			const revenues = known ?? sumByCustomer(window, revenue.values, unknown);
			const costs = sumByCustomer(window, cost.values, unknown);
			const margin = sharedFloats(window.rows);
			for (let row = 0; row < window.rows; row++) {
				margin[row] = revenues.sums[row]! * revenueFactor - costs.sums[row]! * costFactor;
			}
			const { missing, eventsWithValue, eventsWithoutValue } = costs;
			return { column: numberColumn(type, margin, missing, scale, isExact), eventsWithValue, eventsWithoutValue };
		},
	};
}
