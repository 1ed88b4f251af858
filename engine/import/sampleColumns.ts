import type { Dialect } from '#shared/model/importPlan.ts';
import { firstByte, isHeadComplete, recordDialect } from './detectDialect.ts';
import { readRecords, type RecordDialect, type SampleRecord } from './readRecords.ts';
import type { FileSample } from './sampleFile.ts';
import { BUFFER_PADDING } from './scan/FieldBlock.ts';
import { guessRecordStart } from './scan/guessRecordStart.ts';

const HEAD_RECORDS = 600;
const PIECE_RECORDS = 150;

export interface SampledColumns {
	/** As it stands in the file; empty without a header. */
	readonly header: readonly string[];
	readonly fieldCount: number;
	/** Byte offset of the first record after the header. */
	readonly dataStart: number;
	/** Records from the head of the file on, those with the wrong number of fields included. */
	readonly headRecords: readonly SampleRecord[];
	/** Sampled values of each column, from the whole file. */
	readonly values: readonly (readonly string[])[];
}

export function sampleColumns(sample: FileSample, dialect: Dialect): SampledColumns {
	const bytes = recordDialect(sample, dialect);
	const records = readRecords(sample.head, firstByte(sample), bytes, isHeadComplete(sample), HEAD_RECORDS + 1);
	const header = dialect.hasHeader ? (records[0]?.fields ?? []) : [];
	const headRecords = records.slice(dialect.hasHeader ? 1 : 0);
	const fieldCount = dialect.hasHeader ? header.length : commonLength(headRecords);
	const later = sample.pieces.flatMap((piece) => recordsOfPiece(piece, bytes, fieldCount));
	const whole = [...headRecords, ...later].map(({ fields }) => fields).filter(({ length }) => length === fieldCount);
	return {
		header,
		fieldCount,
		dataStart: dialect.hasHeader ? (records[0]?.end ?? 0) : firstByte(sample),
		headRecords,
		values: Array.from({ length: fieldCount }, (_, column) => whole.map((fields) => fields[column] ?? '')),
	};
}

function recordsOfPiece(piece: Uint8Array, dialect: RecordDialect, fieldCount: number): SampleRecord[] {
	const padded = new Uint8Array(piece.length + 2 * BUFFER_PADDING);
	padded.set(piece, BUFFER_PADDING);
	const limit = BUFFER_PADDING + piece.length;
	const start = guessRecordStart(padded, BUFFER_PADDING, limit, false, dialect, fieldCount) - BUFFER_PADDING;
	return readRecords(piece, start, dialect, false, PIECE_RECORDS);
}

function commonLength(records: readonly SampleRecord[]): number {
	const counts = new Map<number, number>();
	for (const { fields } of records) {
		counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
	}
	return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 1;
}
