import type { ColumnReading } from '#shared/model/importPlan.ts';
import type { ColumnFormat, DateFormat, DateOrder, NumberMarks, TimestampFormat } from './scan/ColumnFormat.ts';
import { decodeMarks } from './scan/decodeMarks.ts';
import { MAX_SCALE, takeOffSigns } from './scan/parseNumber.ts';

/** Order and separator of dates in numbers, those that cannot be mistaken first. */
const dateShapes: readonly { readonly order: DateOrder; readonly separator: string }[] = [
	{ order: 'ymd', separator: '-' },
	{ order: 'dmy', separator: '.' },
	{ order: 'ymd', separator: '/' },
	{ order: 'ymd', separator: '.' },
	{ order: 'dmy', separator: '/' },
	{ order: 'mdy', separator: '/' },
	{ order: 'dmy', separator: '-' },
	{ order: 'mdy', separator: '-' },
	{ order: 'dmy', separator: ' ' },
	{ order: 'mdy', separator: '.' },
];

/** Formats of numbers to try, the narrowest first. */
export function numberFormats(
	filled: readonly string[],
	marks: NumberMarks | null,
	allowsLeadingZeros: boolean,
): ColumnFormat[] {
	const base = { kind: 'number', allowsLeadingZeros, marks } as const;
	const extra = marks?.isShare ? 2 : 0;
	const places = filled.map((value) => placesOf(value, marks)).map((count) => (count < 0 ? 0 : count + extra));
	const scale = Math.max(0, ...places.filter((count) => count <= MAX_SCALE));
	return [
		{ ...base, type: 'integer', scale: 0, isExact: true },
		...(scale > 0 ? [{ ...base, type: 'decimal', scale, isExact: true } as const] : []),
		{ ...base, type: 'decimal', scale: 0, isExact: false },
	];
}

/** Digits after the decimal mark; -1 for what is no number. */
function placesOf(value: string, marks: NumberMarks | null): number {
	const isPlain = marks === null && /^\d+(?:\.\d+)?$/.test(value);
	const core = isPlain ? value : (takeOffSigns(decodeMarks(value), marks?.unit ?? '').core ?? '');
	if (!/^[\d.,' ]*\d[\d.,' ]*$/.test(core)) {
		return -1;
	}
	const mark = core.lastIndexOf(marks?.decimal ?? '.');
	return mark < 0 ? 0 : core.length - mark - 1;
}

/** Formats of dates to try. Two-digit years come after those of four, times after dates. */
export function dateFormats(reading: ColumnReading): DateFormat[] {
	const shapes = dateShapes.filter(
		({ order, separator }) =>
			reading.dateOrder === order || (reading.dateOrder === undefined && !(order === 'mdy' && separator === '.')),
	);
	const all = shapes.map(
		({ order, separator }) => ({ kind: 'date', order, separator: separator.charCodeAt(0) }) as const,
	);
	// Any two-digit day would do as a year, so that years of two digits come first only where the user says so.
	const short = all.filter(({ order }) => order !== 'ymd' || reading.dateOrder === 'ymd');
	return [
		...all,
		...short.map((format) => ({ ...format, style: 'short' }) as const),
		{ kind: 'date', order: 'ymd', separator: 0, style: 'names' },
		...all.map((format) => ({ ...format, style: 'midnight' }) as const),
	];
}

export function timestampFormats(reading: ColumnReading): TimestampFormat[] {
	const dates = dateFormats(reading).filter(({ style }) => style !== 'midnight');
	return [
		{ kind: 'timestamp' },
		...dates.map(({ order, separator, style }) =>
			style === 'names'
				? ({ kind: 'timestamp', style } as const)
				: ({ kind: 'timestamp', style: style === 'short' ? 'short' : 'numbers', order, separator } as const),
		),
	];
}

/** Formats in which numbers stand for dates. */
export function countedFormats(reading: ColumnReading): (DateFormat | TimestampFormat)[] {
	const excel = ['excel-1900', 'excel-1904'] as const;
	const epoch = ['seconds', 'milliseconds'] as const;
	const { dateCount } = reading;
	const formats: (DateFormat | TimestampFormat)[] = [
		{ kind: 'date', order: 'ymd', separator: 0 },
		...excel
			.filter((style) => style === (dateCount ?? 'excel-1900'))
			.flatMap((style) => [
				{ kind: 'date', order: 'ymd', separator: 0, style } as const,
				{ kind: 'timestamp', style } as const,
			]),
		...epoch
			.filter((style) => dateCount === undefined || dateCount === style)
			.map((style) => ({ kind: 'timestamp', style }) as const),
	];
	return formats.filter((format) => dateCount === undefined || format.style === dateCount);
}
