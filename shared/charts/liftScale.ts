import { assertNever } from '#shared/base/assertNever.ts';
import { findMetric } from '#shared/metrics/findMetric.ts';
import type { Comparison, NumberRecord } from '#shared/model/numberRecord.ts';
import { isWithheld } from './withheld.ts';

/** What the horizontal axis of the lift chart measures. */
export const liftScales = ['difference', 'lift', 'value'] as const;
export type LiftScale = (typeof liftScales)[number];

/** The estimate of one record on a scale; null where the record has none, or too little is behind it to show it. */
export function estimateOn(record: NumberRecord, scale: LiftScale): Comparison | null {
	if (isWithheld(record, scale)) {
		return null;
	}
	switch (scale) {
		case 'difference':
			return record.difference;
		case 'lift':
			return record.lift;
		case 'value':
			return valueOf(record);
		default:
			return assertNever(scale);
	}
}

/** A metric that is a comparison itself has its corrected interval, so that it agrees with the adjusted test. */
function valueOf(record: NumberRecord): Comparison | null {
	const kind = findMetric(record.metric)?.shape.kind;
	if (kind === 'arm-rate' || kind === 'arm-mean') {
		return kind === 'arm-rate' ? record.lift : record.difference;
	}
	return record.value === null
		? null
		: {
				value: record.value,
				low: record.interval?.low ?? null,
				high: record.interval?.high ?? null,
				level: record.interval?.level ?? 0.95,
			};
}

/**
 * Smallest difference that would have been found, on the scale: absolute, or relative to the size of the baseline.
 * Null on the value scale, without a baseline, and where the baseline is zero.
 */
export function detectableOn(record: NumberRecord, scale: LiftScale): number | null {
	if (record.mde === null || scale === 'value') {
		return null;
	}
	if (scale === 'difference') {
		return record.mde;
	}
	const baseline = record.baseline?.value ?? null;
	return baseline === null || baseline === 0 ? null : record.mde / Math.abs(baseline);
}
