import erfcinv from '@stdlib/math-base-special-erfcinv';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';

/** P(Z > z) of the standard normal, without cancellation in the far tail. */
export function normalUpperTail(z: number): number {
	return normalCdf(-z, 0, 1);
}

/** P(|Z| > |z|): the two-sided p of a z statistic. */
export function normalTwoSided(z: number): number {
	return 2 * normalUpperTail(Math.abs(z));
}

/**
 * The z that leaves probability `tail` above it, 0 < tail < 1. By erfcinv: 2p - 1, as in the usual quantile functions,
 * would cancel for small tails.
 */
export function normalUpperQuantile(tail: number): number {
	return Math.SQRT2 * erfcinv(2 * tail);
}
