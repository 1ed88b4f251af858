import type { Cell } from '#shared/model/columnType.ts';
import type { FixAction } from '#shared/model/quarantineFix.ts';
import { readCell } from '../readCell.ts';
import { readRecords } from '../readRecords.ts';
import type { ColumnFormat } from '../scan/ColumnFormat.ts';
import { describeFailure } from '../scan/describeFailure.ts';
import { isNullWord } from '../scan/nullTokens.ts';

const LINE_FEED = 10;
const SEPARATOR = /\d\s*([-./ ])/;

export interface RepairColumn {
	readonly name: string;
	readonly format: ColumnFormat;
	/** Tried one after the other where the value cannot be read as it stands. */
	readonly actions: readonly FixAction[];
}

export type RepairedRow =
	{ readonly cells: readonly Cell[]; readonly reason: null } | { readonly cells: null; readonly reason: string };

/** Reads the text of one quarantined row again: every value as the import read it, then by the fixes of its column. */
export function repairRow(
	text: string,
	delimiter: string,
	columns: readonly RepairColumn[],
	fitsColumns: boolean,
): RepairedRow {
	const bytes = new TextEncoder().encode(text);
	const dialect = { delimiter: delimiter.charCodeAt(0), newline: LINE_FEED, isWindows1252: false };
	const records = readRecords(bytes, 0, dialect, true, 2);
	const [record] = records;
	if (!record) {
		return failed('The row is empty, or a quote in it does not close.');
	}
	if (records.length > 1) {
		return failed('The text holds more than one row.');
	}
	const fields = fitsColumns ? fitted(record.fields, columns.length) : record.fields;
	if (fields.length !== columns.length) {
		return failed(`The row has ${fields.length} values instead of ${columns.length}.`);
	}
	const cells: Cell[] = [];
	for (const [index, column] of columns.entries()) {
		const value = fields[index]!;
		const found = readFixed(value, record.isQuoted[index] ?? false, column);
		if (found === undefined) {
			return failed(describeFailure(column.name, value, column.format));
		}
		cells.push(found);
	}
	return { cells, reason: null };
}

function failed(reason: string): RepairedRow {
	return { cells: null, reason };
}

/** Missing values at the end become empty, empty values beyond the last column are taken off. */
function fitted(fields: readonly string[], count: number): readonly string[] {
	const kept = [...fields];
	while (kept.length > count && kept.at(-1)!.trim() === '') {
		kept.pop();
	}
	while (kept.length < count) {
		kept.push('');
	}
	return kept;
}

/** Undefined where neither the text nor any fix of it can be read. */
function readFixed(text: string, isQuoted: boolean, { format, actions }: RepairColumn): Cell | undefined {
	const plain = readOrFail(text, isQuoted, format);
	if (plain !== undefined) {
		return plain;
	}
	for (const action of actions) {
		const found = applyFix(text, isQuoted, format, action);
		if (found !== undefined) {
			return found;
		}
	}
	return undefined;
}

function applyFix(text: string, isQuoted: boolean, format: ColumnFormat, action: FixAction): Cell | undefined {
	switch (action.kind) {
		case 'replace':
			return text.includes(action.find)
				? readOrFail(text.replaceAll(action.find, action.with), isQuoted, format)
				: undefined;
		case 'decimal-comma':
			return format.kind === 'number'
				? readOrFail(text, isQuoted, { ...format, marks: { decimal: ',', group: '.', unit: '', isShare: false } })
				: undefined;
		case 'date-order':
			return readDate(text, format, action.order);
		case 'no-value':
			return null;
		case 'as-it-is':
		case 'fit-columns':
			return undefined;
	}
}

/** Days with any separator, two-digit years and names of months, in the given order. */
function readDate(text: string, format: ColumnFormat, order: 'ymd' | 'dmy' | 'mdy'): Cell | undefined {
	if (format.kind !== 'date' && format.kind !== 'timestamp') {
		return undefined;
	}
	const separator = (SEPARATOR.exec(text.trim())?.[1] ?? '-').charCodeAt(0);
	const readings: ColumnFormat[] = (['numbers', 'short', 'names'] as const).map((style) => ({
		kind: format.kind,
		order,
		separator,
		style,
	}));
	for (const reading of readings) {
		const found = readOrFail(text, false, reading);
		if (found !== undefined) {
			return found;
		}
	}
	return undefined;
}

function readOrFail(text: string, isQuoted: boolean, format: ColumnFormat): Cell | undefined {
	const found = readCell(text, isQuoted, format);
	const isText = format.kind === 'category' || format.kind === 'text';
	return found === null && !isText && !isNullWord(text) ? undefined : found;
}
