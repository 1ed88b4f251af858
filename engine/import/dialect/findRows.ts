import { looksTyped } from '../classifyColumn.ts';
import type { SampleRecord } from '../readRecords.ts';

/** Records among which the header is looked for. */
const MAX_TITLES = 50;
const MAX_FOOTERS = 6;
/** What the rows under a table are called, at the start of a field, in English, German, French, Spanish and Italian. */
const TOTAL =
	/^(?:(?:grand|sub|report|overall)?[ -]?totals?|total (?:général|general|geral)|sous-total|totales?|totale|(?:zwischen|gesamt|end)?summen?|gesamt(?:ergebnis|betrag)?|insgesamt|ergebnis|sum|suma|somme|somma|average|durchschnitt|moyenne)(?:\s*[:=].*|\s*\(.*\)|\s+\d.*)?$/i;

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

function isTitle(record: SampleRecord, width: number): boolean {
	const filled = filledOf(record);
	const isShort = record.fields.length < width;
	const first = record.fields.find((field) => field.trim() !== '');
	if (first !== undefined && isTyped(first)) {
		return false;
	}
	return width === 2
		? isShort || filled === 0
		: filled <= Math.floor(width / 2) && (isShort || filled < 3 || width > 5);
}

function isFooter(record: SampleRecord, records: readonly SampleRecord[], width: number): boolean {
	const filled = filledOf(record);
	const first = record.fields.findIndex((field) => field.trim() !== '');
	const text = record.fields[first]?.trim() ?? '';
	if (filled === 0) {
		return true;
	}
	const isLone = filled === 1 && /\p{L}{2}/u.test(text) && !isTyped(text) && !isUsual(record, records);
	const isNote = isLone && record.fields.length < width;
	const isLoneText = isLone && width > 3 && first === 0 && /\s/.test(text);
	const isSparse = filled < width || width < 4;
	const isTotal = first < 2 && isSparse && TOTAL.test(text) && isAlone(text, first, records);
	return isNote || isLoneText || isTotal;
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
