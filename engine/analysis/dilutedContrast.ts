import type { Estimate } from '../stats/Estimate.ts';
import type { Contrast } from './Contrast.ts';

/**
 * The comparison with everyone, from the comparison with the rest. Everyone contains the segment, so the two are not
 * independent; but o = w·s + (1-w)·r, w the segment's part of the denominator (taken as known), hence
 * s - o = (1-w)(s-r), and with L = s/r - 1, s/o - 1 = (1-w)·L/(1 + w·L), which grows with L. Intervals follow from those
 * of the independent parts, the test is theirs. `pointLift` is s/o - 1 itself, for a rest of 0.
 */
export function dilutedContrast(contrast: Contrast, weight: number, pointLift: number | null): Contrast {
	const keep = 1 - weight;
	const dilute = (lift: number) => (keep * lift) / (1 + weight * lift);
	return {
		p: contrast.p,
		test: contrast.test,
		difference: (level) => {
			const difference = contrast.difference(level);
			return difference === null ? null : mapped(difference, (bound) => keep * bound);
		},
		lift: (level) => {
			const lift = contrast.lift(level);
			if (lift === null) {
				return pointLift === null ? null : { value: pointLift, low: null, high: null, level };
			}
			const high = lift.high === null && lift.low !== null ? keep / weight : null;
			const diluted = mapped(lift, dilute);
			return { ...diluted, high: diluted.high ?? high };
		},
		noLift: (level) => (pointLift === null ? contrast.noLift(level) : null),
		mde: (level, comparisons) => {
			const mde = contrast.mde(level, comparisons);
			return mde === null ? null : keep * mde;
		},
	};
}

function mapped({ value, low, high, level }: Estimate, map: (bound: number) => number): Estimate {
	return { value: map(value), low: low === null ? null : map(low), high: high === null ? null : map(high), level };
}
