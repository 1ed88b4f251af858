/**
 * Exact two-sided p of "a change one way is as likely as the other" after `ups` of one and `downs` of the other: binomial with
 * probability 1/2, twice the smaller tail, at most 1. On the pairs that changed it is McNemar's exact test of equal margins.
 *
 * No change at all: 1. Probabilities are built outwards from the middle by exact ratios, so no logarithms of factorials limit the
 * digits; time is proportional to the width of the distribution, not to the counts.
 * Source: McNemar 1947; same as R `binom.test(ups, ups + downs)`. Below about 1e-300 the result is 0.
 */
export function signTest(ups: number, downs: number): number {
	if (!Number.isSafeInteger(ups) || !Number.isSafeInteger(downs) || ups < 0 || downs < 0) {
		throw new RangeError(`Counts of changes are whole and not negative, not ${ups} and ${downs}`);
	}
	const n = ups + downs;
	const fewer = Math.min(ups, downs);
	const middle = Math.floor(n / 2);
	let [weight, lower, tail] = [1, 0, 0];
	for (let k = middle; k >= 0 && weight > 0; k--) {
		lower += weight;
		tail += k <= fewer ? weight : 0;
		weight *= k / (n - k + 1);
	}
	// The upper half mirrors the lower one; of an even n the middle is in both.
	const all = n % 2 === 0 ? 2 * lower - 1 : 2 * lower;
	return Math.min(1, (2 * tail) / all);
}
