import { readRecords, type RecordDialect, type SampleRecord } from './readRecords.ts';
import type { FileSample } from './sampleFile.ts';
import { BUFFER_PADDING } from './scan/FieldBlock.ts';
import { guessRecordStart } from './scan/guessRecordStart.ts';

/** The end of the file, as far as the sample holds it. */
export function tailOf(sample: FileSample): { readonly bytes: Uint8Array; readonly fileOffset: number } {
	const bytes = sample.pieces.at(-1) ?? sample.head;
	return { bytes, fileOffset: sample.sizeBytes - bytes.length };
}

/** The last records of a file; positions are those within the tail. None where only the head of the file is known. */
export function tailRecords(sample: FileSample, dialect: RecordDialect, fieldCount: number): SampleRecord[] {
	if (sample.sizeBytes === Infinity) {
		return [];
	}
	const { bytes } = tailOf(sample);
	const from = sample.pieces.length === 0 ? (sample.hasByteOrderMark ? 3 : 0) : recordStart(bytes, dialect, fieldCount);
	return readRecords(bytes, from, dialect, true, Infinity);
}

/** Where the first whole record of a piece of a file starts. */
export function recordStart(piece: Uint8Array, dialect: RecordDialect, fieldCount: number): number {
	const padded = new Uint8Array(piece.length + 2 * BUFFER_PADDING);
	padded.set(piece, BUFFER_PADDING);
	const limit = BUFFER_PADDING + piece.length;
	return guessRecordStart(padded, BUFFER_PADDING, limit, false, dialect, fieldCount) - BUFFER_PADDING;
}
