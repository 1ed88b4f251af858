/**
 * The compiled twin of engine/import/scan/indexPlainRecords.ts, which says what it does: both give the same block from the same
 * bytes. Addresses are of the memory that the host hands over.
 *
 * Records without quotes are read in two steps, so that no step waits for the one before it: first the places of all delimiters and
 * line breaks, 64 bytes at a time; then the fields column by column, 8 bytes of a number at a time. A record with quotes is read
 * field by field.
 */

import {
	capacity,
	CARRIAGE_RETURN,
	delimiter,
	FIELD_NUMBER,
	FIELD_TEXT,
	fieldCount,
	kindsAt,
	marksAt,
	newline,
	placesAt,
	placeText,
	QUOTE,
	recordEndsAt,
	recordStartsAt,
	scalesAt,
	separatorsAt,
} from './scan/block';
import { readColumn } from './scan/readColumn';
import { readDate } from './scan/readDate';
import { readNumber } from './scan/readNumber';

export { useBlock, useScan } from './scan/block';
export { findLabels, findShortLabels, rememberLabel } from './scan/labels';

/** Records that are read field by field before the two steps are tried again. */
const QUOTED_RUN: i32 = 16;

let next: i32;
let isAtQuote: bool;

/** Where the last call stopped. */
export function nextPosition(): i32 {
	return next;
}

/** `base` is the address of position 0; see the twin for the rest. */
export function indexPlainRecords(base: usize, from: i32, stop: i32, limit: i32, record: i32, end: i32): i32 {
	next = from;
	let records = readUnquotedRecords(base, stop, limit, record, end);
	while (isAtQuote && records < end && next < stop) {
		const most = min(end, records + QUOTED_RUN);
		records = readQuotedRecords(base, next, stop, limit, records, most);
		if (records < most) {
			break;
		}
		records = readUnquotedRecords(base, stop, limit, records, end);
	}
	return records;
}

function readUnquotedRecords(base: usize, stop: i32, limit: i32, record: i32, end: i32): i32 {
	const records = markRecords(base, next, stop, limit, record, end);
	for (let field = 0; field < fieldCount; field++) {
		readColumn(base, field, record, records);
	}
	return records;
}

/**
 * Marks the delimiters and line breaks of records without quotes up to the first record that has one (`isAtQuote`) or has not the
 * right number of fields. Returns the number of records in the block.
 */
function markRecords(base: usize, from: i32, stop: i32, limit: i32, record: i32, end: i32): i32 {
	const delimiters = i8x16.splat(<i8>delimiter);
	const newlines = i8x16.splat(<i8>newline);
	const quotes = i8x16.splat(<i8>QUOTE);
	const fields = fieldCount;
	const marks = marksAt;
	let records = record;
	let recordStart = from;
	let count = record * fields;
	let expected = count + fields;
	isAtQuote = false;
	store<i32>(marks + (count << 2) - 4, from - 1);
	if (record >= end || from >= stop) {
		return record;
	}
	for (let at = from; at < limit; at += 64) {
		const p = base + at;
		const a = v128.load(p);
		const b = v128.load(p, 16);
		const c = v128.load(p, 32);
		const d = v128.load(p, 48);
		let lines = bits(i8x16.eq(a, newlines), i8x16.eq(b, newlines), i8x16.eq(c, newlines), i8x16.eq(d, newlines));
		let breaks =
			lines | bits(i8x16.eq(a, delimiters), i8x16.eq(b, delimiters), i8x16.eq(c, delimiters), i8x16.eq(d, delimiters));
		const quoted = bits(i8x16.eq(a, quotes), i8x16.eq(b, quotes), i8x16.eq(c, quotes), i8x16.eq(d, quotes));
		// What counts ends before the first quote and at the limit.
		let valid: u64 = quoted === 0 ? -1 : (quoted & -quoted) - 1;
		if (at + 64 > limit) {
			valid &= ((<u64>1) << (limit - at)) - 1;
		}
		lines &= valid;
		breaks &= valid;
		setMarks(marks + (count << 2), at, breaks);
		for (let rest = lines; rest !== 0; rest &= rest - 1) {
			const recordEnd = at + <i32>ctz(rest);
			const found = count + <i32>popcnt(breaks & (rest ^ (rest - 1)));
			const hasReturn = <i32>load<u8>(base + recordEnd - 1) === CARRIAGE_RETURN && recordEnd > recordStart;
			// An empty record is a blank line.
			if (found !== expected || recordEnd - i32(hasReturn) <= recordStart) {
				return records;
			}
			if (hasReturn) {
				store<i32>(marks + (found << 2) - 4, recordEnd - 1);
			}
			store<i32>(recordStartsAt + (records << 2), recordStart);
			store<i32>(recordEndsAt + (records << 2), recordEnd);
			records++;
			expected += fields;
			recordStart = recordEnd + 1;
			next = recordStart;
			if (records === end || recordStart >= stop) {
				return records;
			}
		}
		count += <i32>popcnt(breaks);
		if (quoted !== 0) {
			isAtQuote = at + <i32>ctz(quoted) < limit;
			return records;
		}
		if (count >= expected) {
			return records;
		}
	}
	return records;
}

/**
 * Stores `at` plus the number of each set bit. Eight at a time, whether there are so many or not, since the end of a loop that
 * the processor cannot foresee costs more than that; what is stored beyond the last bit is overwritten later.
 */
// @ts-ignore: decorators of AssemblyScript
@inline
function setMarks(to: usize, at: i32, found: u64): void {
	let rest = found;
	let target = to;
	do {
		for (let mark = 0; mark < 8; mark++) {
			store<i32>(target + (mark << 2), at + <i32>ctz(rest));
			rest &= rest - 1;
		}
		target += 32;
	} while (rest !== 0);
}

/** One bit for each of 64 bytes, the first the lowest. */
// @ts-ignore: decorators of AssemblyScript
@inline
function bits(a: v128, b: v128, c: v128, d: v128): u64 {
	const low = i8x16.bitmask(a) | (i8x16.bitmask(b) << 16);
	const high = i8x16.bitmask(c) | (i8x16.bitmask(d) << 16);
	return (<u64>(<u32>low)) | ((<u64>(<u32>high)) << 32);
}

/** Field by field, as the twin does it. Returns the number of records in the block. */
function readQuotedRecords(base: usize, from: i32, stop: i32, limit: i32, record: i32, end: i32): i32 {
	const delimiters = i8x16.splat(<i8>delimiter);
	const newlines = i8x16.splat(<i8>newline);
	const lastField = fieldCount - 1;
	const limitAt = base + limit;
	const stopAt = base + stop;
	let p = base + from;
	let records = record;
	let cell = record;
	let field = 0;
	let recordStart = p;
	while (records < end && recordStart < stopAt) {
		let fieldStart = p;
		let fieldEnd: usize;
		let byte = <i32>load<u8>(p);
		if (byte === QUOTE) {
			fieldStart++;
			byte = <i32>load<u8>(++p);
			while (byte !== QUOTE) {
				if (byte === newline) {
					return records;
				}
				byte = <i32>load<u8>(++p);
			}
			fieldEnd = p;
			byte = <i32>load<u8>(++p);
			if (byte === CARRIAGE_RETURN && byte !== newline && <i32>load<u8>(p, 1) === newline) {
				byte = <i32>load<u8>(++p);
			}
			if (byte !== delimiter && byte !== newline) {
				return records;
			}
		} else {
			let found: i32;
			for (;;) {
				const bytes = v128.load(p);
				found = i8x16.bitmask(v128.or(i8x16.eq(bytes, delimiters), i8x16.eq(bytes, newlines)));
				if (found !== 0) {
					break;
				}
				p += 16;
			}
			p += ctz(found);
			byte = <i32>load<u8>(p);
			const hasReturn = byte === newline && p > fieldStart && <i32>load<u8>(p - 1) === CARRIAGE_RETURN;
			fieldEnd = hasReturn ? p - 1 : p;
		}
		const kind = <i32>load<u8>(kindsAt + field);
		const isBare = kind !== FIELD_TEXT && <i32>load<u8>(fieldStart - 1) !== QUOTE;
		let read = -1;
		if (isBare) {
			read =
				kind === FIELD_NUMBER
					? readNumber(fieldStart, fieldEnd, cell, <i32>load<u8>(scalesAt + field))
					: readDate(fieldStart, fieldEnd, cell, <i32>load<u8>(separatorsAt + field));
		}
		store<i8>(placesAt + cell, <i8>read);
		if (read < 0) {
			placeText(cell, <i32>(fieldStart - base), <i32>(fieldEnd - base));
		}
		p++;
		if (byte === delimiter) {
			if (field === lastField) {
				return records;
			}
			field++;
			cell += capacity;
		} else {
			// `p` is one past the line break. The sentinel at the limit is none, and an empty record is a blank line.
			if (field !== lastField || p > limitAt || fieldEnd <= recordStart) {
				return records;
			}
			store<i32>(recordStartsAt + (records << 2), <i32>(recordStart - base));
			store<i32>(recordEndsAt + (records << 2), <i32>(p - base) - 1);
			records++;
			cell = records;
			field = 0;
			recordStart = p;
			next = <i32>(p - base);
		}
	}
	return records;
}
