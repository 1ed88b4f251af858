import type { Measure } from './Measure.ts';
import { buyers } from './measures/buyers.ts';
import { campaignRevenue } from './measures/campaignRevenue.ts';
import { clicks } from './measures/clicks.ts';
import { conversions } from './measures/conversions.ts';
import { convertedCustomers } from './measures/convertedCustomers.ts';
import { margin } from './measures/margin.ts';
import { opens } from './measures/opens.ts';
import { orders } from './measures/orders.ts';
import { reachable } from './measures/reachable.ts';
import { recipientRows } from './measures/recipientRows.ts';
import { repeatBuyers } from './measures/repeatBuyers.ts';
import { revenue } from './measures/revenue.ts';
import { sends } from './measures/sends.ts';

/** Every measure: one file and one line each. */
export const measureList: readonly Measure[] = measuresOf([
	revenue,
	orders,
	margin,
	buyers,
	repeatBuyers,
	reachable,
	sends,
	opens,
	clicks,
	conversions,
	recipientRows,
	convertedCustomers,
	campaignRevenue,
]);

/** Throws when two measures share an id. */
export function measuresOf(entries: readonly Measure[]): readonly Measure[] {
	const ids = new Set(entries.map((entry) => entry.id));
	if (ids.size !== entries.length) {
		throw new Error('Two measures share an id');
	}
	return entries;
}

export function findMeasure(id: string): Measure {
	const measure = measureList.find((entry) => entry.id === id);
	if (!measure) {
		throw new Error(`There is no measure ${id}`);
	}
	return measure;
}
