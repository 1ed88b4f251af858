import { SqlExportError } from './SqlExportError.ts';
import { isoOfDay, MS_PER_DAY } from '../calendar.ts';

/** The day as YYYY-MM-DD. `first` and `last` are the days that the dialect can hold. */
export function isoDay(day: number, first = FIRST_DAY, last = LAST_DAY, label = 'SQL'): string {
	if (day < first || day > last) {
		throw new SqlExportError(
			`The date ${isoOfDay(day)} cannot be written in ${label}, which has dates from ${isoOfDay(first)} to ${isoOfDay(last)}.`,
		);
	}
	return isoOfDay(day);
}

/** 0001-01-01 and 9999-12-31. */
export const FIRST_DAY = -719_162;
export const LAST_DAY = 2_932_896;

/** `YYYY-MM-DD HH:MM:SS`, with `.sss` where there are milliseconds or `hasMs` asks for them. */
export function isoMoment(ms: number, hasMs = false): string {
	const day = Math.floor(ms / MS_PER_DAY);
	const time = new Date(ms - day * MS_PER_DAY).toISOString().slice(11, 23);
	return `${isoDay(day)} ${hasMs || !time.endsWith('.000') ? time : time.slice(0, 8)}`;
}
