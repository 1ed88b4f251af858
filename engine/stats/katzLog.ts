import { criticalValue } from './criticalValue.ts';
import type { RatioEstimate } from './Estimate.ts';
import { logRiskRatio } from './logRiskRatio.ts';

/**
 * Katz log interval with +½ for the ratio of two proportions: exp(ln RR ± z·√var), both from `logRiskRatio`. The closed
 * form to fall back on, or to check the score interval with; wider than needed below 5 events (coverage up to .998).
 *
 * `ratio` is the one with the halves, so it is defined for 0 events and lies inside the interval; it is not x1·n0/(x0·n1).
 * Null if a group is empty, or if everybody had the event in both groups (no spread, so no interval by this method).
 * Source: Katz et al. 1978; statsmodels `confint_proportions_2indep(compare='ratio', method='log-adjusted')`.
 */
export function katzLog(x1: number, n1: number, x0: number, n0: number, level: number): RatioEstimate | null {
	const z = criticalValue(level, null);
	const log = logRiskRatio(x1, n1, x0, n0);
	if (log === null || log.variance === null) {
		return null;
	}
	const half = z * Math.sqrt(log.variance);
	return { ratio: Math.exp(log.value), low: Math.exp(log.value - half), high: Math.exp(log.value + half), level };
}
