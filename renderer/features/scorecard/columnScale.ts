import type { Comparison, NumberRecord } from '#shared/model/numberRecord.ts';
import { estimateOn, type LiftScale } from '#shared/charts/liftScale.ts';

/** How the small interval bars of one column are drawn: all rows on one scale, so that they can be compared. */
export interface ColumnScale {
	readonly scale: LiftScale;
	/** Ends of the bar's axis, around zero. */
	readonly low: number;
	readonly high: number;
}

/** A bound further out than this many times the largest estimate runs off the bar: else one tiny segment flattens all. */
const REACH = 3;

/**
 * Rows with too little data are drawn on the scale of the others. Relative lift where every compared row has one, else the difference. `isComparison` metrics are lifts themselves, so their bar shows
 * the value. Null where nothing is compared.
 */
export function columnScale(records: readonly NumberRecord[], isComparison: boolean): ColumnScale | null {
	const scale = isComparison ? 'value' : scaleOf(records);
	const solid = records.filter((record) => record.sufficiency !== 'too-few');
	const estimates = [solid, records]
		.map((group) => group.flatMap((record) => estimateOn(record, scale ?? 'value') ?? []).filter(hasInterval))
		.find((group) => group.length > 0);
	if (scale === null || !estimates) {
		return null;
	}
	const largest = Math.max(...estimates.map((estimate) => Math.abs(estimate.value)));
	const reach = largest > 0 ? largest * REACH : Number.MAX_VALUE;
	const ends = estimates
		.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value])
		.map((end) => Math.min(reach, Math.max(-reach, end)));
	const low = Math.min(0, ...ends);
	const high = Math.max(0, ...ends);
	return { scale, low, high: high > low ? high : low + 1 };
}

function hasInterval({ low, high }: Comparison): boolean {
	return low !== null || high !== null;
}

function scaleOf(records: readonly NumberRecord[]): LiftScale | null {
	const compared = records.filter((record) => record.difference !== null);
	if (compared.length === 0) {
		return null;
	}
	return compared.every((record) => record.lift !== null && record.lift.low !== null) ? 'lift' : 'difference';
}
