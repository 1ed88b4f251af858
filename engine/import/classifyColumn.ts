import type { ColumnType } from '#shared/model/columnType.ts';
import type { ColumnReading } from '#shared/model/importPlan.ts';
import { countedFormats, dateFormats, numberFormats, timestampFormats } from './candidateFormats.ts';
import { detectMarks, noMarks, type MarkEvidence } from './detectMarks.ts';
import { suggestsDate } from './headerHints.ts';
import { readCell } from './readCell.ts';
import { typeOfFormat, type ColumnFormat } from './scan/ColumnFormat.ts';
import { decodeMarks } from './scan/decodeMarks.ts';
import { isNullWord } from './scan/nullTokens.ts';
import { areBooleans, parseBoolean } from './scan/parseBoolean.ts';
import { NO_DAY, parseDate, parseTimestamp } from './scan/parseDate.ts';
import { parseNumber } from './scan/parseNumber.ts';

/** Share of values that may fail a type before the type is given up. */
export const MISFIT_SHARE = 0.01;
const POINT = 46;

export interface ColumnGuess {
	readonly format: ColumnFormat;
	/** Dates that can be read day first or month first alike; the column is text unless the user says it holds dates. */
	readonly isAmbiguousDate: boolean;
	/** Dates with years of two digits that can be read day first or year first alike: "24/01/15". */
	readonly isYearOpen: boolean;
	/** Numbers like "1,234" or "1.234", in which the mark may group digits or start decimals. */
	readonly isAmbiguousMark: boolean;
	/** Whether numbers were taken for dates because of the header. */
	readonly isCounted: boolean;
	/** Currency signs and codes in the values, the most frequent first. */
	readonly units: readonly string[];
	readonly evidence: MarkEvidence;
	/** Whether nothing that other columns say about decimal marks could change the format. */
	readonly isDecided: boolean;
	readonly filled: number;
}

export interface ClassifyOptions {
	readonly misfitShare?: number;
	readonly allowsLeadingZeros?: boolean;
	readonly header?: string;
	/** What the user, or an earlier look at the same values, settled. */
	readonly reading?: ColumnReading;
	/** What the columns of the file together say about decimal marks. */
	readonly fileMarks?: MarkEvidence;
}

/**
 * The format that explains the sampled values of a column. `wanted` restricts the choice to some types, in which case the
 * first of them that explains enough values is taken, and the last of them if none does.
 */
export function classifyColumn(
	values: readonly string[],
	wanted: readonly ColumnType[] | null,
	options: ClassifyOptions = {},
): ColumnGuess {
	const known = knownGuesses.get(values) ?? new Map<string, ColumnGuess>();
	knownGuesses.set(values, known);
	const key = JSON.stringify([wanted, options]);
	const guess = known.get(key) ?? classify(values, wanted, options);
	known.set(key, guess);
	return guess;
}

/** Each correction in a preview asks anew for all columns, of which it changes one. */
const knownGuesses = new WeakMap<readonly string[], Map<string, ColumnGuess>>();

function classify(
	values: readonly string[],
	wanted: readonly ColumnType[] | null,
	options: ClassifyOptions,
): ColumnGuess {
	const { reading = {}, header = '', fileMarks = noMarks } = options;
	if (reading.keepsWords && wanted?.[0] === 'text') {
		return { ...nothingOpen, format: { kind: 'text', isVerbatim: true }, filled: values.length };
	}
	const filled = values.filter((value) => !isNullWord(value));
	const allowed = Math.floor(filled.length * (options.misfitShare ?? MISFIT_SHARE));
	const detected = detectMarks(filled, reading, fileMarks);
	const score = (format: ColumnFormat, limit: number): Scored => ({
		format,
		misfits: misfitsUpTo(filled, format, limit),
	});
	const isWanted = (format: ColumnFormat) => wanted?.includes(typeOfFormat(format)) ?? true;
	const families: (() => readonly ColumnFormat[])[] = [
		() => (areBooleans(filled) || wanted?.includes('boolean') ? [{ kind: 'boolean' }] : []),
		() => (isMostlyBracketed(filled) ? [] : numberFormats(filled, detected.marks, options.allowsLeadingZeros ?? false)),
		() => dateFormats(reading),
		() => timestampFormats(reading),
	];
	const fitting: Scored[] = [];
	for (const family of families) {
		// Without a wish, the first kind of format that fits settles it.
		if (filled.length > 0 && (wanted || fitting.length === 0)) {
			const scored = family()
				.filter(isWanted)
				.map((format) => score(format, allowed));
			fitting.push(...scored.filter(({ misfits }) => misfits <= allowed).sort((x, y) => x.misfits - y.misfits));
		}
	}
	const isAmbiguousDate = reading.dateOrder === undefined && haveTwoOrders(fitting, filled);
	const counted = filled.length > 0 ? countedFormat(filled, wanted, reading, header, fitting) : null;
	const byType = wanted
		? wanted.flatMap((type) => fitting.filter(({ format }) => typeOfFormat(format) === type))
		: fitting.filter(({ format }) => !(isAmbiguousDate && hasOrder(format)));
	const last = wanted?.at(-1) ?? 'text';
	const format =
		counted ??
		byType[0]?.format ??
		bestOfType(
			families.flatMap((family) => family()),
			last,
			(each) => score(each, Infinity),
		) ??
		textFormat(filled);
	const isNumber = format.kind === 'number';
	const yearFirst = reading.dateOrder === undefined ? withYearFirst(format, filled) : null;
	return {
		format: yearFirst !== null && varies(filled, 0) < varies(filled, 2) ? yearFirst : format,
		isAmbiguousDate,
		isYearOpen: yearFirst !== null && varies(filled, 0) <= varies(filled, 2),
		isAmbiguousMark: isNumber && detected.isAmbiguous,
		isCounted: counted !== null && reading.dateCount === undefined,
		units: detected.units,
		evidence: isNumber ? detected.evidence : noMarks,
		isDecided: format.kind === 'date' || format.kind === 'timestamp' || format.kind === 'boolean' || detected.isDecided,
		filled: filled.length,
	};
}

/** Whether a text on its own is a number, a date or a time. */
export function looksTyped(text: string): boolean {
	const { format } = classifyColumn([text], null);
	return format.kind !== 'boolean' && typeOfFormat(format) !== 'text';
}

const nothingOpen = {
	isAmbiguousDate: false,
	isYearOpen: false,
	isAmbiguousMark: false,
	isCounted: false,
	units: [],
	evidence: noMarks,
	isDecided: true,
} as const;

interface Scored {
	readonly format: ColumnFormat;
	readonly misfits: number;
}

export function fits(value: string, format: ColumnFormat): boolean {
	switch (format.kind) {
		case 'number':
			return typeof parseNumber(value, format) === 'number';
		case 'date':
			return parseDate(value, format.order, format.separator, format.style) !== NO_DAY;
		case 'timestamp':
			return !Number.isNaN(parseTimestamp(value, format));
		case 'boolean': {
			const bytes = Buffer.from(value);
			return !Number.isNaN(parseBoolean(bytes, 0, bytes.length));
		}
		case 'category':
		case 'text':
			return true;
	}
}

/** Counts no further than one beyond `limit`. A name in digits counts against all numbers, so that "007" keeps its zeros. */
function misfitsUpTo(values: readonly string[], format: ColumnFormat, limit: number): number {
	let misfits = 0;
	for (const value of values) {
		if (format.kind === 'number') {
			const found = parseNumber(value, format);
			misfits += typeof found === 'number' ? 0 : found.kind === 'identifier' && limit < values.length ? limit + 1 : 1;
		} else {
			misfits += fits(value, format) ? 0 : 1;
		}
		if (misfits > limit) {
			break;
		}
	}
	return misfits;
}

/** Whether day first and month first fit equally well, and are not the same day throughout ("02/02/2024"). */
function haveTwoOrders(fitting: readonly Scored[], filled: readonly string[]): boolean {
	const best = (order: string) =>
		fitting.find(({ format }) => hasOrder(format) && 'order' in format && format.order === order) ?? null;
	const [dayFirst, monthFirst, yearFirst] = [best('dmy'), best('mdy'), best('ymd')];
	if (dayFirst === null || dayFirst.misfits !== monthFirst?.misfits || yearFirst !== null) {
		return false;
	}
	const read = (value: string, { format }: Scored) => readCell(value, false, format);
	return filled.some((value) => read(value, dayFirst) !== read(value, monthFirst));
}

/** The same dates with the year first, where they can be read so too; points stand in dates that begin with the day. */
function withYearFirst(format: ColumnFormat, filled: readonly string[]): ColumnFormat | null {
	const isShort =
		(format.kind === 'date' || format.kind === 'timestamp') && format.style === 'short' && format.order === 'dmy';
	const yearFirst = isShort && format.separator !== POINT ? ({ ...format, order: 'ymd' } as const) : null;
	return yearFirst !== null && misfitsUpTo(filled, yearFirst, 0) === 0 ? yearFirst : null;
}

/** How far apart the numbers at one place of the dates are: those of years less than those of days. */
function varies(filled: readonly string[], place: number): number {
	const parts = filled.map((value) => Number(value.match(/\d+/g)?.[place]));
	return Math.max(...parts) - Math.min(...parts);
}

function hasOrder(format: ColumnFormat): boolean {
	return (
		(format.kind === 'date' || format.kind === 'timestamp') &&
		(format.style ?? 'numbers') !== 'names' &&
		format.order !== undefined
	);
}

const DAY_SECONDS = 86_400;
/** Years 1950 to 2099 in each count, so that other numbers are seldom taken for dates. */
const countedRanges = {
	'excel-1900': [18_264, 73_050],
	'excel-1904': [16_802, 71_588],
	seconds: [2300 * DAY_SECONDS, 47_482 * DAY_SECONDS],
	milliseconds: [2300 * DAY_SECONDS * 1000, 47_482 * DAY_SECONDS * 1000],
} as const;

/** Numbers as dates: where the reading says so, where only a date is wanted, or where the header suggests it and the values agree. */
function countedFormat(
	filled: readonly string[],
	wanted: readonly ColumnType[] | null,
	reading: ColumnReading,
	header: string,
	fitting: readonly Scored[],
): ColumnFormat | null {
	const isDated =
		reading.dateCount !== undefined || (wanted ? isDateWanted(wanted, fitting) : suggestsDate(header, 'times'));
	if (!isDated || !(fitting[0]?.format.kind === 'number' || wanted)) {
		return null;
	}
	const candidates = countedFormats(reading).filter((format) => wanted?.includes(format.kind) ?? true);
	const isPlausible = (format: ColumnFormat) => {
		const style = format.kind === 'date' || format.kind === 'timestamp' ? format.style : undefined;
		const range =
			style !== undefined && style in countedRanges ? countedRanges[style as keyof typeof countedRanges] : null;
		return filled.every(
			(value) =>
				fits(value, format) &&
				(reading.dateCount !== undefined || range === null
					? range !== null || /^(?:19|20)\d{6}$/.test(value.trim())
					: Number(value) >= range[0] && Number(value) <= range[1]),
		);
	};
	const isNamed = (format: ColumnFormat) =>
		wanted !== null || reading.dateCount !== undefined || isCountOfTime(format) || suggestsDate(header, 'days');
	const chosen = candidates.find((format) => isNamed(format) && isPlausible(format));
	return chosen ?? (reading.dateCount === undefined ? null : (candidates[0] ?? null));
}

function isCountOfTime(format: ColumnFormat): boolean {
	return format.kind === 'timestamp' && (format.style === 'seconds' || format.style === 'milliseconds');
}

function isDateWanted(wanted: readonly ColumnType[], fitting: readonly Scored[]): boolean {
	const isDate = (type: ColumnType) => type === 'date' || type === 'timestamp';
	return wanted.some(isDate) && !fitting.some(({ format }) => isDate(typeOfFormat(format)));
}

/** Brackets or a minus behind nearly every whole number are a way to write names, not negative numbers. */
function isMostlyBracketed(filled: readonly string[]): boolean {
	const odd = filled.filter((value) => /^\([^.,]*\)$|^[^.,]*\d-$/.test(decodeMarks(value))).length;
	return odd > 0 && odd > filled.length / 2;
}

function bestOfType(
	formats: readonly ColumnFormat[],
	type: ColumnType,
	score: (format: ColumnFormat) => Scored,
): ColumnFormat | null {
	const counted = formats.filter((format) => typeOfFormat(format) === type).map((format) => score(format));
	return counted.sort((a, b) => a.misfits - b.misfits)[0]?.format ?? null;
}

/** Codes where values repeat; the loader falls back to plain text where they turn out not to. */
function textFormat(filled: readonly string[]): ColumnFormat {
	return filled.length < 200 || new Set(filled).size <= filled.length / 2 ? { kind: 'category' } : { kind: 'text' };
}
