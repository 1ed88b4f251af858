import type { Bounds } from '#shared/model/numberRecord.ts';
import type { GroupSize } from '../stats/sufficiency.ts';
import type { Estimate } from '../stats/Estimate.ts';
import type { SufficientStatistics } from '../stats/SufficientStatistics.ts';

/** What one group of customers says by itself. */
export interface Summary {
	/** Null where the denominator is 0. */
	readonly value: number | null;
	readonly numerator: number;
	readonly denominator: number;
	/** Independent units. */
	readonly n: number;
	readonly size: GroupSize;
}

/** One group against another, of the same metric. Intervals are made on demand, at the level that the correction asks for. */
export interface Contrast {
	/** Two-sided; null where there is no test. */
	readonly p: number | null;
	readonly test: string | null;
	readonly difference: (level: number) => Estimate | null;
	readonly lift: (level: number) => Estimate | null;
	/** Why there is a difference but no relative lift; null where there is one. */
	readonly noLift: (level: number) => string | null;
	/** Smallest absolute difference found with 80 % power, among `comparisons` tests. */
	readonly mde: (level: number, comparisons: number) => number | null;
}

/** An estimator family: STATISTICS D2 by type of metric. */
export interface Family {
	/** Estimator, interval, difference and lift, in the field's terms. */
	readonly method: string;
	readonly summarize: (statistics: SufficientStatistics) => Summary;
	readonly interval: (statistics: SufficientStatistics, level: number) => Bounds | null;
	/** First against second; null where either is empty. */
	readonly contrast: (first: SufficientStatistics, second: SufficientStatistics) => Contrast | null;
}
