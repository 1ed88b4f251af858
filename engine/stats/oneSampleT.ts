import { meanEstimate } from './meanEstimate.ts';
import { studentTTwoSided } from './studentT.ts';
import type { SufficientStatistics } from './SufficientStatistics.ts';

/**
 * Two-sided p of "the mean of x is 0" by t = x̄ / √(s²/n) with n - 1 degrees of freedom; of differences within customers it is the
 * paired t test. Null for fewer than two customers and where all have the same x. Same as R `t.test(x)`.
 */
export function oneSampleT(statistics: SufficientStatistics): { readonly t: number; readonly p: number } | null {
	const mean = meanEstimate(statistics);
	if (mean === null || mean.variance === null) {
		return null;
	}
	const t = mean.value / Math.sqrt(mean.variance);
	return { t, p: studentTTwoSided(t, mean.n - 1) };
}
