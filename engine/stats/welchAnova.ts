import { fUpperTail } from './fUpperTail.ts';
import { groupOffsets } from './groupOffsets.ts';
import type { SufficientStatistics } from './SufficientStatistics.ts';

export interface WelchAnova {
	readonly f: number;
	readonly betweenDegreesOfFreedom: number;
	/** Not whole. */
	readonly withinDegreesOfFreedom: number;
	readonly p: number;
}

/**
 * Welch's analysis of variance: do means differ between groups whose spreads may differ? With w_g = n_g/s_g², x̄ weighted by
 * them and h = Σ (1 - w_g/W)²/(n_g - 1): F = Σ w_g(x̄_g - x̄)²/(k-1) / (1 + 2(k-2)h/(k²-1)) on k - 1 and (k²-1)/(3h) degrees
 * of freedom. For two groups it is Welch's t squared.
 *
 * Empty groups are left out; null with fewer than two groups, or if one has a single customer or no spread (its weight
 * would be infinite). Source: Welch 1951; R `oneway.test`.
 */
export function welchAnova(groups: readonly SufficientStatistics[]): WelchAnova | null {
	const filled = groupOffsets(groups);
	const k = filled.length;
	if (k < 2 || filled.some(({ n, squares }) => n < 2 || squares === 0)) {
		return null;
	}
	const weighted = filled.map(({ n, offset, squares }) => ({ n, offset, weight: (n * (n - 1)) / squares }));
	const weights = weighted.reduce((sum, { weight }) => sum + weight, 0);
	const mean = weighted.reduce((sum, { weight, offset }) => sum + weight * offset, 0) / weights;
	const between = weighted.reduce((sum, { weight, offset }) => sum + weight * (offset - mean) ** 2, 0) / (k - 1);
	const h = weighted.reduce((sum, { n, weight }) => sum + (1 - weight / weights) ** 2 / (n - 1), 0);
	const f = between / (1 + (2 * (k - 2) * h) / (k * k - 1));
	const withinDegreesOfFreedom = (k * k - 1) / (3 * h);
	return {
		f,
		betweenDegreesOfFreedom: k - 1,
		withinDegreesOfFreedom,
		p: fUpperTail(f, k - 1, withinDegreesOfFreedom),
	};
}
