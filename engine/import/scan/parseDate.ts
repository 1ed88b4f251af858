import type { DateOrder, DateStyle, TimestampFormat } from './ColumnFormat.ts';
import { dayNumber, NO_DAY } from './dayNumber.ts';
import { decodeMarks } from './decodeMarks.ts';
import { monthOf } from './monthNames.ts';

export { dayNumber, NO_DAY } from './dayNumber.ts';

/** Two-digit years from here on are of the 20th century, those below of the 21st, as in POSIX. */
export const YEAR_PIVOT = 69;
const DAY_MS = 86_400_000;

/**
 * Days from the start of each Excel calendar to 1970-01-01. The 1900 calendar has a 29 February 1900 that never was, so that its
 * numbers are right from 1 March 1900 (61) on and no earlier one is read.
 */
const excelEpochs = { 'excel-1900': 25_569, 'excel-1904': 24_107 } as const;
const FIRST_EXCEL_DAY = 61;
const LAST_EXCEL_DAY = 2_958_465;

const dateParts = /^(\d{1,4})([-./ ]) ?(\d{1,2})\2 ?(\d{1,4})$/;
/** A day of the week before a date in numbers: "Mo, 15.01.2024". */
const leadingWord = /^(\p{L}+)[.,]{0,2} ?(?=\d)/u;
const basicParts = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})?(.*)$/;
const weekday =
	/^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|mo|di|mi|do|fr|sa|so|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|lun|mar|mer|jeu|ven|sam|dim|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)$/iu;
const compactParts = /^(\d{4})(\d{2})(\d{2})$/;
/** A time of day with seconds, fraction, am or pm, and offset, each where it is given. */
const timeParts =
	/^(.*?\S)(?:[T,]\s*|\s+(?:at\s+|um\s+|à\s+)?)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s*([AaPp])\.?[Mm]\.?)?(?:\s*(?:Uhr|h))?(?:\s*(Z|(?:UTC|GMT)?[+-]\d{2}(?::?\d{2})?(?: \([^()]*\))?|UTC|GMT))?$/;

/**
 * Days since 1970-01-01 of a date in the given order and style, one or two digits for day and month, or NO_DAY. `separator` is
 * the byte between the parts, 0 for yyyymmdd.
 */
export function parseDate(text: string, order: DateOrder, separator: number, style: DateStyle = 'numbers'): number {
	switch (style) {
		case 'numbers':
		case 'short':
			return dateOfNumbers(text.trim(), order, separator, style === 'short');
		case 'names':
			return dateOfNames(decodeMarks(text));
		case 'midnight': {
			const parts = timeParts.exec(text.trim());
			if (!parts) {
				return dateOfNumbers(text.trim(), order, separator, false);
			}
			return timeOf(parts) === 0 ? dateOfNumbers(parts[1]!, order, separator, false) : NO_DAY;
		}
		case 'excel-1900':
		case 'excel-1904': {
			const trimmed = text.trim();
			return /^\d{2,7}(?:\.0+)?$/.test(trimmed) ? excelDay(Number(trimmed), style) : NO_DAY;
		}
	}
}

/**
 * Milliseconds since 1970 of a date with or without time and offset, NaN for anything else. By default the date is ISO 8601. Without
 * an offset the time is read as UTC; digits after the milliseconds are cut off.
 */
export function parseTimestamp(text: string, format: TimestampFormat = { kind: 'timestamp' }): number {
	const { style = 'iso', order = 'ymd', separator = 45 } = format;
	switch (style) {
		case 'iso':
			return instantOf(extended(text.trim()), isoDay);
		case 'numbers':
		case 'short':
			return instantOf(text.trim(), (date) => dateOfNumbers(date, order, separator, style === 'short'));
		case 'names':
			return instantOf(decodeMarks(text), dateOfNames);
		case 'excel-1900':
		case 'excel-1904': {
			const trimmed = text.trim();
			const days = /^\d{2,7}(?:\.\d+)?$/.test(trimmed) ? Number(trimmed) : NaN;
			const day = excelDay(Math.floor(days), style);
			// Excel itself shows these fractions of a day to the second.
			return day === NO_DAY ? NaN : day * DAY_MS + Math.round((days - Math.floor(days)) * 86_400) * 1000;
		}
		case 'seconds':
		case 'milliseconds':
			return epochInstant(text.trim(), style === 'seconds' ? 1000 : 1);
	}
}

/** The basic form of ISO 8601 ("20240115T134530Z") with its hyphens and colons. */
function extended(text: string): string {
	const parts = basicParts.exec(text);
	const seconds = parts?.[6] === undefined ? '' : `:${parts[6]}`;
	return parts ? `${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}${seconds}${parts[7]}` : text;
}

function isoDay(text: string): number {
	return /^\d{4}-\d{2}-\d{2}$/.test(text) ? dateOfNumbers(text, 'ymd', 45, false) : NO_DAY;
}

function dateOfNumbers(text: string, order: DateOrder, separator: number, allowsShortYear: boolean): number {
	if (separator === 0) {
		const compact = compactParts.exec(text);
		return compact ? dayNumber(Number(compact[1]), Number(compact[2]), Number(compact[3])) : NO_DAY;
	}
	const match = dateParts.exec(withoutWeekday(text));
	if (!match || match[2]!.charCodeAt(0) !== separator) {
		return NO_DAY;
	}
	const [first, second, third] = [match[1]!, match[3]!, match[4]!];
	const [year, month, day] =
		order === 'ymd' ? [first, second, third] : order === 'dmy' ? [third, second, first] : [third, first, second];
	const isYear = year.length === 4 || (year.length === 2 && allowsShortYear);
	return isYear && day.length <= 2 && month.length <= 2
		? dayNumber(fullYear(year), Number(month), Number(day))
		: NO_DAY;
}

/** "12 Jan 2024", "Jan 12, 2024", "12-Jan-24", "2024 Jan 12", "Fri, 12. Januar 2024", "1er janvier 2024", "12 de enero de 2024". */
function dateOfNames(text: string): number {
	const words = text.match(/\p{L}+|\d+/gu) ?? [];
	const kept = words.filter((word) => !/^(?:st|nd|rd|th|er|de|del|of|the|le)$/i.test(word));
	const month = kept.findIndex((word) => monthOf(word) !== null);
	const numbers = kept.filter((word) => /^\d+$/.test(word));
	// One more word may stand at the front: the day of the week.
	const others = kept.length - numbers.length - 1;
	const isWeekday = others === 1 && month > 0 && weekday.test(kept[0]!);
	if (month < 0 || numbers.length !== 2 || (others > 0 && !isWeekday) || !/^[\p{L}\d\s.,/-]+$/u.test(text)) {
		return NO_DAY;
	}
	const [first, second] = [numbers[0]!, numbers[1]!];
	const [year, day] = first.length === 4 ? [first, second] : [second, first];
	const isDate = day.length <= 2 && (year.length === 4 || year.length === 2);
	return isDate ? dayNumber(fullYear(year), monthOf(kept[month]!)!, Number(day)) : NO_DAY;
}

function withoutWeekday(text: string): string {
	const word = leadingWord.exec(text);
	return word && weekday.test(word[1]!) ? text.slice(word[0].length) : text;
}

function fullYear(digits: string): number {
	const year = Number(digits);
	return digits.length === 4 ? year : year + (year < YEAR_PIVOT ? 2000 : 1900);
}

function instantOf(text: string, dayOf: (date: string) => number): number {
	const parts = timeParts.exec(text);
	const day = dayOf(parts ? parts[1]! : text);
	const time = parts ? timeOf(parts) : 0;
	return day === NO_DAY || Number.isNaN(time) ? NaN : day * DAY_MS + time - offsetMinutes(parts?.[7]) * 60_000;
}

/** Milliseconds since midnight, as written; NaN where there is no such time. */
function timeOf(parts: RegExpExecArray): number {
	const isAfternoon = parts[6]?.toLowerCase() === 'p';
	const written = Number(parts[2]);
	if (parts[6] !== undefined && (written < 1 || written > 12)) {
		return NaN;
	}
	const hour = parts[6] === undefined ? written : (written % 12) + (isAfternoon ? 12 : 0);
	const [minute, second] = [Number(parts[3]), Number(parts[4] ?? 0)];
	const milliseconds = Number((parts[5] ?? '').padEnd(3, '0').slice(0, 3));
	return hour > 23 || minute > 59 || second > 59 ? NaN : ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds;
}

function offsetMinutes(offset: string | undefined): number {
	const match = /([+-])(\d{2}):?(\d{2})?/.exec(offset ?? '');
	const minutes = Number(match?.[2] ?? 0) * 60 + Number(match?.[3] ?? 0);
	return match?.[1] === '-' ? -minutes : minutes;
}

function excelDay(serial: number, style: 'excel-1900' | 'excel-1904'): number {
	const isDay = serial >= (style === 'excel-1900' ? FIRST_EXCEL_DAY : 0) && serial <= LAST_EXCEL_DAY;
	return isDay ? serial - excelEpochs[style] : NO_DAY;
}

/** Years 1 to 9999, as of all dates. */
function epochInstant(text: string, unitMs: number): number {
	const match = /^-?\d{1,15}(?:\.(\d+))?$/.exec(text);
	const ms = match && (unitMs > 1 || match[1] === undefined) ? Math.round(Number(text) * unitMs) : NaN;
	return ms >= -62_135_596_800_000 && ms <= 253_402_300_799_999 ? ms : NaN;
}
