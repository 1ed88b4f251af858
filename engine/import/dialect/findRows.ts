import { looksTyped } from '../classifyColumn.ts';
import type { SampleRecord } from '../readRecords.ts';

/** Records among which the header is looked for. */
const MAX_TITLES = 50;
const MAX_FOOTERS = 6;
/** The sign by which DOS ends a text. */
const END_OF_FILE = '\u001a';
const decimalMarks = ['.', ','] as const;
/** What the rows under a table are called, at the start of a field, in English, German, French, Spanish and Italian. */
const TOTAL =
	/^(?:(?:grand|sub|report|overall)?[ -]?totals?|total (?:général|general|geral)|sous-total|totales?|totale|(?:zwischen|gesamt|end)?summen?|gesamt(?:ergebnis|betrag)?|insgesamt|ergebnis|sum|suma|somme|somma|average|durchschnitt|moyenne)(?:\s*[:=].*|\s*\(.*\)|\s+\d.*)?$/i;

const SUBTOTAL = /^(?:(?:sub|zwischen|gesamt|teil)?-?(?:total|summe)s?|sous-total|somme|suma)\b/i;

/** Number of fields that most records have, of two or more where there are such records. */
export function usualWidth(records: readonly SampleRecord[]): number {
	const counts = new Map<number, number>();
	for (const { fields } of records) {
		counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
	}
	const several = [...counts].filter(([width]) => width > 1);
	// A table has at least as many rows as there are titles of one field above it, unless both are few.
	const pool = several.reduce((sum, [, count]) => sum + count, 0) * 3 >= records.length ? several : [...counts];
	return pool.sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 1;
}

/**
 * Position of the first record that belongs to the table: the header, or the first row. Titles and notes above it fill at most half of
 * the fields that the rows have. 0 where nothing stands above.
 */
export function firstTableRecord(records: readonly SampleRecord[], from: number): number {
	const start = tableBelow(records, from);
	if (start !== null) {
		return start;
	}
	const width = usualWidth(records.slice(from));
	if (width < 2) {
		return from;
	}
	let at = from;
	while (at < Math.min(records.length, from + MAX_TITLES) && isTitle(records[at]!, width)) {
		at++;
	}
	if (at === from || at === records.length || at === from + MAX_TITLES) {
		return from;
	}
	const before = records[at - 1]!;
	const isData = records[at]!.fields.some((field) => looksTyped(field.trim()));
	const isSparseHeader = before.fields.length === width && filledOf(before) > 1 && !before.fields.some(isTyped);
	return isData && isSparseHeader ? at - 1 : at;
}

/**
 * Where a table starts under lines that all have fewer fields ("Period: 2024-01"): its header is all text, all that follows is as wide,
 * and some column below the header holds numbers or dates. However many the lines are, and however short the table. Null where there is none.
 */
function tableBelow(records: readonly SampleRecord[], from: number): number | null {
	const most = records.length - 1;
	const widest = Math.max(...records.slice(from).map(({ fields }) => fields.length));
	const start = records.findIndex(({ fields }, at) => at >= from && fields.length === widest);
	const header = records[start];
	const rows = records.slice(start + 1);
	const shorter = rows.findIndex(({ fields }) => fields.length < widest);
	const whole = shorter < 0 ? rows : rows.slice(0, shorter);
	const isLoneHeader = start === from + 1 && records[from]!.fields.length >= widest - 1;
	if (!header || start === from || start > MAX_TITLES || start >= most || isLoneHeader || widest < 2) {
		return null;
	}
	const isTable =
		whole.length >= Math.max(1, rows.length - MAX_FOOTERS) &&
		filledOf(header) === widest &&
		!header.fields.some(isTyped) &&
		header.fields.some((_, column) => whole.every(({ fields }) => isTyped(fields[column]!)));
	return isTable ? start : null;
}

/**
 * How many records at the end are none of the table: totals, notes, rows of delimiters alone. `records` are the last ones of the file.
 */
export function footerCount(records: readonly SampleRecord[], width: number): number {
	const most = Math.min(MAX_FOOTERS, Math.floor(records.length / 2));
	let count = 0;
	while (count < most && width > 1 && isFooter(records[records.length - 1 - count]!, records, width)) {
		count++;
	}
	return count;
}

/** Whether a row amid others looks like the sum of those above it: "Total A", with fewer values than the table has columns. */
export function isSubtotal(record: SampleRecord, width: number): boolean {
	const first = record.fields.find((field) => field.trim() !== '')?.trim() ?? '';
	return record.fields.length === width && filledOf(record) < width && SUBTOTAL.test(first);
}

export function isBlankRow(record: SampleRecord): boolean {
	return filledOf(record) === 0;
}

function isTitle(record: SampleRecord, width: number): boolean {
	const filled = filledOf(record);
	const isShort = record.fields.length < width;
	const first = record.fields.find((field) => field.trim() !== '');
	if (first !== undefined && isTyped(first)) {
		return false;
	}
	if (first?.startsWith('#') && record.fields.length !== width) {
		return true;
	}
	return width === 2
		? isShort || filled === 0
		: filled <= Math.floor(width / 2) && (isShort || filled < 3 || width > 5);
}

function isFooter(record: SampleRecord, records: readonly SampleRecord[], width: number): boolean {
	const filled = filledOf(record);
	const first = record.fields.findIndex((field) => field.trim() !== '');
	const text = record.fields[first]?.trim() ?? '';
	if (filled === 0 || text === END_OF_FILE) {
		return true;
	}
	const isLone = filled === 1 && /\p{L}{2}/u.test(text) && !isTyped(text) && !isUsual(record, records);
	const isNote = isLone && record.fields.length < width && !isCutOff(record, records);
	const isLoneText = isLone && width > 3 && first === 0 && /\s/.test(text);
	const isSparse = filled < width || width < 4;
	const isTotal = isSparse && TOTAL.test(text) && isAlone(text, first, records);
	return isNote || isLoneText || isTotal || isSum(record, records, width);
}

/** Whether the file ends within a word right below the rows: more of it was to come. */
function isCutOff(record: SampleRecord, records: readonly SampleRecord[]): boolean {
	const at = records.indexOf(record);
	const [text = ''] = record.fields;
	const hasBreak = record.end - record.start > Buffer.byteLength(text);
	return at === records.length - 1 && records[at - 1]?.end === record.start && !hasBreak && !/[\s:]/.test(text);
}

/** Whether a record without a name of its own holds the sum of a column above it. */
function isSum(record: SampleRecord, records: readonly SampleRecord[], width: number): boolean {
	const above = records.slice(0, records.indexOf(record)).filter(({ fields }) => fields.length === width);
	const [first = ''] = record.fields;
	const isNamed = first.trim() !== '' && (isTyped(first) || !above.slice(1).every(({ fields }) => isTyped(fields[0]!)));
	if (record.fields.length !== width || filledOf(record) === width || isNamed) {
		return false;
	}
	return record.fields.some((text, column) =>
		decimalMarks.some((mark) => {
			const amounts = above
				.map(({ fields }) => amountOf(fields[column]!, mark))
				.filter((amount) => !Number.isNaN(amount));
			const sum = amounts.reduce((total, amount) => total + amount, 0);
			return amounts.length > 1 && sum !== 0 && Math.abs(sum - amountOf(text, mark)) < 0.005;
		}),
	);
}

/** The number in a text whose decimals follow `mark`; NaN for no number. */
function amountOf(text: string, mark: '.' | ','): number {
	const digits = text.replace(/[\s'’€$£%]/g, '').replaceAll(mark === '.' ? ',' : '.', '');
	return /^-?\d+(?:[.,]\d+)?$/.test(digits) ? Number(digits.replace(',', '.')) : NaN;
}

/** Whether rows further up have as few values; titles above the table do not count. */
function isUsual(record: SampleRecord, records: readonly SampleRecord[]): boolean {
	const lastFull = records.findLastIndex((other) => filledOf(other) > 1);
	const firstFull = records.findIndex((other) => filledOf(other) > 1);
	const above = records.slice(Math.max(0, firstFull), Math.max(0, lastFull));
	return above.some((other) => other.fields.length === record.fields.length && filledOf(other) === 1);
}

/** Whether a text does not also stand in rows further up. */
function isAlone(text: string, column: number, records: readonly SampleRecord[]): boolean {
	return records.filter(({ fields }) => fields[column]?.trim() === text).length === 1;
}

function filledOf(record: SampleRecord): number {
	return record.fields.filter((field) => field.trim() !== '').length;
}

function isTyped(field: string): boolean {
	return looksTyped(field.trim());
}
