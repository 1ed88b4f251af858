import type { PointEstimate } from './Estimate.ts';
import { requireCounts } from './requireCounts.ts';

/**
 * ln of the ratio of two proportions with half an event added everywhere, and its delta variance:
 * ln(((x1+½)/(n1+½)) / ((x0+½)/(n0+½))), variance 1/(x1+½) - 1/(n1+½) + 1/(x0+½) - 1/(n0+½). Unit: log ratio.
 *
 * Null if a group is empty; defined for 0 and n events. Variance null where both groups are all events (it would be 0).
 * The effect per segment that Cochran's Q compares for rates.
 * Source: Katz et al. 1978; Walter 1975 for the halves.
 */
export function logRiskRatio(x1: number, n1: number, x0: number, n0: number): PointEstimate | null {
	requireCounts(x1, n1);
	requireCounts(x0, n0);
	if (n1 === 0 || n0 === 0) {
		return null;
	}
	const ratio = (x1 + 0.5) / (n1 + 0.5) / ((x0 + 0.5) / (n0 + 0.5));
	const variance = (n1 - x1) / ((x1 + 0.5) * (n1 + 0.5)) + (n0 - x0) / ((x0 + 0.5) * (n0 + 0.5));
	return { value: Math.log(ratio), variance: variance > 0 ? variance : null, n: n1 + n0 };
}
