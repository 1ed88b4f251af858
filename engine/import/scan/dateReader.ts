import type { DateFormat } from './ColumnFormat.ts';
import { dayNumber, NO_DAY } from './dayNumber.ts';

const ZERO = 48;

export type ReadDay = (bytes: Uint8Array, start: number, end: number) => number;

/**
 * A quick reader of dates in numbers with four digits of a year ("31.12.2025"); NO_DAY for anything that parseDate should look at.
 */
export function dateReader({ order, separator, style = 'numbers' }: DateFormat): ReadDay {
	const isNumeric = (style === 'numbers' || style === 'short' || style === 'midnight') && separator !== 0;
	if (!isNumeric) {
		return () => NO_DAY;
	}
	const isYearFirst = order === 'ymd';
	const isMonthFirst = order === 'mdy';
	return (bytes, start, end) => {
		let at = start;
		const first = numberAt(bytes, at, separator);
		at += (isYearFirst ? 4 : first < 10 && bytes[at] !== ZERO ? 1 : 2) + 1;
		if (first < 0 || at >= end || bytes[at - 1] !== separator) {
			return NO_DAY;
		}
		const second = numberAt(bytes, at, separator);
		at += (second < 10 && bytes[at] !== ZERO ? 1 : 2) + 1;
		if (second < 0 || at >= end || bytes[at - 1] !== separator) {
			return NO_DAY;
		}
		const third = numberAt(bytes, at, -1, end);
		const thirdLength = end - at;
		if (third < 0 || (isYearFirst ? thirdLength > 2 : thirdLength !== 4)) {
			return NO_DAY;
		}
		return isYearFirst
			? dayNumber(first, second, third)
			: isMonthFirst
				? dayNumber(third, first, second)
				: dayNumber(third, second, first);
	};
}

/** Digits up to a separator or an end, four at most; -1 where anything else stands there. */
function numberAt(bytes: Uint8Array, from: number, separator: number, end = from + 5): number {
	let value = 0;
	let at = from;
	for (; at < end && bytes[at] !== separator; at++) {
		const digit = bytes[at]! - ZERO;
		if (digit >>> 0 > 9) {
			return -1;
		}
		value = value * 10 + digit;
	}
	return at > from && at - from <= 4 ? value : -1;
}
