import { BUFFER_PADDING, FieldBlock, type RejectedRecord } from '../../engine/import/scan/FieldBlock.ts';
import { FieldIndexer } from '../../engine/import/scan/FieldIndexer.ts';
import { guessRecordStart } from '../../engine/import/scan/guessRecordStart.ts';
import type { PlainScan } from '../../engine/import/scan/indexPlainRecords.ts';
import { ScanKernel } from '../../engine/import/scan/ScanKernel.ts';
import type { FuzzDocument } from './randomDocument.ts';
import type { FuzzTable } from './referenceTable.ts';

const BUFFER_BYTES = 16 * 1024;
const MAX_RECORD_BYTES = 2 ** 20;

/** A field that was read on the way, as number and places, or a text. */
export type ScannedField = string | { readonly number: number; readonly places: number };

export interface ScannedDocument extends Omit<FuzzTable, 'rows'> {
	readonly rows: readonly (readonly ScannedField[])[];
	/** Morsels whose start was guessed wrongly and that were read again. */
	readonly readAgain: number;
}

interface Morsel {
	readonly start: number;
	readonly end: number;
	readonly lines: number;
	readonly rows: readonly (readonly ScannedField[])[];
	readonly rejected: readonly RejectedRecord[];
}

/**
 * The importer's way through a file (MorselReader, FileWindow, TableLoader) over a document in memory: in morsels with guessed starts, put
 * together in order, each read through a window of any size. It does without files and threads, so that a million documents are
 * a matter of minutes; importDocument.ts goes the whole way.
 */
export class DocumentScanner {
	readonly #scan: PlainScan;
	readonly #block: FieldBlock;
	readonly #buffer: Uint8Array;
	readonly #indexer: FieldIndexer;

	/** `isCompiled` uses the compiled scanner, else its twin. */
	constructor(scan: PlainScan, isCompiled: boolean) {
		this.#scan = scan;
		const kernel = isCompiled ? new ScanKernel(scan, BUFFER_BYTES) : null;
		this.#block = kernel?.block ?? new FieldBlock(scan.kinds.length);
		this.#buffer = kernel?.buffer ?? new Uint8Array(BUFFER_BYTES);
		this.#indexer = new FieldIndexer(scan, MAX_RECORD_BYTES, kernel);
	}

	scan({ bytes }: FuzzDocument, morselBytes: number, windowBytes: number): ScannedDocument {
		const rows: (readonly ScannedField[])[] = [];
		const rejected: { line: number; text: string }[] = [];
		let nextStart = 0;
		let line = 1;
		let readAgain = 0;
		const count = Math.ceil(bytes.length / morselBytes);
		for (let index = 0; index < count; index++) {
			const guessed = this.#read(bytes, index, index === 0 ? 0 : null, morselBytes, windowBytes);
			if (nextStart >= Math.min((index + 1) * morselBytes, bytes.length)) {
				continue;
			}
			readAgain += guessed.start === nextStart ? 0 : 1;
			const morsel =
				guessed.start === nextStart ? guessed : this.#read(bytes, index, nextStart, morselBytes, windowBytes);
			for (const row of morsel.rows) {
				rows.push(row);
			}
			for (const record of morsel.rejected) {
				const text = Buffer.from(bytes.subarray(record.start, record.end)).toString('latin1');
				rejected.push({ line: line + record.line, text });
			}
			nextStart = morsel.end;
			line += morsel.lines;
		}
		return { rows, rejected, readAgain };
	}

	#read(bytes: Uint8Array, index: number, known: number | null, morselBytes: number, windowBytes: number): Morsel {
		const block = this.#block;
		const buffer = this.#buffer;
		const indexer = this.#indexer;
		const from = index * morselBytes;
		const to = Math.min(from + morselBytes, bytes.length);
		let size = windowBytes;
		let windowStart = known ?? from - 1;
		const load = () => {
			const end = Math.min(bytes.length, windowStart + size);
			buffer[BUFFER_PADDING - 1] = 10;
			buffer.set(bytes.subarray(windowStart, end), BUFFER_PADDING);
			return { limit: BUFFER_PADDING + end - windowStart, isLast: end === bytes.length };
		};
		indexer.reset();
		let { limit, isLast } = load();
		let at =
			known === null
				? guessRecordStart(buffer, BUFFER_PADDING, limit, isLast, this.#scan, block.fieldCount)
				: BUFFER_PADDING;
		const start = windowStart - BUFFER_PADDING + at;
		const rows: ScannedField[][] = [];
		for (;;) {
			block.useBuffer(buffer, windowStart - BUFFER_PADDING);
			const stop = to - (windowStart - BUFFER_PADDING);
			while (at < stop && !indexer.needsMore) {
				at = indexer.index(block, at, stop, limit, isLast);
				this.#take(rows);
			}
			if (!indexer.needsMore) {
				break;
			}
			indexer.needsMore = false;
			// As FileWindow.advance: what lies before the position is given up, and a record that fills the window makes it grow.
			size *= at === BUFFER_PADDING ? 4 : 1;
			windowStart += at - BUFFER_PADDING;
			({ limit, isLast } = load());
			at = BUFFER_PADDING;
		}
		return {
			start,
			end: windowStart - BUFFER_PADDING + at,
			lines: indexer.line,
			rows,
			rejected: [...indexer.rejected],
		};
	}

	#take(rows: ScannedField[][]): void {
		const { starts, ends, numbers, places, fieldCount, capacity, records } = this.#block;
		for (let record = 0; record < records; record++) {
			const row: ScannedField[] = [];
			for (let field = 0, cell = record; field < fieldCount; field++, cell += capacity) {
				const read = places[cell]!;
				row.push(
					read < 0
						? Buffer.from(
								this.#buffer.buffer,
								this.#buffer.byteOffset + starts[cell]!,
								ends[cell]! - starts[cell]!,
							).toString('latin1')
						: { number: numbers[cell]!, places: read },
				);
			}
			rows.push(row);
		}
	}
}
