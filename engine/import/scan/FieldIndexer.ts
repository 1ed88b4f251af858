import type { FieldBlock, RejectedRecord } from './FieldBlock.ts';
import { indexPlainRecords, type PlainScan } from './indexPlainRecords.ts';
import type { ScanKernel } from './ScanKernel.ts';

const MAX_BATCH = 2 ** 16;
const QUOTE = 34;
const CARRIAGE_RETURN = 13;

/**
 * Finds records and fields (RFC 4180). A field is quoted when its first byte is a quote; quotes elsewhere are text. Blank
 * lines are not records. A record must have exactly the block's number of fields; one that has not, one with text
 * after a closing quote, and one whose quote is never closed is rejected with its reason. After an unclosed quote reading
 * goes on at the next line, so one stray quote costs one line. A quote counts as never closed when its record would be longer
 * than `maxRecordBytes`.
 */
export class FieldIndexer {
	readonly rejected: RejectedRecord[] = [];
	/** Line breaks passed since `reset`. */
	line = 0;
	/** Set when the last record needs bytes beyond the limit: read on and call again from the position that was returned. */
	needsMore = false;
	readonly #scan: PlainScan;
	readonly #kernel: ScanKernel | null;
	readonly #maxRecordBytes: number;
	readonly #escaped: number[] = [];
	/**
	 * Records of the next call at most. The first calls are short, so that the whole of the loop has run before it is optimised: code
	 * that is optimised in the middle of its first long loop is thrown away at the end of every call.
	 */
	#batch = 1;

	/** The kernel, where given, was made for the same scan; it is used for its own block and buffer. */
	constructor(scan: PlainScan, maxRecordBytes: number, kernel: ScanKernel | null = null) {
		this.#scan = scan;
		this.#kernel = kernel;
		this.#maxRecordBytes = maxRecordBytes;
	}

	reset(): void {
		this.rejected.length = 0;
		this.line = 0;
		this.needsMore = false;
	}

	/**
	 * Fills the block with records that start at `from` or later and before `stop`. Bytes are valid up to `limit`;
	 * `isLast` says that the file ends there. The two bytes after the limit are overwritten. Returns where the next record starts.
	 */
	index(block: FieldBlock, from: number, stop: number, limit: number, isLast: boolean): number {
		block.bytes[limit] = this.#scan.newline;
		block.bytes[limit + 1] = QUOTE;
		this.needsMore = false;
		const capacity = Math.min(block.capacity, this.#batch);
		this.#batch = Math.min(this.#batch * 2, MAX_BATCH);
		const end = Math.min(stop, limit);
		let at = from;
		block.records = 0;
		block.plain.fill(0);
		while (block.records < capacity && at < end && !this.needsMore) {
			const records = this.#indexPlain(block, at, end, limit, capacity);
			for (let record = block.records; record < records; record++) {
				block.recordLines[record] = this.line++;
			}
			block.records = records;
			at = block.next;
			if (records < capacity && at < end) {
				at = this.#indexRecord(block, at, limit, isLast);
			}
		}
		this.needsMore ||= at === limit && at < stop && !isLast;
		return at;
	}

	#indexPlain(block: FieldBlock, from: number, stop: number, limit: number, end: number): number {
		const kernel = this.#kernel;
		return kernel !== null && kernel.block === block && kernel.buffer === block.bytes
			? kernel.index(from, stop, limit, block.records, end)
			: indexPlainRecords(block, this.#scan, from, stop, limit, block.records, end);
	}

	/** Any one record, or a blank line. Returns where the next one starts, or `recordStart` when it needs more bytes. */
	#indexRecord(block: FieldBlock, recordStart: number, limit: number, isLast: boolean): number {
		const { bytes, starts, ends, places, fieldCount, capacity } = block;
		const { delimiter, newline } = this.#scan;
		const recordLine = this.line;
		const record = block.records;
		const escaped = this.#escaped;
		let p = recordStart;
		if (
			bytes[p] === newline ||
			(bytes[p] === CARRIAGE_RETURN && bytes[p + 1] === newline && (p + 1 < limit || isLast))
		) {
			this.line++;
			return Math.min(p + (bytes[p] === newline ? 1 : 2), limit);
		}
		let field = 0;
		let isMalformed = false;
		let isUnclosed = false;
		escaped.length = 0;
		for (;;) {
			const isQuoted = bytes[p] === QUOTE;
			const fieldStart = isQuoted ? p + 1 : p;
			let fieldEnd = p;
			if (isQuoted) {
				p = this.#closingQuote(bytes, fieldStart, limit, field * capacity + record);
				if (p >= limit) {
					isUnclosed = true;
					break;
				}
				fieldEnd = p++;
				p += bytes[p] === CARRIAGE_RETURN && bytes[p] !== newline && bytes[p + 1] === newline ? 1 : 0;
				isMalformed ||= bytes[p] !== delimiter && bytes[p] !== newline;
			}
			while (bytes[p] !== delimiter && bytes[p] !== newline) {
				p++;
			}
			if (!isQuoted) {
				fieldEnd = bytes[p] === newline && p > fieldStart && bytes[p - 1] === CARRIAGE_RETURN ? p - 1 : p;
			}
			if (field < fieldCount) {
				const cell = field * capacity + record;
				starts[cell] = fieldStart;
				ends[cell] = fieldEnd;
				places[cell] = -1;
			}
			field++;
			if (bytes[p] === newline) {
				break;
			}
			p++;
		}
		if (p >= limit && !isLast && (!isUnclosed || limit - recordStart <= this.#maxRecordBytes)) {
			this.needsMore = true;
			this.line = recordLine;
			return recordStart;
		}
		if (isUnclosed || (this.line !== recordLine && p - recordStart > this.#maxRecordBytes)) {
			isUnclosed = true;
			p = Math.min(limit, bytes.indexOf(newline, recordStart));
			this.line = recordLine;
			if (p === limit && !isLast) {
				// Not even the line ends here.
				this.needsMore = true;
				return recordStart;
			}
		}
		this.line++;
		const recordEnd = p > recordStart && bytes[p - 1] === CARRIAGE_RETURN ? p - 1 : p;
		if (isUnclosed || isMalformed || field !== fieldCount) {
			const reason = isUnclosed
				? 'A quote that opens in this line is never closed.'
				: isMalformed
					? 'A closing quote is followed by more text.'
					: `The row has ${field} ${field === 1 ? 'value' : 'values'} instead of ${fieldCount}.`;
			const { fileOffset } = block;
			this.rejected.push({ start: fileOffset + recordStart, end: fileOffset + recordEnd, line: recordLine, reason });
		} else {
			undoubleQuotes(block, escaped);
			block.recordStarts[block.records] = recordStart;
			block.recordEnds[block.records] = recordEnd;
			block.recordLines[block.records] = recordLine;
			block.records++;
		}
		return Math.min(p + 1, limit);
	}

	/** The quote that closes the field whose text starts at `from`, or a place from the limit on. Remembers doubled quotes. */
	#closingQuote(bytes: Uint8Array, from: number, limit: number, cell: number): number {
		const { newline } = this.#scan;
		let hasDoubled = false;
		let p = from;
		for (;;) {
			while (bytes[p] !== QUOTE) {
				this.line += bytes[p] === newline ? 1 : 0;
				p++;
			}
			if (p + 1 >= limit || bytes[p + 1] !== QUOTE) {
				break;
			}
			hasDoubled = true;
			p += 2;
		}
		if (hasDoubled) {
			this.#escaped.push(cell);
		}
		return p;
	}
}

/** In place: the file's own bytes are read again where a quarantined row needs its original text. */
function undoubleQuotes(block: FieldBlock, cells: number[]): void {
	const { bytes, starts, ends } = block;
	for (const cell of cells) {
		let to = starts[cell]!;
		const end = ends[cell]!;
		for (let from = to; from < end; from++) {
			const byte = bytes[from]!;
			bytes[to++] = byte;
			if (byte === QUOTE) {
				from++;
			}
		}
		ends[cell] = to;
	}
	cells.length = 0;
}
