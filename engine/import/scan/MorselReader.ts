import { isAscii, isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
import type { QuarantinedRow } from '#shared/model/table.ts';
import { freshRoom, type ByteRoom } from '../../columns/byteRoom.ts';
import { TooManyLabels } from './CategoryWriter.ts';
import type { ColumnWriter, WrittenColumn } from './ColumnWriter.ts';
import { createWriter } from './createWriter.ts';
import { failureReason } from './describeFailure.ts';
import { FailureLog, type ColumnEvidence } from './FailureLog.ts';
import { BUFFER_PADDING, FieldBlock } from './FieldBlock.ts';
import { FieldIndexer } from './FieldIndexer.ts';
import { FileWindow, WINDOW_BUFFER_BYTES } from './FileWindow.ts';
import { guessRecordStart } from './guessRecordStart.ts';
import { NothingWriter } from './NothingWriter.ts';
import { isNullField, isNullText } from './nullTokens.ts';
import { RowPlaceList, type RowPlaces } from './RowPlaces.ts';
import { ScanKernel } from './ScanKernel.ts';
import { plainScanOf, type ScanPlan } from './ScanPlan.ts';
import { TextWriter } from './TextWriter.ts';

/** A quoted value that runs on for longer than this is taken for a stray quote. */
const MAX_QUOTED_BYTES = 2 ** 20;
/** Longest original text that is kept of a quarantined row. */
export const MAX_QUARANTINE_BYTES = 10_000;

/** What one thread read of one stretch of the file. */
export interface Morsel {
	readonly index: number;
	/** File offsets of the first record and of the first record after the last one. */
	readonly start: number;
	readonly end: number;
	/** Line breaks from `start` to `end`. */
	readonly lines: number;
	readonly rowsRead: number;
	readonly rows: number;
	readonly columns: readonly WrittenColumn[];
	/** Lines count from 0 at `start`. */
	readonly quarantined: readonly QuarantinedRow[];
	readonly evidence: readonly ColumnEvidence[];
	/** Rows that were dropped because their bytes are not UTF-8. */
	readonly encodingFailures: number;
	/** Rows, or stretches of rows, with proper UTF-8 beyond ASCII. */
	readonly encodingSuccesses: number;
	readonly places: RowPlaces | null;
	/** The text of what stands at a start in `places`, where it is not that of the file. */
	readonly textOf?: (start: number) => string;
}

/** Reads morsels of one file, one after the other, into encoded columns. Close it when done. */
export class MorselReader {
	readonly #plan: ScanPlan;
	readonly #fd: number;
	readonly #window: FileWindow;
	readonly #block: FieldBlock;
	readonly #indexer: FieldIndexer;
	readonly #log: FailureLog;
	readonly #writers: ColumnWriter[];

	constructor(plan: ScanPlan) {
		this.#plan = plan;
		this.#fd = openSync(plan.path, 'r');
		const scan = plainScanOf(plan);
		const fieldCount = scan.kinds.length;
		const kernel = ScanKernel.canRead(fieldCount) ? new ScanKernel(scan, WINDOW_BUFFER_BYTES) : null;
		this.#window = new FileWindow(this.#fd, plan.path, plan.sizeBytes, kernel?.buffer);
		this.#block = kernel?.block ?? new FieldBlock(fieldCount);
		this.#indexer = new FieldIndexer(scan, MAX_QUOTED_BYTES, kernel);
		this.#log = new FailureLog(plan.columns.length);
		this.#writers = plan.columns.map(({ format }, column) =>
			createWriter(
				column,
				format,
				{ isWindows1252: plan.isWindows1252, isKey: column === plan.keyColumn, kernel },
				this.#log,
			),
		);
		if (plan.hasTrailingDelimiter) {
			this.#writers.push(new NothingWriter(plan.columns.length, this.#log));
		}
	}

	close(): void {
		closeSync(this.#fd);
	}

	/** `start` is where the first record of the morsel is known to start; null guesses (see guessRecordStart.ts). */
	read(index: number, start: number | null, room: ByteRoom = freshRoom): Morsel {
		for (;;) {
			try {
				return this.#read(index, start, room);
			} catch (error) {
				if (!(error instanceof TooManyLabels)) {
					throw error;
				}
				const isNull = error.column === this.#plan.keyColumn ? isNullField : isNullText;
				this.#writers[error.column] = new TextWriter(error.column, this.#plan.isWindows1252, isNull);
			}
		}
	}

	#read(index: number, knownStart: number | null, room: ByteRoom): Morsel {
		const plan = this.#plan;
		const window = this.#window;
		const block = this.#block;
		const indexer = this.#indexer;
		const from = plan.dataStart + index * plan.morselBytes;
		const to = Math.min(from + plan.morselBytes, plan.sizeBytes);
		this.#log.clear();
		indexer.reset();
		window.load(knownStart ?? from - 1);
		let at =
			knownStart === null
				? guessRecordStart(window.bytes, BUFFER_PADDING, window.limit, window.isLast, plan, block.fieldCount)
				: BUFFER_PADDING;
		const start = window.fileOffset + at;
		const places = plan.keepsPositions ? new RowPlaceList() : null;
		const encoding = { failures: 0, successes: 0 };
		let rows = 0;
		for (;;) {
			block.useBuffer(window.bytes, window.fileOffset);
			const isText = plan.isWindows1252 || this.#isText(at, encoding);
			const stop = to - window.fileOffset;
			while (at < stop && !indexer.needsMore) {
				at = indexer.index(block, at, stop, window.limit, window.isLast);
				for (const writer of this.#writers) {
					writer.write(block, rows);
				}
				if (!isText) {
					this.#checkText(rows, encoding);
				}
				this.#dropRowsWithoutKey(rows);
				places?.add(block);
				rows += block.records;
			}
			if (!indexer.needsMore) {
				break;
			}
			indexer.needsMore = false;
			window.advance(at);
			at = BUFFER_PADDING;
		}
		const quarantined = this.#quarantine();
		const dropped = Int32Array.from(this.#log.rows.keys()).sort();
		if (dropped.length > 0) {
			for (const writer of this.#writers) {
				writer.drop(dropped, rows);
			}
		}
		const kept = rows - dropped.length;
		return {
			index,
			start,
			end: window.fileOffset + at,
			lines: indexer.line,
			rowsRead: rows + indexer.rejected.length,
			rows: kept,
			columns: this.#writers.slice(0, plan.columns.length).map((writer) => writer.finish(kept, room)),
			quarantined,
			evidence: this.#log.evidence(),
			encodingFailures: encoding.failures,
			encodingSuccesses: encoding.successes,
			places: places?.without(dropped) ?? null,
		};
	}

	#dropRowsWithoutKey(firstRow: number): void {
		const { keyColumn } = this.#plan;
		if (keyColumn === null || this.#block.plain[keyColumn] === this.#block.records) {
			return;
		}
		const writer = this.#writers[keyColumn]!;
		for (let record = 0; record < this.#block.records; record++) {
			if (writer.isNull(firstRow + record)) {
				this.#log.drop(this.#block, record, firstRow + record, keyColumn);
			}
		}
	}

	/** Whether all text of the window from a position on is UTF-8. */
	#isText(from: number, encoding: { successes: number }): boolean {
		const { bytes, limit, isLast } = this.#window;
		if (isAscii(bytes.subarray(from, limit))) {
			return true;
		}
		const isValid = isUtf8(isLast ? bytes.subarray(from, limit) : wholeCharacters(bytes, from, limit));
		encoding.successes += isValid ? 1 : 0;
		return isValid;
	}

	/** Drops rows that are not UTF-8. */
	#checkText(firstRow: number, encoding: { failures: number; successes: number }): void {
		const { bytes, recordStarts, recordEnds, records } = this.#block;
		for (let record = 0; record < records; record++) {
			const text = bytes.subarray(recordStarts[record], recordEnds[record]);
			if (!isUtf8(text)) {
				this.#log.drop(this.#block, record, firstRow + record, null);
				encoding.failures++;
			} else if (!isAscii(text)) {
				encoding.successes++;
			}
		}
	}

	#quarantine(): QuarantinedRow[] {
		const failed = [...this.#log.rows.values()].map((row) => ({ ...row, reason: failureReason(row, this.#plan) }));
		return [...this.#indexer.rejected, ...failed]
			.sort((a, b) => a.start - b.start)
			.map(({ start, end, line, reason }) => ({ line, reason, text: this.readText(start, end) }));
	}

	/** The file's own text between two offsets, cut after MAX_QUARANTINE_BYTES. */
	readText(from: number, to: number): string {
		const bytes = new Uint8Array(Math.min(to - from, MAX_QUARANTINE_BYTES));
		const got = readSync(this.#fd, bytes, 0, bytes.length, from);
		return decode(bytes.subarray(0, got), this.#plan.isWindows1252).replace(/\r$/, '');
	}
}

function decode(bytes: Uint8Array, isWindows1252: boolean): string {
	return new TextDecoder(isWindows1252 ? 'windows-1252' : 'utf-8').decode(bytes);
}

/** The bytes without a character that is cut off at the end. */
function wholeCharacters(bytes: Uint8Array, from: number, to: number): Uint8Array {
	let end = to;
	while (end > from && to - end < 4 && bytes[end - 1]! >= 0x80) {
		end--;
	}
	return bytes.subarray(from, end);
}
