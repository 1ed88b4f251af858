/** As figures, charts and the report are written; the app speaks English throughout. */
const LOCALE = 'en';
const count = new Intl.NumberFormat(LOCALE);
const decimal = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });
const longDate = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: 'UTC' });
const moment = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' });
const clock = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'medium' });
const NO_BREAK_SPACE = '\u00a0';
const byteUnits = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** Numbers and dates in the screens; figures of metrics come from shared/metrics/formatNumber.ts. */
export const format = {
	count: (value: number) => count.format(value),
	/** 0 to 1 as a percentage. */
	share: (value: number) => `${decimal.format(value * 100)}${NO_BREAK_SPACE}%`,
	bytes(value: number): string {
		const power = Math.min(byteUnits.length - 1, value < 1000 ? 0 : Math.floor(Math.log10(value) / 3));
		return `${decimal.format(value / 1000 ** power)} ${byteUnits[power]!}`;
	},
	/** `850 ms`, `2.4 s`, `3 min 5 s`. */
	duration(durationMs: number): string {
		if (durationMs < 1000) {
			return `${count.format(Math.round(durationMs))} ms`;
		}
		const seconds = durationMs / 1000;
		return seconds < 60
			? `${decimal.format(seconds)} s`
			: `${count.format(Math.floor(seconds / 60))} min ${Math.round(seconds % 60)} s`;
	},
	/** An ISO day, e.g. 2024-03-01. */
	date: (isoDate: string) => longDate.format(new Date(`${isoDate.slice(0, 10)}T00:00:00Z`)),
	/** An ISO moment, in local time. */
	moment: (isoMoment: string) => moment.format(new Date(isoMoment)),
	clock: (date: Date) => clock.format(date),
};
