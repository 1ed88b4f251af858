import { isAscii, isUtf8 } from 'node:buffer';
import type { Dialect, ImportOverrides } from '#shared/model/importPlan.ts';
import { readRecords, type RecordDialect } from './readRecords.ts';
import type { FileSample } from './sampleFile.ts';
import { looksTyped } from './classifyColumn.ts';
import { NULL_TOKENS } from './scan/nullTokens.ts';

const DELIMITERS = [',', ';', '\t', '|'];
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const RECORDS = 200;

/** The dialect that explains the sample best; what the user set is taken as it is. */
export function detectDialect(sample: FileSample, overrides: ImportOverrides['dialect']): Dialect {
	const encoding = overrides?.encoding ?? (sample.hasByteOrderMark || isSampleUtf8(sample) ? 'utf-8' : 'windows-1252');
	const delimiter = overrides?.delimiter ?? bestDelimiter(sample, encoding);
	const dialect = {
		delimiter,
		encoding,
		quote: [sample.head, ...sample.pieces].some((piece) => piece.includes(34)) ? ('"' as const) : null,
		hasByteOrderMark: sample.hasByteOrderMark,
	};
	const hasHeader =
		overrides?.hasHeader ?? detectHeader(sample, recordDialect(sample, { ...dialect, hasHeader: true }));
	return { ...dialect, hasHeader };
}

/** The dialect as bytes. The line break is LF wherever the file has one. */
export function recordDialect(sample: FileSample, dialect: Dialect): RecordDialect {
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

/** More lines with proper UTF-8 beyond ASCII than lines with anything else. Lines that a piece cuts off are not looked at. */
function isSampleUtf8(sample: FileSample): boolean {
	let proper = 0;
	let foreign = 0;
	for (const [index, piece] of [sample.head, ...sample.pieces].entries()) {
		const isCutAtStart = index > 0;
		const isCutAtEnd = index > 0 || !isHeadComplete(sample);
		let start = isCutAtStart ? piece.indexOf(LINE_FEED) + 1 : 0;
		while (start < piece.length) {
			const next = piece.indexOf(LINE_FEED, start);
			if (next < 0 && isCutAtEnd) {
				break;
			}
			const line = piece.subarray(start, next < 0 ? piece.length : next);
			proper += isUtf8(line) && !isAscii(line) ? 1 : 0;
			foreign += isUtf8(line) ? 0 : 1;
			start = next < 0 ? piece.length : next + 1;
		}
	}
	return proper >= foreign;
}

/** The delimiter under which most records have the same number of fields, and more than one. */
function bestDelimiter(sample: FileSample, encoding: Dialect['encoding']): string {
	let best = { delimiter: ',', score: 0 };
	for (const delimiter of DELIMITERS) {
		const dialect = recordDialect(sample, {
			delimiter,
			encoding,
			quote: '"',
			hasHeader: true,
			hasByteOrderMark: false,
		});
		const records = readRecords(sample.head, firstByte(sample), dialect, isHeadComplete(sample), RECORDS);
		const counts = new Map<number, number>();
		for (const { fields } of records) {
			counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
		}
		const [fields = 0, share = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
		const score = fields > 1 ? share / records.length + Math.min(fields, 50) / 1000 : 0;
		if (score > best.score) {
			best = { delimiter, score };
		}
	}
	return best.delimiter;
}

/** A first row of texts that are all filled, different, and not numbers or dates is a header. */
function detectHeader(sample: FileSample, dialect: RecordDialect): boolean {
	const [first, ...rest] = readRecords(sample.head, firstByte(sample), dialect, isHeadComplete(sample), RECORDS);
	if (!first) {
		return true;
	}
	const names = first.fields.map((field) => field.trim());
	if (names.some((name) => looksTyped(name))) {
		return false;
	}
	const columns = names.map((_, column) => rest.map((record) => record.fields[column] ?? ''));
	const isRepeated = (name: string, column: number) => name !== '' && columns[column]!.includes(name);
	const filled = names.filter((name) => !NULL_TOKENS.includes(name));
	return (
		filled.length > 0 && !(rest.length > 0 && names.every((name, column) => name === '' || isRepeated(name, column)))
	);
}
