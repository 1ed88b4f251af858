import type { Bounds, Comparison } from '#shared/model/numberRecord.ts';
import type { Estimate } from '../stats/Estimate.ts';

/** Null where the method gives no bound at all. */
export function toBounds(estimate: Estimate | null): Bounds | null {
	if (estimate === null) {
		return null;
	}
	const { low, high, level } = toComparison(estimate) ?? { low: null, high: null, level: estimate.level };
	return low === null && high === null ? null : { low, high, level };
}

/** Null where the value is not a number that can be shown; a bound that is not finite is no bound. */
export function toComparison(estimate: Estimate | null): Comparison | null {
	if (estimate === null || !Number.isFinite(estimate.value)) {
		return null;
	}
	const { value, low, high, level } = estimate;
	return { value, low: finite(low), high: finite(high), level };
}

function finite(bound: number | null): number | null {
	return bound !== null && Number.isFinite(bound) ? bound : null;
}
