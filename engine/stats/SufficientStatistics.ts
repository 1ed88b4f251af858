/**
 * What counting hands to statistics: sums of one group of customers over a numerator x and a denominator y.
 * Second moments are about a fixed centre per measure (usually the mean of the base), so that large values lose no digits;
 * first moments are plain sums, exact for integers below 2^53. Groups with equal centres merge by addition.
 */
export interface SufficientStatistics {
	/** Customers in the group. */
	readonly n: number;
	readonly sumX: number;
	readonly sumY: number;
	readonly centerX: number;
	readonly centerY: number;
	/** Sum of (x - centerX)^2, of (y - centerY)^2 and of (x - centerX)(y - centerY). */
	readonly sumXX: number;
	readonly sumYY: number;
	readonly sumXY: number;
}
