import { dayOfIso, instantOfIso, isoOfDay, MS_PER_DAY } from '#shared/rules/calendar.ts';
import type { FieldDescription } from '../../../engine/useFieldFacts.ts';

/** The axis of a field's histogram: numbers as they are, dates as days since 1970-01-01. */
export interface HistogramScale {
	readonly from: number;
	readonly to: number;
	readonly counts: readonly number[];
	readonly isDate: boolean;
	/** Each bar is one whole value: a bar begins at its value and ends before the next. */
	readonly isPerValue: boolean;
	/** The lowest and the highest hundredth of the values are outside of it. */
	readonly isCut: boolean;
	/** What a dragged value is rounded to: about a pixel or two, and a round number. */
	readonly step: number;
}

const STEPS = 200;

/** Without far values, which would leave no room to move in. Null where there is no histogram: no values, or a field of texts. */
export function histogramScale(facts: Pick<FieldDescription, 'bulk' | 'histogram' | 'type'>): HistogramScale | null {
	const histogram = facts.bulk ?? facts.histogram;
	const { type } = facts;
	if (histogram === null) {
		return null;
	}
	const [low, high] = [axisValue(histogram.low), axisValue(histogram.high)];
	if (low === null || high === null) {
		return null;
	}
	const isDate = type === 'date' || type === 'timestamp';
	const isPerValue = (type === 'integer' || type === 'date') && histogram.counts.length === high - low + 1;
	const to = isPerValue ? high + 1 : high > low ? high : low + 1;
	const round = 10 ** Math.floor(Math.log10((to - low) / STEPS) + 0.5);
	const step = isDate || type === 'integer' ? Math.max(1, isDate ? 1 : round) : round;
	return { from: low, to, counts: histogram.counts, isDate, isPerValue, isCut: facts.bulk !== null, step };
}

/** Where a value stands on the axis; null for what is neither a number nor a date. */
export function axisValue(value: unknown): number | null {
	if (typeof value === 'number' || typeof value === 'bigint') {
		return Number(value);
	}
	if (typeof value !== 'string') {
		return null;
	}
	const instant = instantOfIso(value);
	return instant === null ? dayOfIso(value) : instant / MS_PER_DAY;
}

/** The share of the axis before a value, 0 to 1. `isBehind`: the edge behind a whole value rather than the one before it. */
export function placeOf(scale: HistogramScale, value: number, isBehind: boolean): number {
	const edge = value + (isBehind && scale.isPerValue ? 1 : 0);
	return Math.min(1, Math.max(0, (edge - scale.from) / (scale.to - scale.from)));
}

/** The rounded value at a share of the axis. */
export function valueAt(scale: HistogramScale, place: number, isBehind: boolean): number {
	const raw = scale.from + place * (scale.to - scale.from) - (isBehind && scale.isPerValue ? 1 : 0);
	return rounded(scale, raw);
}

export function rounded(scale: HistogramScale, value: number): number {
	const places = Math.max(0, -Math.floor(Math.log10(scale.step)));
	return Number((Math.round(value / scale.step) * scale.step).toFixed(Math.min(15, places)));
}

/** As a reader writes it: `1250`, `0.05`, `2024-03-01`. */
export function writeAxisValue(scale: HistogramScale, value: number): string {
	return scale.isDate ? isoOfDay(Math.round(value)) : plainDigits(value);
}

/** Digits without an exponent, which rules do not have. */
export function plainDigits(value: number): string {
	const text = String(value);
	if (!/e/i.test(text)) {
		return text;
	}
	return Math.abs(value) >= 1 ? String(BigInt(value)) : value.toFixed(15).replace(/\.?0+$/, '');
}
