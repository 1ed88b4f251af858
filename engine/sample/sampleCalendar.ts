/** Calendar of the sample retailer in whole days since 1970-01-01, free of time zones and of today's date. */

/** Days since 1970-01-01 of a proleptic Gregorian date (Howard Hinnant, "chrono-compatible low-level date algorithms"). */
export function dayNumber(year: number, month: number, day: number): number {
	const shifted = month > 2 ? year : year - 1;
	const era = Math.floor(shifted / 400);
	const yearOfEra = shifted - era * 400;
	const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
	const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
	return era * 146_097 + dayOfEra - 719_468;
}

/** First day of trading. */
export const FIRST_DAY = dayNumber(2022, 7, 1);
/** Last day with orders. The campaign goes out one day later, so no order knows anything of it. */
export const LAST_ORDER_DAY = dayNumber(2026, 6, 29);
export const CAMPAIGN_DAY = dayNumber(2026, 6, 30);
/** The date as of which the planted segments hold: the day after the newest event, which is what Tranche takes by itself. */
export const AS_OF_DAY = dayNumber(2026, 7, 1);
export const SAMPLE_AS_OF = '2026-07-01';

export interface SampleMonth {
	readonly firstDay: number;
	readonly lastDay: number;
	/** Orders relative to an average month. */
	readonly season: number;
}

/** January to December: sales in January, garden in May and June, presents in November and December. */
const SEASONS = [1.05, 0.85, 0.9, 0.95, 1.1, 1.1, 0.9, 0.85, 0.95, 1.0, 1.3, 1.35];

/** The 48 months of trading; the last one ends with the last order day. */
export const sampleMonths: readonly SampleMonth[] = Array.from({ length: 48 }, (_, index) => {
	const monthIndex = 6 + index;
	const start = dayNumber(2022 + Math.floor(monthIndex / 12), (monthIndex % 12) + 1, 1);
	const next = dayNumber(2022 + Math.floor((monthIndex + 1) / 12), ((monthIndex + 1) % 12) + 1, 1);
	return { firstDay: start, lastDay: Math.min(next - 1, LAST_ORDER_DAY), season: SEASONS[monthIndex % 12] ?? 1 };
});
