import gammaln from '@stdlib/math-base-special-gammaln';
import chiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';

/**
 * P(X > x) of the chi-square distribution, degrees of freedom > 0, x >= 0. Relative error below 1e-12 until the value
 * underflows, so far tails keep their digits.
 *
 * Left of the bulk it is 1 - cdf, which costs no digits there. Right of it, Q(a, t) with a = df / 2, t = x / 2 by
 * Legendre's continued fraction, t^a e^-t / Γ(a) · 1/(t+1-a- 1(1-a)/(t+3-a- 2(2-a)/(t+5-a- …))), evaluated by
 * Lentz's method (Abramowitz and Stegun 6.5.31; Numerical Recipes 6.2).
 */
export function chiSquareUpperTail(x: number, degreesOfFreedom: number): number {
	const a = degreesOfFreedom / 2;
	const t = x / 2;
	if (t < a + 1) {
		return 1 - chiSquareCdf(x, degreesOfFreedom);
	}
	return Math.exp(a * Math.log(t) - t - gammaln(a)) * legendreFraction(a, t);
}

/** Converges in a few dozen terms, in about sqrt(a) of them where t is close to a. */
export function legendreFraction(a: number, t: number): number {
	const tiny = 1e-300;
	let b = t + 1 - a;
	let c = 1 / tiny;
	let d = 1 / b;
	let fraction = d;
	for (let i = 1; i < 100_000; i++) {
		const numerator = -i * (i - a);
		b += 2;
		d = numerator * d + b;
		d = 1 / (Math.abs(d) < tiny ? tiny : d);
		c = b + numerator / c;
		c = Math.abs(c) < tiny ? tiny : c;
		const step = c * d;
		fraction *= step;
		if (Math.abs(step - 1) < 2 ** -52) {
			break;
		}
	}
	return fraction;
}
