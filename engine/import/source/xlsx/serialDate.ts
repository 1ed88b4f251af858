import { isoDate } from '../../../columns/cellOf.ts';

const DAY_MS = 86_400_000;
/** The last serial of Excel, 31 December 9999. */
const MAX_SERIAL = 2_958_466;
const UNIX_EPOCH_1900 = 25_569;
const UNIX_EPOCH_1904 = 24_107;
/** Excel counts a 29 February 1900 that never was, as Lotus 1-2-3 did; before it every day is one too high. */
const LEAP_BUG = 60;

export interface DateSystem {
	/** Workbooks of old Macs count from 1904-01-01, all others from 1900-01-01 with the leap year that never was. */
	readonly is1904: boolean;
}

/** Milliseconds since 1970 of a serial number, rounded to what a serial can hold; null for numbers that are no date. */
export function serialInstant(serial: number, { is1904 }: DateSystem): number | null {
	const isDate = serial >= (is1904 ? 0 : 1) && serial < MAX_SERIAL && (is1904 || Math.floor(serial) !== LEAP_BUG);
	if (!isDate) {
		return null;
	}
	const epoch = is1904 ? UNIX_EPOCH_1904 : UNIX_EPOCH_1900 - (serial < LEAP_BUG ? 1 : 0);
	return Math.round((serial - epoch) * DAY_MS);
}

/** The ISO day of a serial number; null for numbers that are no date. */
export function serialDay(serial: number, system: DateSystem): string | null {
	const instant = serialInstant(Math.floor(serial), system);
	return instant === null ? null : isoDate(instant / DAY_MS);
}

/** A time of day or a duration as `hh:mm:ss`, hours beyond 24 kept. */
export function serialTime(serial: number): string {
	const seconds = Math.round(Math.abs(serial) * 86_400);
	const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
	return (serial < 0 && seconds > 0 ? '-' : '') + parts.map((part) => String(part).padStart(2, '0')).join(':');
}
