import { normalUpperQuantile } from './normal.ts';

export interface PowerOptions {
	/** Confidence level of the two-sided test, e.g. 0.95. */
	readonly level: number;
	/** Chance of finding the effect if it is there; 0.8 unless given. */
	readonly power?: number;
	/** Size of the family: alpha is divided by it (Bonferroni), so that the effect is found after correction; 1 unless given. */
	readonly comparisons?: number;
}

/** z(1 - a/2m) and z(power). Throws a RangeError for a level or power outside 0 to 1. */
export function powerQuantiles({ level, power = 0.8, comparisons = 1 }: PowerOptions): {
	readonly alphaQuantile: number;
	readonly powerQuantile: number;
} {
	if (!(level > 0 && level < 1 && power > 0 && power < 1 && comparisons >= 1)) {
		throw new RangeError(`Level and power lie between 0 and 1, not ${level} and ${power}; comparisons are at least 1.`);
	}
	return {
		alphaQuantile: normalUpperQuantile((1 - level) / (2 * comparisons)),
		powerQuantile: normalUpperQuantile(1 - power),
	};
}
