/**
 * Days and dates of the proleptic Gregorian calendar, without time zones. A day is a count since 1970-01-01.
 * Algorithms: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil, civil_from_days).
 */
export interface CivilDate {
	readonly year: number;
	/** 1 to 12. */
	readonly month: number;
	/** 1 to 31. */
	readonly day: number;
}

export const MS_PER_DAY = 86_400_000;

export function dayOfCivil({ year, month, day }: CivilDate): number {
	const shifted = month <= 2 ? year - 1 : year;
	const era = Math.floor(shifted / 400);
	const yearOfEra = shifted - era * 400;
	const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
	const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
	return era * 146_097 + dayOfEra - 719_468;
}

export function civilOfDay(dayNumber: number): CivilDate {
	const shifted = dayNumber + 719_468;
	const era = Math.floor(shifted / 146_097);
	const dayOfEra = shifted - era * 146_097;
	const yearOfEra = Math.floor(
		(dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
	);
	const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
	const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
	const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
	return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

export function daysInMonth(year: number, month: number): number {
	const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
	return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The same day of another month; the last day of that month where it has no such day, as SQL's intervals do. */
export function addMonths(dayNumber: number, months: number): number {
	const { year, month, day } = civilOfDay(dayNumber);
	const count = year * 12 + (month - 1) + months;
	const target = { year: Math.floor(count / 12), month: count - Math.floor(count / 12) * 12 + 1 };
	return dayOfCivil({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) });
}

/** Day of `YYYY-MM-DD`, or null where the text is not a date that exists. */
export function dayOfIso(text: string): number | null {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	if (!match) {
		return null;
	}
	const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
	const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
	return exists ? dayOfCivil({ year, month, day }) : null;
}

/**
 * Milliseconds since 1970-01-01T00:00Z of `YYYY-MM-DD HH:MM[:SS[.fff]]`, with a space or a T, and Z or an offset where there is
 * one (UTC where not). Null where the text is no such moment, and for a date without a time.
 */
export function instantOfIso(text: string): number | null {
	const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d{1,3})?)?(?:Z|([+-])(\d{2}):?(\d{2}))?$/.exec(
		text,
	);
	const day = match ? dayOfIso(match[1] ?? '') : null;
	if (!match || day === null) {
		return null;
	}
	const [hours, minutes, seconds] = [Number(match[2]), Number(match[3]), Number(match[4] ?? 0)];
	const [offsetHours, offsetMinutes] = [Number(match[7] ?? 0), Number(match[8] ?? 0)];
	if (hours > 23 || minutes > 59 || seconds > 59 || offsetHours > 23 || offsetMinutes > 59) {
		return null;
	}
	const offset = (offsetHours * 60 + offsetMinutes) * (match[6] === '-' ? -1 : 1);
	const fraction = Math.round(Number(`0${match[5] ?? ''}`) * 1000);
	return day * MS_PER_DAY + ((hours * 60 + minutes - offset) * 60 + seconds) * 1000 + fraction;
}

export function isoOfDay(dayNumber: number): string {
	const { year, month, day } = civilOfDay(dayNumber);
	return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
