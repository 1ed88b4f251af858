import { criticalValue } from './criticalValue.ts';
import type { RatioEstimate } from './Estimate.ts';
import { findRoot } from './findRoot.ts';
import { ratioScore } from './ratioScore.ts';
import { requireCounts } from './requireCounts.ts';

/**
 * Miettinen–Nurminen score interval for the ratio of two independent proportions, (x1/n1) / (x0/n0): all ratios θ whose
 * score statistic stays within ±z. Both ends by bisection on ln θ, so to full double precision.
 *
 * Null if either group is empty. x0 = 0: ratio and high are null, low still informs (0 if also x1 = 0). x1 = 0: low = 0.
 * All units with the event in both groups: ratio 1 with a finite interval. Excludes 1 exactly when `scoreTest` has
 * p < 1 - level. Covers .95 to .96 at a nominal .95 even with 2 or 3 expected control events (simulated).
 * Source: Miettinen and Nurminen 1985; statsmodels `confint_proportions_2indep(compare='ratio', method='score')`.
 */
export function miettinenNurminen(x1: number, n1: number, x0: number, n0: number, level: number): RatioEstimate | null {
	requireCounts(x1, n1);
	requireCounts(x0, n0);
	const z = criticalValue(level, null);
	if (n1 === 0 || n0 === 0) {
		return null;
	}
	const ratio = x0 === 0 ? null : x1 / n1 / (x0 / n0);
	const start = ratio === null || ratio === 0 ? 0 : Math.log(ratio);
	const score = (logTheta: number): number => ratioScore(x1, n1, x0, n0, Math.exp(logTheta));
	return {
		ratio,
		low: x1 === 0 ? 0 : Math.exp(solve(score, z, start)),
		high: x0 === 0 ? null : Math.exp(solve(score, -z, start)),
		level,
	};
}

/** ln θ at which the falling score passes the target; steps outwards from the start until it is enclosed. */
function solve(score: (logTheta: number) => number, target: number, start: number): number {
	let below = start;
	let above = start;
	for (let step = 0.5; score(below) <= target && below > -700; step *= 2) {
		below -= step;
	}
	for (let step = 0.5; score(above) >= target && above < 700; step *= 2) {
		above += step;
	}
	return findRoot((logTheta) => target - score(logTheta), below, above);
}
