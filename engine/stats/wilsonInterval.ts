import { criticalValue } from './criticalValue.ts';
import type { Estimate } from './Estimate.ts';
import { requireCounts } from './requireCounts.ts';

/**
 * Wilson score interval of a proportion x / n (0 to 1), for independent units: the two roots of (p̂ - p)² = z²·p(1-p)/n,
 * (x + z²/2 ± z·√(x(n-x)/n + z²/4)) / (n + z²). The lower one is taken as product of roots over upper root, so that
 * neither loses digits to cancellation.
 *
 * n = 0: null. x = 0 and x = n keep an honest width, with the outer bound exactly 0 or 1. n = 1 works.
 * Source: Wilson 1927; Brown, Cai and DasGupta 2001. Same as R `prop.test(correct = FALSE)`.
 */
export function wilsonInterval(x: number, n: number, level: number): Estimate | null {
	requireCounts(x, n);
	const z = criticalValue(level, null);
	if (n === 0) {
		return null;
	}
	const upper = x + (z * z) / 2 + z * Math.sqrt((x * (n - x)) / n + (z * z) / 4);
	return { value: x / n, low: (x * x) / (n * upper), high: x === n ? 1 : upper / (n + z * z), level };
}
