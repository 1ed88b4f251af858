import tCdf from '@stdlib/stats-base-dists-t-cdf';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';

/**
 * P(T > t) of Student's t with any positive degrees of freedom, whole or not. No cancellation for t > 0.
 * One degree of freedom is the Cauchy distribution and is taken exactly, because the incomplete beta function underneath
 * loses digits there for t below 1e-5.
 */
export function studentTUpperTail(t: number, degreesOfFreedom: number): number {
	return degreesOfFreedom === 1 ? Math.atan2(1, t) / Math.PI : tCdf(-t, degreesOfFreedom);
}

/** P(|T| > |t|): the two-sided p of a t statistic. */
export function studentTTwoSided(t: number, degreesOfFreedom: number): number {
	return 2 * studentTUpperTail(Math.abs(t), degreesOfFreedom);
}

/** The t that leaves probability `tail` above it, 0 < tail < 1. */
export function studentTUpperQuantile(tail: number, degreesOfFreedom: number): number {
	return -tQuantile(tail, degreesOfFreedom);
}
