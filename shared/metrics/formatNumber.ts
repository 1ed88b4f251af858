import { assertNever } from '../base/assertNever.ts';
import type { Bounds, Comparison, NumberUnit } from '../model/numberRecord.ts';

export interface NumberFormat {
	/** ISO 4217, null where the currency is not known: then money is a number with two places. */
	readonly currency: string | null;
	readonly locale?: string;
}

/** What stands where there is no value. */
export const NO_VALUE = '–';
/** Keeps a number and its sign or unit on one line. */
const NO_BREAK_SPACE = '\u00a0';

/** A value of a metric: 1,234 · 12.4 % · €12.40 · 1.25 · +15.2 %. */
export function formatNumber(value: number | null, unit: NumberUnit, format: NumberFormat): string {
	return value === null ? NO_VALUE : text(value, unit, format, unit === 'relative');
}

/** A relative difference with its sign: +15.2 %. */
export function formatLift(lift: Comparison | null, format: NumberFormat): string {
	return lift === null ? NO_VALUE : text(lift.value, 'relative', format, true);
}

/** An absolute difference in the metric's unit, with its sign: +3.2 pp · −€1.20. Rates differ by percentage points. */
export function formatDifference(difference: number | null, unit: NumberUnit, format: NumberFormat): string {
	return difference === null ? NO_VALUE : differenceText(difference, unit, format, true);
}

/** The smallest difference that could be found: as a difference, without a sign. */
export function formatDetectable(mde: number | null, unit: NumberUnit, format: NumberFormat): string {
	return mde === null ? NO_VALUE : differenceText(mde, unit, format, false);
}

/** Both ends of the interval of a value: 10.1 % to 14.8 %. An end that the method cannot give is open. */
export function formatInterval(bounds: Bounds | null, unit: NumberUnit, format: NumberFormat): string {
	return rangeText(bounds, (bound) => text(bound, unit, format, unit === 'relative'));
}

export function formatLiftInterval(lift: Comparison | null, format: NumberFormat): string {
	return rangeText(lift, (bound) => text(bound, 'relative', format, true));
}

export function formatDifferenceInterval(
	difference: Comparison | null,
	unit: NumberUnit,
	format: NumberFormat,
): string {
	return rangeText(difference, (bound) => differenceText(bound, unit, format, true));
}

function rangeText(bounds: Pick<Bounds, 'low' | 'high'> | null, toText: (bound: number) => string): string {
	if (bounds === null || (bounds.low === null && bounds.high === null)) {
		return NO_VALUE;
	}
	if (bounds.low === null) {
		return `up to ${toText(bounds.high ?? 0)}`;
	}
	return bounds.high === null ? `${toText(bounds.low)} or more` : `${toText(bounds.low)} to ${toText(bounds.high)}`;
}

function differenceText(difference: number, unit: NumberUnit, format: NumberFormat, isSigned: boolean): string {
	if (unit === 'share' || unit === 'relative') {
		return `${decimal(difference * 100, 1, format, isSigned)}${NO_BREAK_SPACE}pp`;
	}
	return text(difference, unit, format, isSigned);
}

function text(value: number, unit: NumberUnit, format: NumberFormat, isSigned: boolean): string {
	switch (unit) {
		case 'people':
			return decimal(value, Number.isInteger(value) ? 0 : 1, format, isSigned);
		case 'share':
		case 'relative':
			return `${decimal(value * 100, 1, format, isSigned)}${NO_BREAK_SPACE}%`;
		case 'orders':
			return decimal(value, 2, format, isSigned);
		case 'money':
			return money(value, format, isSigned);
		default:
			return assertNever(unit);
	}
}

function money(value: number, format: NumberFormat, isSigned: boolean): string {
	if (format.currency === null) {
		return decimal(value, 2, format, isSigned);
	}
	const { currency } = format;
	return formatter(format, currency, isSigned, { style: 'currency', currency }).format(value);
}

function decimal(value: number, places: number, format: NumberFormat, isSigned: boolean): string {
	const options = { minimumFractionDigits: places, maximumFractionDigits: places };
	return formatter(format, String(places), isSigned, options).format(value);
}

const formatters = new Map<string, Intl.NumberFormat>();

/**
 * Making a formatter takes far longer than using it, and a scorecard holds thousands of numbers. `name` tells the options of one kind of
 * number from those of others. A value that rounds to zero has no sign: never "-0.0 %".
 */
function formatter(
	{ locale = 'en' }: NumberFormat,
	name: string,
	isSigned: boolean,
	options: Intl.NumberFormatOptions,
): Intl.NumberFormat {
	const key = `${locale} ${name} ${isSigned}`;
	const known = formatters.get(key);
	if (known) {
		return known;
	}
	const made = new Intl.NumberFormat(locale, { ...options, signDisplay: isSigned ? 'exceptZero' : 'negative' });
	formatters.set(key, made);
	return made;
}
