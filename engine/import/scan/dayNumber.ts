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
