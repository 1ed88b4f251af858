import fCdf from '@stdlib/stats-base-dists-f-cdf';

/**
 * P(F > f) of the F distribution, f >= 0. Uses P(F(d1, d2) > f) = P(F(d2, d1) < 1 / f), so that nothing cancels.
 */
export function fUpperTail(f: number, numeratorDegreesOfFreedom: number, denominatorDegreesOfFreedom: number): number {
	return f === 0 ? 1 : fCdf(1 / f, denominatorDegreesOfFreedom, numeratorDegreesOfFreedom);
}
