import type { NumberRecord } from '#shared/model/numberRecord.ts';
import { estimateOn, type LiftScale } from '#shared/charts/liftScale.ts';

/** How the small interval bars of one column are drawn: all rows on one scale, so that they can be compared. */
export interface ColumnScale {
	readonly scale: LiftScale;
	/** Ends of the bar's axis, always around zero unless the scale is `value`. */
	readonly low: number;
	readonly high: number;
}

/** A bound further out than this many times the largest estimate runs off the bar: else one tiny segment flattens all. */
const REACH = 3;

/**
 * Relative lift where every compared row has one, else the difference, else the value with its interval.
 * `isComparison` metrics are lifts themselves, so their bar shows the value. Null where no row has an interval.
 */
export function columnScale(records: readonly NumberRecord[], isComparison: boolean): ColumnScale | null {
	const scale = isComparison ? 'value' : scaleOf(records);
	const estimates = records
		.map((record) => estimateOn(record, scale))
		.filter((estimate) => estimate !== null && (estimate.low !== null || estimate.high !== null));
	if (estimates.length === 0) {
		return null;
	}
	const largest = Math.max(...estimates.map((estimate) => Math.abs(estimate?.value ?? 0)));
	const reach = largest > 0 ? largest * REACH : Number.MAX_VALUE;
	const ends = estimates.flatMap((estimate) =>
		estimate === null
			? []
			: [estimate.value, estimate.low ?? estimate.value, estimate.high ?? estimate.value].map((end) =>
					Math.min(reach, Math.max(-reach, end)),
				),
	);
	const isAroundZero = scale !== 'value' || isComparison;
	const low = Math.min(...ends, ...(isAroundZero ? [0] : []));
	const high = Math.max(...ends, ...(isAroundZero ? [0] : []));
	return { scale, low, high: high > low ? high : low + 1 };
}

function scaleOf(records: readonly NumberRecord[]): LiftScale {
	const compared = records.filter((record) => record.difference !== null);
	if (compared.length === 0) {
		return 'value';
	}
	return compared.every((record) => record.lift !== null && record.lift.low !== null) ? 'lift' : 'difference';
}
