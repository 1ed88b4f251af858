import type { FieldBlock, RejectedRecord } from './FieldBlock.ts';

const QUOTE = 34;
const CARRIAGE_RETURN = 13;

export interface ScanDialect {
	/** Byte values. `newline` is LF, or CR in files that have no LF; a CR before the LF is taken off. */
	readonly delimiter: number;
	readonly newline: number;
}

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
	readonly #dialect: ScanDialect;
	readonly #maxRecordBytes: number;
	readonly #escaped: number[] = [];

	constructor(dialect: ScanDialect, maxRecordBytes: number) {
		this.#dialect = dialect;
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
		const { bytes, starts, ends, fieldCount, capacity } = block;
		const { delimiter, newline } = this.#dialect;
		const isLow = delimiter <= 44;
		const escaped = this.#escaped;
		let line = this.line;
		let records = 0;
		let p = from;
		this.needsMore = false;
		bytes[limit] = newline;
		bytes[limit + 1] = QUOTE;
		while (records < capacity && p < stop) {
			if (bytes[p] === newline) {
				p++;
				line++;
				continue;
			}
			if (bytes[p] === CARRIAGE_RETURN && bytes[p + 1] === newline && p + 1 < limit) {
				p += 2;
				line++;
				continue;
			}
			const recordStart = p;
			const recordLine = line;
			const firstSlot = records * fieldCount;
			let field = 0;
			let isMalformed = false;
			let isUnclosed = false;
			let fieldEnd = p;
			for (;;) {
				let byte = bytes[p]!;
				let fieldStart = p;
				if (byte === QUOTE) {
					fieldStart++;
					let hasDoubled = false;
					for (;;) {
						byte = bytes[++p]!;
						while (byte !== QUOTE) {
							if (byte === newline) {
								line++;
							}
							byte = bytes[++p]!;
						}
						if (p >= limit || bytes[p + 1] !== QUOTE || p + 1 >= limit) {
							break;
						}
						hasDoubled = true;
						p++;
					}
					if (p >= limit) {
						isUnclosed = true;
						break;
					}
					fieldEnd = p;
					byte = bytes[++p]!;
					if (byte === CARRIAGE_RETURN && bytes[p + 1] === newline) {
						byte = bytes[++p]!;
					}
					if (byte !== delimiter && byte !== newline) {
						isMalformed = true;
						while (byte !== delimiter && byte !== newline) {
							byte = bytes[++p]!;
						}
					}
					if (hasDoubled && field < fieldCount) {
						escaped.push(firstSlot + field);
					}
				} else {
					if (isLow) {
						for (;;) {
							while (byte > 44) {
								byte = bytes[++p]!;
							}
							if (byte === delimiter || byte === newline) {
								break;
							}
							byte = bytes[++p]!;
						}
					} else {
						while (byte !== delimiter && byte !== newline) {
							byte = bytes[++p]!;
						}
					}
					fieldEnd = p;
					if (byte === newline && p > fieldStart && bytes[p - 1] === CARRIAGE_RETURN) {
						fieldEnd--;
					}
				}
				if (field < fieldCount) {
					starts[firstSlot + field] = fieldStart;
					ends[firstSlot + field] = fieldEnd;
				}
				field++;
				if (byte === newline) {
					break;
				}
				p++;
			}
			if (p >= limit && !isLast && (!isUnclosed || limit - recordStart <= this.#maxRecordBytes)) {
				this.needsMore = true;
				line = recordLine;
				p = recordStart;
				escaped.length = 0;
				break;
			}
			if (isUnclosed || (line !== recordLine && p - recordStart > this.#maxRecordBytes)) {
				isUnclosed = true;
				p = Math.min(limit, bytes.indexOf(newline, recordStart));
				line = recordLine;
			}
			const recordEnd = p > recordStart && bytes[p - 1] === CARRIAGE_RETURN ? p - 1 : p;
			if (isUnclosed || isMalformed || field !== fieldCount) {
				const reason = isUnclosed
					? 'A quote that opens in this line is never closed.'
					: isMalformed
						? 'A closing quote is followed by more text.'
						: `The row has ${field} ${field === 1 ? 'value' : 'values'} instead of ${fieldCount}.`;
				this.rejected.push({ start: recordStart, end: recordEnd, line: recordLine, reason });
				escaped.length = 0;
			} else {
				if (escaped.length > 0) {
					undoubleQuotes(block, escaped);
				}
				block.recordStarts[records] = recordStart;
				block.recordEnds[records] = recordEnd;
				block.recordLines[records] = recordLine;
				records++;
			}
			p = Math.min(p + 1, limit);
			line++;
		}
		this.line = line;
		block.records = records;
		return p;
	}
}

/** In place: the file's own bytes are read again where a quarantined row needs its original text. */
function undoubleQuotes(block: FieldBlock, slots: number[]): void {
	const { bytes, starts, ends } = block;
	for (const slot of slots) {
		let to = starts[slot]!;
		const end = ends[slot]!;
		for (let from = to; from < end; from++) {
			const byte = bytes[from]!;
			bytes[to++] = byte;
			if (byte === QUOTE) {
				from++;
			}
		}
		ends[slot] = to;
	}
	slots.length = 0;
}
