import gammaln from '@stdlib/math-base-special-gammaln';
import { chiSquareUpperTail, legendreFraction } from './chiSquareUpperTail.ts';

/**
 * Natural logarithm of P(X > x) of the chi-square distribution, degrees of freedom > 0, x >= 0. Tells tails apart that are far too
 * small for a double: among a million customers p values of 1e-5000 are common. Same as R `pchisq(x, df, lower = FALSE, log = TRUE)`.
 */
export function logChiSquareUpperTail(x: number, degreesOfFreedom: number): number {
	const a = degreesOfFreedom / 2;
	const t = x / 2;
	return t < a + 1
		? Math.log(chiSquareUpperTail(x, degreesOfFreedom))
		: a * Math.log(t) - t - gammaln(a) + Math.log(legendreFraction(a, t));
}
