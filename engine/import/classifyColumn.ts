import type { ColumnType } from '#shared/model/columnType.ts';
import type { ColumnFormat, DateOrder } from './scan/ColumnFormat.ts';
import { NULL_TOKENS } from './scan/nullTokens.ts';
import { parseBoolean } from './scan/parseBoolean.ts';
import { NO_DAY, parseDate, parseTimestamp } from './scan/parseDate.ts';
import { MAX_SCALE, parseNumber } from './scan/parseNumber.ts';

/** Share of values that may fail a type before the type is given up. */
export const MISFIT_SHARE = 0.01;

export interface ColumnEvidenceOfSample {
	readonly format: ColumnFormat;
	/** Dates that can be read day first or month first alike; the column is text unless the user says it holds dates. */
	readonly isAmbiguousDate: boolean;
	/** Numbers with a decimal comma, which are read as text for now. */
	readonly hasDecimalComma: boolean;
}

/**
 * The format that explains the sampled values of a column. `wanted` restricts the choice to some types, in which case the
 * first of them that explains enough values is taken, and the last of them if none does.
 */
export function classifyColumn(
	values: readonly string[],
	wanted: readonly ColumnType[] | null,
	options: { readonly misfitShare?: number; readonly allowsLeadingZeros?: boolean } = {},
): ColumnEvidenceOfSample {
	const filled = values.filter((value) => !NULL_TOKENS.includes(value));
	const allowed = Math.floor(filled.length * (options.misfitShare ?? MISFIT_SHARE));
	const candidates = candidateFormats(filled, options.allowsLeadingZeros ?? false);
	const fitting = candidates.filter((format) => filled.length > 0 && misfitsUpTo(filled, format, allowed) <= allowed);
	const orders = new Set(fitting.map((format) => (format.kind === 'date' ? format.order : null)));
	const isAmbiguousDate = filled.length > 0 && orders.has('dmy') && orders.has('mdy');
	const hasDecimalComma =
		filled.length > 0 &&
		filled.every((value) => /^[+-]?\d+(,\d{1,2})?$/.test(value.trim())) &&
		filled.some((value) => value.includes(','));
	const byType = wanted
		? wanted.flatMap((type) => fitting.filter((format) => typeName(format) === type))
		: fitting.filter((format) => !(format.kind === 'date' && isAmbiguousDate));
	const last = wanted?.at(-1) ?? 'text';
	const format = byType[0] ?? bestOfType(filled, candidates, last) ?? textFormat(filled);
	return { format, isAmbiguousDate, hasDecimalComma };
}

/** Whether a text on its own is a number, a date or a time. */
export function looksTyped(text: string): boolean {
	return candidateFormats([text], false).some((format) => format.kind !== 'boolean' && fits(text, format));
}

/** Formats to try, the narrowest first. */
function candidateFormats(filled: readonly string[], allowsLeadingZeros: boolean): ColumnFormat[] {
	const hasThousands =
		filled.some((value) => /^[+-]?\d{1,3}(,\d{3})+\.\d+$/.test(value.trim())) &&
		!filled.some((value) => /^[+-]?\d+,\d{1,2}$/.test(value.trim()));
	const base = { kind: 'number', allowsLeadingZeros, hasThousands } as const;
	const places = filled.map((value) => /^[+-]?[\d,]*\.(\d+)$/.exec(value.trim())?.[1]?.length ?? 0);
	const scale = Math.max(0, ...places.filter((count) => count <= MAX_SCALE));
	const dates: { order: DateOrder; separator: string }[] = [
		{ order: 'ymd', separator: '-' },
		{ order: 'dmy', separator: '.' },
		{ order: 'ymd', separator: '/' },
		{ order: 'ymd', separator: '.' },
		{ order: 'dmy', separator: '/' },
		{ order: 'mdy', separator: '/' },
		{ order: 'dmy', separator: '-' },
		{ order: 'mdy', separator: '-' },
	];
	return [
		{ kind: 'boolean' },
		{ ...base, type: 'integer', scale: 0, isExact: true },
		...(scale > 0 ? [{ ...base, type: 'decimal', scale, isExact: true } as const] : []),
		{ ...base, type: 'decimal', scale: 0, isExact: false },
		...dates.map(({ order, separator }) => ({ kind: 'date', order, separator: separator.charCodeAt(0) }) as const),
		{ kind: 'timestamp' },
	];
}

function fits(value: string, format: ColumnFormat): boolean {
	switch (format.kind) {
		case 'number':
			return typeof parseNumber(value, format) === 'number';
		case 'date':
			return parseDate(value, format.order, format.separator) !== NO_DAY;
		case 'timestamp':
			return !Number.isNaN(parseTimestamp(value));
		case 'boolean': {
			const bytes = Buffer.from(value);
			return !Number.isNaN(parseBoolean(bytes, 0, bytes.length));
		}
		case 'category':
		case 'text':
			return true;
	}
}

function typeName(format: ColumnFormat): ColumnType {
	return format.kind === 'number' ? format.type : format.kind === 'category' ? 'text' : format.kind;
}

/** Counts no further than one beyond `limit`. */
function misfitsUpTo(values: readonly string[], format: ColumnFormat, limit: number): number {
	let misfits = 0;
	for (const value of values) {
		if (!fits(value, format) && ++misfits > limit) {
			break;
		}
	}
	return misfits;
}

function bestOfType(
	values: readonly string[],
	candidates: readonly ColumnFormat[],
	type: ColumnType,
): ColumnFormat | null {
	const counted = candidates
		.filter((format) => typeName(format) === type)
		.map((format) => ({ format, misfits: misfitsUpTo(values, format, Infinity) }));
	return counted.sort((a, b) => a.misfits - b.misfits)[0]?.format ?? null;
}

/** Codes where values repeat; the loader falls back to plain text where they turn out not to. */
function textFormat(filled: readonly string[]): ColumnFormat {
	return filled.length < 200 || new Set(filled).size <= filled.length / 2 ? { kind: 'category' } : { kind: 'text' };
}
