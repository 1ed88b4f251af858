import type { Dialect } from '#shared/model/importPlan.ts';
import { afterSkipped, firstByte, isHeadComplete, recordDialect } from './detectDialect.ts';
import { usualWidth } from './dialect/findRows.ts';
import { beforeLastLines } from './dialect/lines.ts';
import { readRecords, type RecordDialect, type SampleRecord } from './readRecords.ts';
import type { FileSample } from './sampleFile.ts';
import { recordStart, tailOf } from './tailRecords.ts';

const HEAD_RECORDS = 600;
const PIECE_RECORDS = 150;
/** Share of the rows that must have another number of fields than the header for the rows to be right. */
const ROWS_SHARE = 0.8;
const MAX_SHOWN_LINE = 500;

export interface SampledColumns {
	/** As it stands in the file; empty without a header. */
	readonly header: readonly string[];
	readonly fieldCount: number;
	/** Byte offset of the first record after the header. */
	readonly dataStart: number;
	/** Byte offset behind the last record: the end of the file, or where the lines left out at the end start. */
	readonly dataEnd: number;
	/** Records from the head of the file on, those with the wrong number of fields included. */
	readonly headRecords: readonly SampleRecord[];
	/** Whether the head holds the whole file, so that a record that is not there is nowhere. */
	readonly isWhole: boolean;
	/** Sampled values of each column, from the whole file. */
	readonly values: readonly (readonly string[])[];
	/** Lines that are left out before the header and at the end. */
	readonly skippedLines: { readonly first: readonly string[]; readonly last: readonly string[] };
}

/** The last one of each sample is kept, since each correction in a preview asks again. */
export function sampleColumns(sample: FileSample, dialect: Dialect): SampledColumns {
	const key = JSON.stringify(dialect);
	const known = kept.get(sample);
	const sampled = known?.key === key ? known.sampled : readSample(sample, dialect);
	kept.set(sample, { key, sampled });
	return sampled;
}

const kept = new WeakMap<FileSample, { readonly key: string; readonly sampled: SampledColumns }>();

function readSample(sample: FileSample, dialect: Dialect): SampledColumns {
	const bytes = recordDialect(sample, dialect);
	const tail = tailOf(sample);
	const last = dialect.skipLastRows ?? 0;
	const tailEnd = last === 0 ? tail.bytes.length : beforeLastLines(tail.bytes, bytes.newline, last);
	const dataEnd = tail.fileOffset + tailEnd;
	const head = sample.head.subarray(0, dataEnd);
	const isComplete = isHeadComplete(sample);
	const tableStart = afterSkipped(sample, bytes.newline, dialect.skipRows ?? 0);
	const records = readRecords(head, tableStart, bytes, isComplete, HEAD_RECORDS + 1);
	const headRecords = records.slice(dialect.hasHeader ? 1 : 0);
	const header = dialect.hasHeader ? (records[0]?.fields ?? []) : [];
	const width = fieldsOf(header, headRecords, dialect);
	const pieces = sample.pieces.map((piece, index) =>
		index === sample.pieces.length - 1 ? piece.subarray(0, tailEnd) : piece,
	);
	const later = pieces.flatMap((piece) =>
		readRecords(piece, recordStart(piece, bytes, width), bytes, false, PIECE_RECORDS),
	);
	const whole = [...headRecords, ...later].map(({ fields }) => fields).filter(({ length }) => length === width);
	const fieldCount = width - (dialect.hasTrailingDelimiter ? 1 : 0);
	return {
		header: header.slice(0, fieldCount),
		fieldCount,
		dataStart: dialect.hasHeader ? (records[0]?.end ?? tableStart) : tableStart,
		dataEnd,
		headRecords,
		isWhole: isComplete,
		values: Array.from({ length: fieldCount }, (_, column) => whole.map((fields) => fields[column] ?? '')),
		skippedLines: {
			first: linesOf(sample.head.subarray(firstByte(sample), tableStart), bytes),
			last: linesOf(tail.bytes.subarray(tailEnd), bytes),
		},
	};
}

/** Fields of a row: those of the header, unless nearly all rows agree on another number and no named column is lost by it. */
function fieldsOf(header: readonly string[], rows: readonly SampleRecord[], dialect: Dialect): number {
	const usual = usualWidth(rows);
	if (!dialect.hasHeader || header.length === usual || rows.length === 0) {
		return dialect.hasHeader ? header.length : usual;
	}
	const share = rows.filter(({ fields }) => fields.length === usual).length / rows.length;
	const losesName = header.slice(usual).some((name) => name.trim() !== '');
	const isTrailing = dialect.hasTrailingDelimiter === true && usual === header.length + 1;
	return isTrailing || (share >= ROWS_SHARE && !losesName && rows.length > 1) ? usual : header.length;
}

function linesOf(bytes: Uint8Array, { newline, isWindows1252 }: RecordDialect): string[] {
	const text = new TextDecoder(isWindows1252 ? 'windows-1252' : 'utf-8').decode(bytes);
	const lines = text.split(newline === 13 ? '\r' : /\r?\n/);
	return (lines.at(-1) === '' ? lines.slice(0, -1) : lines).map((line) => line.slice(0, MAX_SHOWN_LINE));
}
