import type { FieldBlock, RejectedRecord } from './FieldBlock.ts';

const QUOTE = 34;
const CARRIAGE_RETURN = 13;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;

/** What is worth trying to read while a field is looked for. */
export const FIELD_TEXT = 0;
export const FIELD_NUMBER = 1;
/** Ten bytes, year first, with the separator of `dateSeparator`. */
export const FIELD_DATE = 2;

export interface ScanDialect {
	/** Byte values. `newline` is LF, or CR in files that have no LF; a CR before the LF is taken off. */
	readonly delimiter: number;
	readonly newline: number;
}

/** What the columns are expected to hold; wrong expectations cost time, never correctness. */
export interface FieldKinds {
	/** FIELD_TEXT, FIELD_NUMBER or FIELD_DATE of each field. */
	readonly kinds: Uint8Array;
	readonly dateSeparators: Uint8Array;
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
	readonly #fields: FieldKinds;
	readonly #escaped: number[] = [];

	constructor(dialect: ScanDialect, maxRecordBytes: number, fields: FieldKinds) {
		this.#fields = fields;
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
		const { bytes, starts, ends, numbers, places, fieldCount, capacity } = block;
		const { kinds, dateSeparators } = this.#fields;
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
			if (bytes[p] === CARRIAGE_RETURN && bytes[p + 1] === newline && (p + 1 < limit || isLast)) {
				p = Math.min(p + 2, limit);
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
					if (field < fieldCount) {
						places[firstSlot + field] = -1;
						if (hasDoubled) {
							escaped.push(firstSlot + field);
						}
					}
				} else {
					let read = -1;
					const kind = kinds[field];
					if (kind === FIELD_NUMBER) {
						const isNegative = byte === MINUS;
						if (isNegative) {
							byte = bytes[++p]!;
						}
						const firstDigit = p;
						let value = 0;
						let digit = byte - ZERO;
						while (digit >>> 0 <= 9) {
							value = (Math.imul(value, 10) + digit) | 0;
							byte = bytes[++p]!;
							digit = byte - ZERO;
						}
						const whole = p - firstDigit;
						let digits = whole;
						if (byte === POINT) {
							byte = bytes[++p]!;
							digit = byte - ZERO;
							while (digit >>> 0 <= 9) {
								value = (Math.imul(value, 10) + digit) | 0;
								byte = bytes[++p]!;
								digit = byte - ZERO;
							}
							digits = p - firstDigit - 1;
						}
						const isAtEnd = byte === delimiter || byte === newline || byte === CARRIAGE_RETURN;
						if (isAtEnd && whole > 0 && digits <= 9 && (whole === 1 || bytes[firstDigit] !== ZERO)) {
							numbers[firstSlot + field] = isNegative ? -value : value;
							read = digits - whole;
						}
					} else if (kind === FIELD_DATE && bytes[p + 4] === dateSeparators[field]) {
						const date = readDate(bytes, p, dateSeparators[field]!);
						if (date >= 0) {
							numbers[firstSlot + field] = date;
							read = 0;
							p += 10;
							byte = bytes[p]!;
						}
					}
					if (field < fieldCount) {
						places[firstSlot + field] = read;
					}
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

/** yyyymmdd of `yyyy-mm-dd`, -1 where the ten bytes are something else; the month and the day are not checked. */
function readDate(bytes: Uint8Array, at: number, separator: number): number {
	if (bytes[at + 7] !== separator) {
		return -1;
	}
	const a = bytes[at]! - ZERO;
	const b = bytes[at + 1]! - ZERO;
	const c = bytes[at + 2]! - ZERO;
	const d = bytes[at + 3]! - ZERO;
	const e = bytes[at + 5]! - ZERO;
	const f = bytes[at + 6]! - ZERO;
	const g = bytes[at + 8]! - ZERO;
	const h = bytes[at + 9]! - ZERO;
	if (a >>> 0 > 9 || b >>> 0 > 9 || c >>> 0 > 9 || d >>> 0 > 9) {
		return -1;
	}
	if (e >>> 0 > 9 || f >>> 0 > 9 || g >>> 0 > 9 || h >>> 0 > 9) {
		return -1;
	}
	return (a * 1000 + b * 100 + c * 10 + d) * 10_000 + (e * 10 + f) * 100 + g * 10 + h;
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
