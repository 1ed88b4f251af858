import { BUFFER_PADDING, FieldBlock } from './FieldBlock.ts';
import { FieldIndexer } from './FieldIndexer.ts';
import type { PlainScan } from './indexPlainRecords.ts';

const QUOTE = 34;
const PROBE_RECORDS = 16;
const PROBE_BYTES = 64 * 1024;

type ScanDialect = Pick<PlainScan, 'delimiter' | 'newline'>;

/**
 * A likely start of a record after a split of the file at an arbitrary byte. The line break before it may lie inside
 * quotes or not, and quotes may be stray; the first reading under which the next records are well-formed is taken (Ge et al., Speculative
 * Distributed CSV Data Parsing, SIGMOD 2019). It is only a guess: whoever puts the parts together checks that each part starts where the one
 * before ended, and reads it again if not.
 *
 * `from` is the position of the last byte before the split. Returns `limit` where no line ends.
 */
export function guessRecordStart(
	bytes: Uint8Array,
	from: number,
	limit: number,
	isLast: boolean,
	dialect: ScanDialect,
	fieldCount: number,
): number {
	const line = bytes.indexOf(dialect.newline, from);
	const next = line < 0 || line >= limit ? limit : line + 1;
	const hasQuotes = Buffer.from(bytes.buffer, bytes.byteOffset + from, limit - from).includes(QUOTE);
	if (!hasQuotes) {
		return next;
	}
	const outside = startAfterLine(bytes, from, limit, dialect.newline, false);
	const inside = startAfterLine(bytes, from, limit, dialect.newline, true);
	const isLikely = (start: number) => isWellFormed(bytes, start, limit, isLast, dialect, fieldCount);
	return [next, outside, inside].find(isLikely) ?? next;
}

function startAfterLine(
	bytes: Uint8Array,
	from: number,
	limit: number,
	newline: number,
	startsInQuotes: boolean,
): number {
	let isQuoted = startsInQuotes;
	for (let at = from; at < limit; at++) {
		const byte = bytes[at];
		if (byte === QUOTE) {
			isQuoted = !isQuoted;
		} else if (byte === newline && !isQuoted) {
			return at + 1;
		}
	}
	return limit;
}

function isWellFormed(
	bytes: Uint8Array,
	from: number,
	limit: number,
	isLast: boolean,
	dialect: ScanDialect,
	fieldCount: number,
): boolean {
	const length = Math.min(limit - from, PROBE_BYTES);
	const probe = new Uint8Array(length + 2 * BUFFER_PADDING);
	probe.set(bytes.subarray(from, from + length), BUFFER_PADDING);
	const block = new FieldBlock(fieldCount, null, PROBE_RECORDS);
	block.useBuffer(probe, 0);
	const indexer = new FieldIndexer(asText(dialect, fieldCount), PROBE_BYTES);
	const end = BUFFER_PADDING + length;
	let at = BUFFER_PADDING;
	let records = 0;
	do {
		at = indexer.index(block, at, end, end, isLast && from + length === limit);
		records += block.records;
	} while (block.records > 0 && records < PROBE_RECORDS && at < end);
	return indexer.rejected.length === 0 && (records > 0 || isLast);
}

function asText({ delimiter, newline }: ScanDialect, fieldCount: number): PlainScan {
	const none = new Uint8Array(fieldCount);
	return { delimiter, newline, kinds: none, scales: none, dateSeparators: none };
}
