import type { DateOrder } from './ColumnFormat.ts';

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/** Day number of the first of each month, [(year - 1900) * 12 + month - 1], with one more month at the end. */
const monthStarts = Int32Array.from({ length: (LAST_YEAR - FIRST_YEAR + 1) * 12 + 1 }, (_, month) =>
	Math.floor(Date.UTC(FIRST_YEAR + Math.floor(month / 12), month % 12, 1) / 86_400_000),
);

/** No such day. Day numbers of the years 1 to 9999 are far above it. */
export const NO_DAY = -0x80000000;

/** Days since 1970-01-01 of a date in the years 1 to 9999, or NO_DAY. */
export function dayNumber(year: number, month: number, day: number): number {
	if (month < 1 || month > 12 || day < 1 || day > 31) {
		return NO_DAY;
	}
	if (year >= FIRST_YEAR && year <= LAST_YEAR) {
		const index = (year - FIRST_YEAR) * 12 + month - 1;
		const start = monthStarts[index]!;
		return start + day <= monthStarts[index + 1]! ? start + day - 1 : NO_DAY;
	}
	if (year < 1 || year > 9999) {
		return NO_DAY;
	}
	const date = new Date(0);
	date.setUTCFullYear(year, month - 1, day);
	return date.getUTCDate() === day ? Math.floor(date.getTime() / 86_400_000) : NO_DAY;
}

const dateParts = /^(\d{1,4})([-./])(\d{1,2})\2(\d{1,4})$/;

/** Any spelling of a date in the given order, one or two digits for day and month, four for the year. */
export function parseDate(text: string, order: DateOrder, separator: number): number {
	const match = dateParts.exec(text.trim());
	if (!match || match[2]!.charCodeAt(0) !== separator) {
		return NO_DAY;
	}
	const [first, second, third] = [match[1]!, match[3]!, match[4]!];
	const [year, month, day] =
		order === 'ymd' ? [first, second, third] : order === 'dmy' ? [third, second, first] : [third, first, second];
	return year.length === 4 && day.length <= 2 ? dayNumber(Number(year), Number(month), Number(day)) : NO_DAY;
}

const timestampParts =
	/^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?(Z|[+-]\d{2}(?::?\d{2})?))?)?$/;

/**
 * Milliseconds since 1970 of an ISO 8601 date with or without time and offset, NaN for anything else. Without an
 * offset the time is read as UTC; digits after the milliseconds are cut off.
 */
export function parseTimestamp(text: string): number {
	const match = timestampParts.exec(text.trim());
	if (!match) {
		return NaN;
	}
	const day = dayNumber(Number(match[1]), Number(match[2]), Number(match[3]));
	const [hour, minute, second] = [Number(match[4] ?? 0), Number(match[5] ?? 0), Number(match[6] ?? 0)];
	if (day === NO_DAY || hour > 23 || minute > 59 || second > 59) {
		return NaN;
	}
	const milliseconds = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3));
	return ((day * 24 + hour) * 60 + minute - offsetMinutes(match[8])) * 60_000 + second * 1000 + milliseconds;
}

function offsetMinutes(offset: string | undefined): number {
	if (offset === undefined || offset === 'Z') {
		return 0;
	}
	const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3).replace(':', '') || 0);
	return offset.startsWith('-') ? -minutes : minutes;
}
