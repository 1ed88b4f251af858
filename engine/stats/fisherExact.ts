import { requireCounts } from './requireCounts.ts';

/**
 * Fisher's exact test of equal proportions, two-sided p: the probability, with all margins fixed, of a table that is no
 * more likely than the one seen (tables within 1e-7 of it count as equally likely, as R does).
 *
 * Null if a group is empty. With no events, or only events, one table is possible and p is 1. Conservative for small
 * counts. Weights are built outwards from the most likely table by exact ratios, so no logarithms of factorials limit the
 * digits; time is proportional to the width of the distribution, not to n.
 * Source: Fisher 1935; R `fisher.test`. Below about 1e-300 the result is 0.
 */
export function fisherExact(x1: number, n1: number, x0: number, n0: number): number | null {
	requireCounts(x1, n1);
	requireCounts(x0, n0);
	if (n1 === 0 || n0 === 0) {
		return null;
	}
	const events = x1 + x0;
	const lowest = Math.max(0, events - n0);
	const highest = Math.min(events, n1);
	const mode = Math.min(highest, Math.max(lowest, Math.floor(((n1 + 1) * (events + 1)) / (n1 + n0 + 2))));
	const up = (k: number): number => ((n1 - k) * (events - k)) / ((k + 1) * (n0 - events + k + 1));
	const above = outward(highest - mode, (i) => up(mode + i));
	const below = outward(mode - lowest, (i) => 1 / up(mode - i - 1));
	const seen = (x1 >= mode ? above[x1 - mode] : below[mode - x1]) ?? 0;
	const limit = seen * (1 + 1e-7);
	let all = 0;
	let asExtreme = 0;
	for (const weight of [...above.toReversed(), ...below.slice(1).toReversed()]) {
		all += weight;
		asExtreme += weight <= limit ? weight : 0;
	}
	return Math.min(1, asExtreme / all);
}

/** Weights relative to the mode (index 0), until they vanish. */
function outward(length: number, ratio: (index: number) => number): readonly number[] {
	const weights = [1];
	let weight = 1;
	for (let i = 0; i < length && weight > 0; i++) {
		weight *= ratio(i);
		weights.push(weight);
	}
	return weights;
}
