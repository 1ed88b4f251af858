import type { Dialect, DialectFinding, ImportOverrides } from '#shared/model/importPlan.ts';
import { counted } from '#shared/base/counted.ts';
import { findDelimiter } from './dialect/findDelimiter.ts';
import { findHeader } from './dialect/findHeader.ts';
import { firstTableRecord, footerCount, usualWidth } from './dialect/findRows.ts';
import { afterLines, countLines, filledLines } from './dialect/lines.ts';
import { foreignLines } from './encoding/foreignLines.ts';
import { guessEncoding } from './encoding/guessEncoding.ts';
import { readRecords, type RecordDialect, type SampleRecord } from './readRecords.ts';
import type { FileSample } from './sampleFile.ts';
import { tailOf, tailRecords } from './tailRecords.ts';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const RECORDS = 200;

export interface DialectGuess {
	readonly dialect: Dialect;
	readonly findings: readonly DialectFinding[];
}

/** The dialect that explains the sample best; what the user set is taken as it is. */
export function detectDialect(sample: FileSample, overrides: ImportOverrides['dialect']): Dialect {
	return guessDialect(sample, overrides).dialect;
}

/** The same with what speaks for it. */
export function guessDialect(sample: FileSample, overrides: ImportOverrides['dialect']): DialectGuess {
	const encoding = encodingOf(sample);
	const findings: DialectFinding[] = [];
	const settle = <V>(
		aspect: DialectFinding['aspect'],
		set: V | undefined,
		found: V,
		confidence: number,
		reason: string,
	) => {
		findings.push(
			set === undefined ? { aspect, confidence, reason } : { aspect, confidence: 1, reason: 'Set by you.' },
		);
		return set ?? found;
	};
	const base = {
		encoding: settle('encoding', overrides?.encoding, encoding.encoding, encoding.confidence, encoding.reason),
		quote: [sample.head, ...sample.pieces].some((piece) => piece.includes(34)) ? ('"' as const) : null,
		hasByteOrderMark: sample.hasByteOrderMark,
	};
	const bytes = recordDialect(sample, { ...base, delimiter: ',' });
	const isComplete = isHeadComplete(sample);
	const first = firstByte(sample);
	const separatorLine = separatorOf(sample.head, first, bytes);
	const found = separatorLine
		? { delimiter: separatorLine.delimiter, confidence: 1, reason: 'The first line says so ("sep=").' }
		: findDelimiter(sample, first, isComplete, bytes);
	const delimiter = settle('delimiter', overrides?.delimiter, found.delimiter, found.confidence, found.reason);
	const dialect = { ...bytes, delimiter: delimiter.charCodeAt(0) };
	const tableFrom = separatorLine?.end ?? first;
	const records = readRecords(sample.head, tableFrom, dialect, isComplete, RECORDS);
	const titles = firstTableRecord(records, 0);
	const foundSkip =
		titles > 0 || separatorLine
			? countLines(sample.head, first, records[titles]?.start ?? tableFrom, dialect.newline)
			: 0;
	const skipRows = settle(
		'skipRows',
		overrides?.skipRows,
		foundSkip,
		titles > 0 ? 0.8 : 1,
		foundSkip === 0
			? 'The table starts on the first line.'
			: titles > 0
				? `The first ${counted(foundSkip, 'line')} fill fewer columns than the rows below: titles or notes.`
				: 'The first line names the delimiter ("sep=").',
	);
	const table = recordsFrom(sample, dialect, skipRows);
	const header = findHeader(table);
	const hasHeader = settle('header', overrides?.hasHeader, header.hasHeader, header.confidence, header.reason);
	const hasTrailing = endsWithDelimiter(table, hasHeader);
	const hasTrailingDelimiter = settle(
		'hasTrailingDelimiter',
		overrides?.hasTrailingDelimiter,
		hasTrailing,
		hasTrailing && !hasHeader ? 0.7 : 1,
		hasTrailing
			? 'Every row ends with a delimiter that nothing follows; the nothing is no column.'
			: 'Rows end with a value.',
	);
	if (hasApostrophes(table)) {
		findings.push({
			aspect: 'quote',
			confidence: 0.3,
			reason:
				'Texts seem to be enclosed in \' instead of ". They are taken as they stand, and a delimiter in them splits them; export the file with double quotes.',
		});
	}
	const footer = findFooter(sample, dialect, usualWidth(hasHeader ? table.slice(1) : table));
	const skipLastRows = settle(
		'skipLastRows',
		overrides?.skipLastRows,
		footer,
		footer > 0 ? 0.8 : 1,
		footerReason(footer),
	);
	return {
		dialect: {
			delimiter,
			...base,
			hasHeader,
			...(skipRows > 0 ? { skipRows } : {}),
			...(skipLastRows > 0 ? { skipLastRows } : {}),
			...(hasTrailingDelimiter ? { hasTrailingDelimiter } : {}),
		},
		findings,
	};
}

/** The dialect as bytes. The line break is LF wherever the file has one. */
export function recordDialect(sample: FileSample, dialect: Pick<Dialect, 'delimiter' | 'encoding'>): RecordDialect {
	return {
		delimiter: dialect.delimiter.charCodeAt(0),
		newline: !sample.head.includes(LINE_FEED) && sample.head.includes(CARRIAGE_RETURN) ? CARRIAGE_RETURN : LINE_FEED,
		isWindows1252: dialect.encoding === 'windows-1252',
	};
}

export function isHeadComplete(sample: FileSample): boolean {
	return sample.head.length === sample.sizeBytes;
}

/** Byte offset of the first record. */
export function firstByte(sample: FileSample): number {
	return sample.hasByteOrderMark ? 3 : 0;
}

function recordsFrom(sample: FileSample, dialect: RecordDialect, skipRows: number): SampleRecord[] {
	const from = afterSkipped(sample, dialect.newline, skipRows);
	return readRecords(sample.head, from, dialect, isHeadComplete(sample), RECORDS);
}

/** The line `sep=;` by which Excel is told the delimiter. */
function separatorOf(head: Uint8Array, from: number, dialect: RecordDialect) {
	const line = Buffer.from(head.buffer, head.byteOffset + from, Math.min(12, head.length - from)).toString('latin1');
	const match = /^"?sep=([^\r\n])"?(?:\r\n|\r|\n)/i.exec(line);
	if (!match) {
		return null;
	}
	const next = head.indexOf(dialect.newline, from);
	return { delimiter: match[1]!, end: next < 0 ? head.length : next + 1 };
}

/** Whether most rows have fields that start with an apostrophe and fields that end with one. */
function hasApostrophes(table: readonly SampleRecord[]): boolean {
	const rows = table.filter(
		({ fields }) => fields.some((field) => field.startsWith("'")) && fields.some((field) => /.'$/.test(field)),
	);
	return rows.length > 1 && rows.length >= table.length / 2;
}

function endsWithDelimiter(table: readonly SampleRecord[], hasHeader: boolean): boolean {
	const [first] = table;
	const rows = hasHeader ? table.slice(1) : table;
	const width = usualWidth(rows);
	const whole = rows.filter(({ fields }) => fields.length === width);
	const isBlankBelow =
		whole.length > 0 && whole.every(({ fields, isQuoted }) => fields[width - 1] === '' && !isQuoted[width - 1]);
	if (width < 2 || !isBlankBelow || !first) {
		return false;
	}
	return hasHeader
		? first.fields.length === width - 1 || (first.fields.length === width && first.fields[width - 1]!.trim() === '')
		: whole.length > 2;
}

function findFooter(sample: FileSample, dialect: RecordDialect, width: number): number {
	const records = tailRecords(sample, dialect, width);
	const count = footerCount(records, width);
	const first = records[records.length - count];
	return count > 0 && first ? filledLines(tailOf(sample).bytes, first.start, dialect.newline) : 0;
}

function footerReason(lines: number): string {
	if (lines === 0) {
		return 'The last line is a row.';
	}
	return `${lines === 1 ? 'The last line is a total or a note' : `The last ${lines} lines are totals or notes`}, not ${lines === 1 ? 'a row' : 'rows'}.`;
}

/** Of text that the scanner reads as it is: anything but UTF-8 is windows-1252 to it. */
function encodingOf(sample: FileSample): Pick<DialectFinding, 'confidence' | 'reason'> & Pick<Dialect, 'encoding'> {
	if (sample.hasByteOrderMark) {
		return { encoding: 'utf-8', confidence: 1, reason: 'The file starts with the byte order mark of UTF-8.' };
	}
	const lines = foreignLines([sample.head, ...sample.pieces], isHeadComplete(sample));
	const { encoding, confidence, reason } = guessEncoding(lines);
	return { encoding: encoding === 'utf-8' ? 'utf-8' : 'windows-1252', confidence, reason };
}

/** Byte offset of the header, or of the first row. */
export function afterSkipped(sample: FileSample, newline: number, skipRows: number): number {
	return afterLines(sample.head, firstByte(sample), newline, skipRows);
}
