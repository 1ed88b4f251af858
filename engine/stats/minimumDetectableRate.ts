import { findRoot } from './findRoot.ts';
import { type PowerOptions, powerQuantiles } from './powerQuantiles.ts';

/**
 * Smallest absolute difference from a baseline rate (a share, 0.02 = 2 points) that groups of n1 and n0 would show with the
 * given power: the d = p1 - p0 that solves d = z(1 - a/2m)·√(p̄q̄(1/n1 + 1/n0)) + z(power)·√(p1q1/n1 + p0q0/n0), p̄ the pooled
 * rate. Solved rather than taken from the baseline's variance alone, which understates it by nearly half at 2.5 % and 100
 * per group (247 % instead of 422 %).
 *
 * Upwards; where even 100 % would not be found, downwards. Null if neither is, or a group is empty. Defined at rates of 0
 * and 1. Source: Fleiss 1981; the same as R `power.prop.test` for equal groups.
 */
export function minimumDetectableRate(rate: number, n1: number, n0: number, options: PowerOptions): number | null {
	if (!(rate >= 0 && rate <= 1)) {
		throw new RangeError(`A rate lies between 0 and 1, not ${rate}.`);
	}
	if (n1 === 0 || n0 === 0) {
		return null;
	}
	return smallestRise(rate, n1, n0, options) ?? smallestRise(1 - rate, n1, n0, options);
}

function smallestRise(rate: number, n1: number, n0: number, options: PowerOptions): number | null {
	const { alphaQuantile, powerQuantile } = powerQuantiles(options);
	const variance0 = (rate * (1 - rate)) / n0;
	const surplus = (rise: number): number => {
		const rate1 = rate + rise;
		const pooled = (n1 * rate1 + n0 * rate) / (n1 + n0);
		const nullDeviation = Math.sqrt(pooled * Math.max(0, 1 - pooled) * (1 / n1 + 1 / n0));
		const deviation = Math.sqrt((rate1 * Math.max(0, 1 - rate1)) / n1 + variance0);
		return rise - alphaQuantile * nullDeviation - powerQuantile * deviation;
	};
	const room = 1 - rate;
	return room > 0 && surplus(room) >= 0 ? findRoot(surplus, 0, room) : null;
}
