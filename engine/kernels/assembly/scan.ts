/**
 * The compiled twin of engine/import/scan/indexPlainRecords.ts, which says what it does: both give the same block from the same
 * bytes. Addresses are of the memory that the host hands over.
 *
 * Records without quotes are read in two steps, so that no step waits for the one before it: first the places of all delimiters and
 * line breaks, 64 bytes at a time; then the fields column by column, 8 bytes of a number at a time. A record with quotes is read
 * field by field.
 */

const QUOTE: i32 = 34;
const CARRIAGE_RETURN: i32 = 13;
const MINUS: i32 = 45;
const POINT: i32 = 46;
const ZERO: i32 = 48;
const MAX_DIGITS: i32 = 9;
const FIELD_NUMBER: i32 = 1;
const FIELD_DATE: i32 = 2;
const FIELD_TEXT: i32 = 0;
const ZEROS: u64 = 0x3030303030303030;
/** Records that are read field by field before the two steps are tried again. */
const QUOTED_RUN: i32 = 16;
const TENS = memory.data<i32>([1, 10, 100, 1000, 10000]);
const MONTH_DAYS = memory.data<u8>([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);

let startsAt: usize;
let endsAt: usize;
let numbersAt: usize;
let placesAt: usize;
let recordStartsAt: usize;
let recordEndsAt: usize;
let marksAt: usize;
let plainAt: usize;
let lowestAt: usize;
let highestAt: usize;
let fieldCount: i32;
let capacity: i32;

/** Where the arrays of the block lie. `marks` has room for every field of a full block and 80 more. */
export function useBlock(
	starts: usize,
	ends: usize,
	numbers: usize,
	places: usize,
	recordStarts: usize,
	recordEnds: usize,
	marks: usize,
	plain: usize,
	lowestOf: usize,
	highestOf: usize,
	fields: i32,
	records: i32,
): void {
	startsAt = starts;
	endsAt = ends;
	numbersAt = numbers;
	placesAt = places;
	recordStartsAt = recordStarts;
	recordEndsAt = recordEnds;
	// One mark before the first field: the line break before the record.
	marksAt = marks + 4;
	plainAt = plain;
	lowestAt = lowestOf;
	highestAt = highestOf;
	fieldCount = fields;
	capacity = records;
}

let kindsAt: usize;
let scalesAt: usize;
let separatorsAt: usize;
let delimiter: i32;
let newline: i32;

/** What the fields are expected to hold, one byte of each array for each field. */
export function useScan(kinds: usize, scales: usize, separators: usize, delimiterByte: i32, newlineByte: i32): void {
	kindsAt = kinds;
	scalesAt = scales;
	separatorsAt = separators;
	delimiter = delimiterByte;
	newline = newlineByte;
}

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

/** Fills the cells of one column from the marks. */
function readColumn(base: usize, field: i32, from: i32, to: i32): void {
	const kind = <i32>load<u8>(kindsAt + field);
	const firstCell = field * capacity + from;
	const count = to - from;
	const stride = (<usize>fieldCount) << 2;
	const mark = marksAt + ((<usize>(from * fieldCount + field)) << 2);
	// A field starts after the mark before it. A carriage return moves the last mark of a record, so that the first field
	// starts where the record does.
	const isFirst = field === 0;
	const starts = isFirst ? recordStartsAt + ((<usize>from) << 2) : mark - 4;
	const startStride: usize = isFirst ? 4 : stride;
	const shift = isFirst ? 0 : 1;
	let isPlain = false;
	if (kind === FIELD_NUMBER) {
		const scale = <i32>load<u8>(scalesAt + field);
		isPlain = readNumbers(base, starts, startStride, shift, mark, stride, firstCell, count, scale);
	} else if (kind === FIELD_DATE) {
		const separator = <i32>load<u8>(separatorsAt + field);
		isPlain = readDates(base, starts, startStride, shift, mark, stride, firstCell, count, separator);
	} else {
		placeTexts(starts, startStride, shift, mark, stride, firstCell, count);
	}
	const plain = plainAt + ((<usize>field) << 2);
	if (isPlain && load<i32>(plain) === from) {
		const low = lowestAt + (<usize>field << 2);
		const high = highestAt + (<usize>field << 2);
		store<i32>(plain, to);
		store<i32>(low, from === 0 ? lowest : min(load<i32>(low), lowest));
		store<i32>(high, from === 0 ? highest : max(load<i32>(high), highest));
	}
}

/** Range of what readNumbers or readDates read last. */
let lowest: i32;
let highest: i32;

/** Whether all were read with all the places of the column. */
function readNumbers(
	base: usize,
	starts: usize,
	startStride: usize,
	shift: i32,
	ends: usize,
	endStride: usize,
	firstCell: i32,
	count: i32,
	scale: i32,
): bool {
	let uneven = 0;
	let low = i32.MAX_VALUE;
	let high = i32.MIN_VALUE;
	for (let cell = firstCell; cell < firstCell + count; cell++) {
		const start = load<i32>(starts) + shift;
		const end = load<i32>(ends);
		const read = readNumber(base + start, base + end, cell, scale);
		store<i8>(placesAt + cell, <i8>read);
		uneven |= read ^ scale;
		if (read < 0) {
			placeText(cell, start, end);
		}
		const value = load<i32>(numbersAt + (cell << 2));
		low = min(low, value);
		high = max(high, value);
		starts += startStride;
		ends += endStride;
	}
	lowest = low;
	highest = high;
	return uneven === 0;
}

/** Whether all were read. */
function readDates(
	base: usize,
	starts: usize,
	startStride: usize,
	shift: i32,
	ends: usize,
	endStride: usize,
	firstCell: i32,
	count: i32,
	separator: i32,
): bool {
	let uneven = 0;
	let low = i32.MAX_VALUE;
	let high = i32.MIN_VALUE;
	for (let cell = firstCell; cell < firstCell + count; cell++) {
		const start = load<i32>(starts) + shift;
		const end = load<i32>(ends);
		const read = readDate(base + start, base + end, cell, separator);
		store<i8>(placesAt + cell, <i8>read);
		uneven |= read;
		if (read < 0) {
			placeText(cell, start, end);
		}
		const value = load<i32>(numbersAt + (cell << 2));
		low = min(low, value);
		high = max(high, value);
		starts += startStride;
		ends += endStride;
	}
	lowest = low;
	highest = high;
	return uneven === 0;
}

function placeTexts(
	starts: usize,
	startStride: usize,
	shift: i32,
	ends: usize,
	endStride: usize,
	firstCell: i32,
	count: i32,
): void {
	for (let cell = firstCell; cell < firstCell + count; cell++) {
		placeText(cell, load<i32>(starts) + shift, load<i32>(ends));
		starts += startStride;
		ends += endStride;
	}
	memory.fill(placesAt + firstCell, 0xff, count);
}

// @ts-ignore: decorators of AssemblyScript
@inline
function placeText(cell: i32, start: i32, end: i32): void {
	store<i32>(startsAt + ((<usize>cell) << 2), start);
	store<i32>(endsAt + ((<usize>cell) << 2), end);
}

/** The decimal places of the number that the bytes spell, which goes into the cell; -1 where they are not plainly one. */
// @ts-ignore: decorators of AssemblyScript
@inline
function readNumber(start: usize, end: usize, cell: i32, scale: i32): i32 {
	const isNegative = <i32>load<u8>(start) === MINUS;
	const p = start + usize(isNegative);
	const point = end - 1 - scale;
	const digits = <i32>(end - p) - i32(scale !== 0);
	if (digits > scale && digits < 8 && (scale === 0 || <i32>load<u8>(point) === POINT)) {
		// All places of the column, as nearly always: one word that ends with the last digit, the point taken out.
		const word = load<u64>(end - 8) ^ ZEROS;
		const fraction: u64 = scale === 0 ? 0 : (<u64>-1) << (64 - (scale << 3));
		const joined = scale === 0 ? word : (word & fraction) | ((word << 8) & ~fraction);
		const spelled = joined & ((<u64>-1) << (64 - (digits << 3)));
		// One branch that hardly ever happens instead of two, of which the first would be a coin toss.
		const isLeadingZero = i32(digits - scale > 1) & i32(<i32>load<u8>(p) === ZERO);
		if (nonDigits(spelled) | isLeadingZero) {
			return -1;
		}
		const value = eightDigits(spelled, 8);
		store<i32>(numbersAt + (cell << 2), isNegative ? -value : value);
		return scale;
	}
	return readUnevenNumber(p, end, isNegative, cell, scale);
}

/** The same for numbers of other places or of more digits. */
function readUnevenNumber(start: usize, end: usize, isNegative: bool, cell: i32, scale: i32): i32 {
	let p = start;
	const word = load<u64>(p) ^ ZEROS;
	const whole = leading(nonDigits(word));
	let value = eightDigits(word, whole);
	p += whole;
	let read = 0;
	if (p !== end) {
		if (<i32>load<u8>(p) !== POINT) {
			return -1;
		}
		const fraction = (<u64>load<u32>(p, 1)) ^ 0xffffffff30303030;
		read = leading(nonDigits(fraction));
		value = value * load<i32>(TENS + (read << 2)) + eightDigits(fraction, read);
		p += 1 + read;
		if (p !== end || read === 0 || read > scale || whole + read > MAX_DIGITS) {
			return -1;
		}
	}
	if (whole === 0 || (whole > 1 && <i32>load<u8>(start) === ZERO)) {
		return -1;
	}
	store<i32>(numbersAt + (cell << 2), isNegative ? -value : value);
	return read;
}

/** 0 where ten bytes spell a day, which goes into the cell as days since 1970-01-01; else -1. */
// @ts-ignore: decorators of AssemblyScript
@inline
function readDate(start: usize, end: usize, cell: i32, separator: i32): i32 {
	if (end - start !== 10 || <i32>load<u8>(start, 4) !== separator || <i32>load<u8>(start, 7) !== separator) {
		return -1;
	}
	// Year, month and day without the separators between them: one word of eight digits.
	const head = load<u64>(start);
	const word = ((head & 0xffffffff) | ((head & 0x00ffff0000000000) >> 8) | ((<u64>load<u16>(start, 8)) << 48)) ^ ZEROS;
	if (nonDigits(word) !== 0) {
		return -1;
	}
	const pairs = digitPairs(word);
	const year = <i32>(pairs & 0xff) * 100 + <i32>((pairs >> 16) & 0xff);
	const month = <i32>((pairs >> 32) & 0xff);
	const day = <i32>(pairs >> 48);
	if (year === 0 || month < 1 || month > 12 || day < 1) {
		return -1;
	}
	const isLeap = (year & 3) === 0 && (year % 100 !== 0 || year % 400 === 0);
	if (day > <i32>load<u8>(MONTH_DAYS + month) + i32(isLeap && month === 2)) {
		return -1;
	}
	store<i32>(numbersAt + (cell << 2), dayNumber(year, month, day));
	return 0;
}

/** Days since 1970-01-01 of a day of the Gregorian calendar, by the 400 years after which it repeats; years begin in March. */
// @ts-ignore: decorators of AssemblyScript
@inline
function dayNumber(year: i32, month: i32, day: i32): i32 {
	const y = month <= 2 ? year - 1 : year;
	const dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
	return y * 365 + y / 4 - y / 100 + y / 400 + dayOfYear - 719468;
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
			store<i32>(startsAt + (cell << 2), <i32>(fieldStart - base));
			store<i32>(endsAt + (cell << 2), <i32>(fieldEnd - base));
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

/** Slots of a label cache, and bytes of one: four words of text, length, code. */
const LABEL_SLOTS: u32 = 1024;
const LABEL_SLOT_BYTES: usize = 40;
const MAX_LABEL_LENGTH: i32 = 32;
const SHORT_LABEL_LENGTH: i32 = 16;
const LABEL_FACTOR: u64 = 0x9e3779b97f4a7c15;

/**
 * Puts the codes of known labels into the numbers of their cells, from cell `cell` on. A cache holds one label a slot, which four
 * words and the length say all of. Returns the first cell whose label is not in the cache, or `end`.
 */
export function findLabels(base: usize, cache: usize, cell: i32, end: i32): i32 {
	for (let at = cell; at < end; at++) {
		const slot = labelSlot(base, cache, at);
		if (slot === 0) {
			return at;
		}
		const length = load<i32>(endsAt + (at << 2)) - load<i32>(startsAt + (at << 2));
		const difference =
			(load<u64>(slot) ^ label0) |
			(load<u64>(slot, 8) ^ label1) |
			(load<u64>(slot, 16) ^ label2) |
			(load<u64>(slot, 24) ^ label3) |
			<u64>(load<i32>(slot, 32) ^ length);
		const code = load<i32>(slot, 36);
		if (difference !== 0 || code < 0) {
			return at;
		}
		store<i32>(numbersAt + (at << 2), code);
	}
	return end;
}

/** The same where no label has more than two words so far: half the work. A longer one counts as not in the cache. */
export function findShortLabels(base: usize, cache: usize, cell: i32, end: i32): i32 {
	for (let at = cell; at < end; at++) {
		const start = base + load<i32>(startsAt + (at << 2));
		const stop = base + load<i32>(endsAt + (at << 2));
		const length = <i32>(stop - start);
		const head = load<u64>(start) & select<u64>(-1, (<u64>1 << (length << 3)) - 1, length >= 8);
		const tail = load<u64>(stop - 8) & select<u64>(-1, 0, length > 8);
		const slot = cache + slotOf(head ^ (tail * LABEL_FACTOR) ^ length);
		const difference =
			(load<u64>(slot) ^ head) | (load<u64>(slot, 8) ^ tail) | <u64>(load<i32>(slot, 32) ^ length);
		const code = load<i32>(slot, 36);
		if (difference !== 0 || code < 0 || length > SHORT_LABEL_LENGTH) {
			return at;
		}
		store<i32>(numbersAt + (at << 2), code);
	}
	return end;
}

// @ts-ignore: decorators of AssemblyScript
@inline
function slotOf(mixed: u64): usize {
	return <usize>((<u32>((mixed * 0xff51afd7ed558ccd) >> 32)) & (LABEL_SLOTS - 1)) * LABEL_SLOT_BYTES;
}

/** Puts the label of a cell into the cache, in the place of another one where need be. */
export function rememberLabel(base: usize, cache: usize, cell: i32, code: i32): void {
	const slot = labelSlot(base, cache, cell);
	if (slot !== 0) {
		store<u64>(slot, label0);
		store<u64>(slot, label1, 8);
		store<u64>(slot, label2, 16);
		store<u64>(slot, label3, 24);
		store<i32>(slot, load<i32>(endsAt + (cell << 2)) - load<i32>(startsAt + (cell << 2)), 32);
		store<i32>(slot, code, 36);
	}
}

let label0: u64;
let label1: u64;
let label2: u64;
let label3: u64;

/** The slot for the label of a cell, whose words go into label0 to label3; 0 for one that is too long. */
// @ts-ignore: decorators of AssemblyScript
@inline
function labelSlot(base: usize, cache: usize, cell: i32): usize {
	const start = base + load<i32>(startsAt + (cell << 2));
	const end = base + load<i32>(endsAt + (cell << 2));
	const length = <i32>(end - start);
	if (length > MAX_LABEL_LENGTH) {
		return 0;
	}
	const head = load<u64>(start);
	label0 = length === 0 ? 0 : length < 8 ? head & (((<u64>1) << (length << 3)) - 1) : head;
	label1 = length > 8 ? load<u64>(end - 8) : 0;
	label2 = length > 16 ? load<u64>(start + 8) : 0;
	label3 = length > 16 ? load<u64>(end - 16) : 0;
	return cache + slotOf(label0 ^ (label1 * LABEL_FACTOR) ^ label2 ^ (label3 << 1) ^ length);
}

/** The top bit of every byte above 9, of a word that was xored with ZEROS. Exact up to the first of them. */
// @ts-ignore: decorators of AssemblyScript
@inline
function nonDigits(word: u64): u64 {
	return ((word + 0x7676767676767676) | word) & 0x8080808080808080;
}

/** Number of bytes before the first whose top bit is set, 8 where none is. */
// @ts-ignore: decorators of AssemblyScript
@inline
function leading(marks: u64): i32 {
	return <i32>(ctz(marks) >> 3);
}

/** The number that the first `count` digits of a word spell. */
// @ts-ignore: decorators of AssemblyScript
@inline
function eightDigits(word: u64, count: i32): i32 {
	// A shift by 64 would be one by 0.
	const digits = count === 0 ? 0 : word << ((8 - count) << 3);
	const fours = ((digitPairs(digits) * 6553601) >> 16) & 0x0000ffff0000ffff;
	return <i32>((fours * 42949672960001) >> 32);
}

/** Four numbers of two digits, 16 bits each, the first the lowest. */
// @ts-ignore: decorators of AssemblyScript
@inline
function digitPairs(digits: u64): u64 {
	return ((digits * 2561) >> 8) & 0x00ff00ff00ff00ff;
}
