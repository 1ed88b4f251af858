/**
 * An estimate with its two-sided interval, all in the estimate's own unit. A bound is null where the method gives none
 * (one customer only, no spread at all, an unbounded side). `level` is the coverage asked for, 0 to 1.
 */
export interface Estimate {
	readonly value: number;
	readonly low: number | null;
	readonly high: number | null;
	readonly level: number;
}

/**
 * An estimate with the variance of the estimate itself (not of the customers), in the squared unit of `value`.
 * `variance` is null where it cannot be known: fewer than two customers, or no spread among them.
 */
export interface PointEstimate {
	readonly value: number;
	readonly variance: number | null;
	/** Independent units behind the estimate, usually customers. */
	readonly n: number;
}

/**
 * A ratio of two rates with its interval, 1 = no difference. `ratio` is null without control events (x/0 and 0/0);
 * `high` is null where the interval has no upper end.
 */
export interface RatioEstimate {
	readonly ratio: number | null;
	readonly low: number;
	readonly high: number | null;
	readonly level: number;
}
