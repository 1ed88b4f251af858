import type { Estimate, RatioEstimate } from './Estimate.ts';

/** A ratio as relative lift, ratio - 1 (0.15 = 15 % higher). Null where the ratio is: no control events, no lift. */
export function relativeLift(estimate: RatioEstimate | null): Estimate | null {
	if (estimate === null || estimate.ratio === null) {
		return null;
	}
	const { ratio, low, high, level } = estimate;
	return { value: ratio - 1, low: low - 1, high: high === null ? null : high - 1, level };
}
