import type { PlantedSegmentId } from './plantedEffects.ts';
import { AS_OF_DAY } from './sampleCalendar.ts';

/** What the rules of sampleSegmentation look at, for one customer. */
export interface SegmentFacts {
	/** As written to the file; null where the cell is empty. */
	readonly tier: string | null;
	/** Sign-up day as written, else the day of the first order; null without either. */
	readonly tenureStart: number | null;
	readonly orders: number;
	/** Hundredths. */
	readonly revenue: number;
	/** Null without an order. */
	readonly lastOrderDay: number | null;
}

/** The rules of sampleSegmentation in code: the first that is true; a comparison with a missing value is not true. */
export function plantedSegment(facts: SegmentFacts): PlantedSegmentId {
	const { tier, tenureStart, orders, revenue, lastOrderDay } = facts;
	const recency = lastOrderDay === null ? Number.NaN : AS_OF_DAY - lastOrderDay;
	if ((tier === 'gold' || tier === 'silver') && orders >= 5 && recency <= 90) {
		return 'champions';
	}
	if (tenureStart !== null && AS_OF_DAY - tenureStart <= 90) {
		return 'new';
	}
	if (orders >= 4 && recency <= 120) {
		return 'loyal';
	}
	if (revenue >= 40_000 && recency >= 121 && recency <= 365) {
		return 'slipping';
	}
	if (recency > 365) {
		return 'dormant';
	}
	if (recency <= 180) {
		return 'occasional';
	}
	return orders === 1 ? 'single' : 'remainder';
}
