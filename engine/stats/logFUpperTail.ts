import gammaln from '@stdlib/math-base-special-gammaln';
import { fUpperTail } from './fUpperTail.ts';

/** Below this the tail itself loses digits or is 0. */
const SMALLEST = 1e-200;

/**
 * Natural logarithm of P(F > f) of the F distribution, f >= 0, however small the tail. Far out it is ln I_x(a, b) with a = d2 / 2,
 * b = d1 / 2, x = d2 / (d2 + d1 f) by the continued fraction of the incomplete beta function (Numerical Recipes 6.4, Lentz's method).
 * Same as R `pf(f, d1, d2, lower = FALSE, log = TRUE)`.
 */
export function logFUpperTail(
	f: number,
	numeratorDegreesOfFreedom: number,
	denominatorDegreesOfFreedom: number,
): number {
	const tail = fUpperTail(f, numeratorDegreesOfFreedom, denominatorDegreesOfFreedom);
	if (tail > SMALLEST || f === Infinity) {
		return Math.log(tail);
	}
	const a = denominatorDegreesOfFreedom / 2;
	const b = numeratorDegreesOfFreedom / 2;
	const x = denominatorDegreesOfFreedom / (denominatorDegreesOfFreedom + numeratorDegreesOfFreedom * f);
	const front = a * Math.log(x) + b * Math.log1p(-x) - Math.log(a) - (gammaln(a) + gammaln(b) - gammaln(a + b));
	return front + Math.log(betaFraction(a, b, x));
}

function betaFraction(a: number, b: number, x: number): number {
	const tiny = 1e-300;
	const kept = (value: number) => (Math.abs(value) < tiny ? tiny : value);
	let c = 1;
	let d = 1 / kept(1 - ((a + b) * x) / (a + 1));
	let fraction = d;
	for (let m = 1; m < 100_000; m++) {
		const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
		const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 / kept(1 + even * d);
		c = kept(1 + even / c);
		fraction *= d * c;
		d = 1 / kept(1 + odd * d);
		c = kept(1 + odd / c);
		fraction *= d * c;
		if (Math.abs(d * c - 1) < 2 ** -52) {
			break;
		}
	}
	return fraction;
}
