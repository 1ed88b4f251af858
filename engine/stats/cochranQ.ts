import { chiSquareUpperTail } from './chiSquareUpperTail.ts';
import type { PointEstimate } from './Estimate.ts';

export interface CochranQ {
	readonly q: number;
	readonly degreesOfFreedom: number;
	readonly p: number;
	/** Inverse-variance mean of the effects, in their unit, and its variance. */
	readonly pooled: number;
	readonly pooledVariance: number;
}

/**
 * Does an effect differ between independent segments? Q = Σ (θ_s - θ̄)²/v_s on S - 1 degrees of freedom, θ̄ the mean weighted
 * by 1/v_s. For rates pass log risk ratios, for means differences.
 *
 * Effects that are null or have no variance are left out; null with fewer than two left. Segments must not overlap.
 * Source: Cochran 1954; statsmodels `combine_effects(effect, variance).q`.
 */
export function cochranQ(effects: readonly (PointEstimate | null)[]): CochranQ | null {
	const known = effects.flatMap((effect) =>
		effect === null || effect.variance === null || !(effect.variance > 0)
			? []
			: [{ value: effect.value, weight: 1 / effect.variance }],
	);
	if (known.length < 2) {
		return null;
	}
	const weights = known.reduce((sum, { weight }) => sum + weight, 0);
	const pooled = known.reduce((sum, { value, weight }) => sum + weight * value, 0) / weights;
	const q = known.reduce((sum, { value, weight }) => sum + weight * (value - pooled) ** 2, 0);
	const degreesOfFreedom = known.length - 1;
	return { q, degreesOfFreedom, p: chiSquareUpperTail(q, degreesOfFreedom), pooled, pooledVariance: 1 / weights };
}
