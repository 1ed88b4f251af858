import type { ByteRoom } from '../../columns/byteRoom.ts';
import { encodeNumbers } from '../../columns/encodeChunk.ts';
import { grown } from '../../columns/grown.ts';
import { eachKept, NullRows, type ColumnWriter, type WrittenColumn } from './ColumnWriter.ts';
import type { FailureLog } from './FailureLog.ts';
import type { FieldBlock } from './FieldBlock.ts';
import { markedReader, type ReadNumber } from './markedReader.ts';
import { isNullValue } from './nullTokens.ts';
import { PlainRange } from './PlainRange.ts';
import { MAX_DIGITS, parseNumber, type NumberRule } from './parseNumber.ts';

const POINT = 46;
const MINUS = 45;
const ZERO = 48;
const powersOfTen = Int32Array.of(1, 10, 100, 1000, 10_000, 100_000, 1_000_000);

/** Integers and decimals as integers in minor units; doubles where they are not exact or do not fit in 32 bits. */
export class NumberWriter implements ColumnWriter {
	readonly #column: number;
	readonly #rule: NumberRule;
	/** Null for plain numbers with a decimal point. */
	readonly #readMarked: ReadNumber | null;
	readonly #log: FailureLog;
	readonly #nulls = new NullRows();
	readonly #range = new PlainRange();
	#integers = new Int32Array(0);
	/** In use from the first value of the column that is no int32, instead of `#integers`. */
	#doubles: Float64Array | null;
	#capacity = 0;

	constructor(column: number, rule: NumberRule, log: FailureLog) {
		this.#column = column;
		this.#rule = rule;
		this.#readMarked = rule.marks ? markedReader(rule.marks, rule.scale) : null;
		this.#log = log;
		this.#doubles = rule.isExact ? null : new Float64Array(0);
	}

	write(block: FieldBlock, firstRow: number): void {
		this.#reserve(firstRow + block.records);
		this.#range.add(block, this.#column);
		if (this.#doubles) {
			this.#writeDoubles(this.#doubles, block, firstRow, 0);
		} else {
			this.#writeIntegers(block, firstRow);
		}
	}

	drop(dropped: Int32Array, rows: number): void {
		const values = this.#doubles ?? this.#integers;
		eachKept(dropped, rows, (from, to) => (values[to] = values[from]!));
		this.#nulls.drop(dropped, rows);
		this.#range.forget();
	}

	isNull(row: number): boolean {
		return this.#nulls.has(row);
	}

	finish(rows: number, room: ByteRoom): WrittenColumn {
		const values = this.#doubles ?? this.#integers;
		return { ...encodeNumbers(values, rows, this.#nulls.take(rows), this.#range.take(), room), labels: null };
	}

	#reserve(rows: number): void {
		if (rows > this.#capacity) {
			this.#capacity = Math.ceil(rows * 1.5);
			if (this.#doubles) {
				this.#doubles = grown(this.#doubles, new Float64Array(this.#capacity));
			} else {
				this.#integers = grown(this.#integers, new Int32Array(this.#capacity));
			}
		}
	}

	#writeIntegers(block: FieldBlock, firstRow: number): void {
		const { numbers, places, records, capacity } = block;
		const values = this.#integers;
		const { scale } = this.#rule;
		const firstCell = this.#column * capacity;
		let record = block.plain[this.#column]!;
		values.set(numbers.subarray(firstCell, firstCell + record), firstRow);
		for (;;) {
			record = copyPlain(numbers, places, firstCell, record, records, scale, values, firstRow);
			if (record === records) {
				return;
			}
			const value = this.#readCell(block, record, firstRow + record);
			if (value !== (value | 0)) {
				this.#writeDoubles(this.#turnWide(), block, firstRow, record);
				return;
			}
			values[firstRow + record++] = value;
		}
	}

	#writeDoubles(values: Float64Array, block: FieldBlock, firstRow: number, fromRecord: number): void {
		for (let record = fromRecord; record < block.records; record++) {
			values[firstRow + record] = this.#readCell(block, record, firstRow + record);
		}
	}

	/** Any cell in minor units, 0 where it has no value or one that does not fit. */
	#readCell(block: FieldBlock, record: number, row: number): number {
		const { bytes, starts, ends } = block;
		const { isExact, scale } = this.#rule;
		const cell = this.#column * block.capacity + record;
		const read = block.places[cell]!;
		if (read >= 0) {
			return block.numbers[cell]! * powersOfTen[scale - read]!;
		}
		const start = starts[cell]!;
		const end = ends[cell]!;
		const plain = !isExact
			? NaN
			: this.#readMarked === null
				? readPlain(bytes, start, end, scale)
				: this.#readMarked(bytes, start, end);
		if (!Number.isNaN(plain)) {
			return plain;
		}
		if (isNullValue(bytes, start, end)) {
			this.#nulls.add(row);
			return 0;
		}
		const value = parseNumber(latin1(bytes, start, end), this.#rule);
		if (typeof value === 'number') {
			return value;
		}
		this.#log.add(block, record, row, this.#column, value);
		return 0;
	}

	#turnWide(): Float64Array {
		const doubles = new Float64Array(this.#capacity);
		doubles.set(this.#integers);
		this.#integers = new Int32Array(0);
		this.#doubles = doubles;
		return doubles;
	}
}

/**
 * Copies numbers that were read with all the places of the column, up to the first that was not, whose record it returns. It
 * calls nothing, which keeps it fast.
 */
export function copyPlain(
	numbers: Int32Array,
	places: Int8Array,
	firstCell: number,
	from: number,
	to: number,
	scale: number,
	values: Int32Array,
	firstRow: number,
): number {
	let record = from;
	while (record < to && places[firstCell + record] === scale) {
		values[firstRow + record] = numbers[firstCell + record]!;
		record++;
	}
	return record;
}

/** The usual spellings of a number in minor units, NaN for anything that needs a closer look. */
function readPlain(bytes: Uint8Array, start: number, end: number, scale: number): number {
	const isNegative = bytes[start] === MINUS;
	const firstDigit = isNegative ? start + 1 : start;
	let value = 0;
	let at = firstDigit;
	let digit = 0;
	while (at < end && (digit = bytes[at]! - ZERO) >>> 0 <= 9) {
		value = value * 10 + digit;
		at++;
	}
	const whole = at - firstDigit;
	let places = 0;
	if (at < end && bytes[at] === POINT) {
		const point = at++;
		while (at < end && (digit = bytes[at]! - ZERO) >>> 0 <= 9) {
			value = value * 10 + digit;
			at++;
		}
		places = at - point - 1;
	}
	const isPlain = at === end && whole > 0 && whole + scale <= MAX_DIGITS && places <= scale;
	if (!isPlain || (whole > 1 && bytes[firstDigit] === ZERO)) {
		return NaN;
	}
	const units = value * powersOfTen[scale - places]!;
	return isNegative && units !== 0 ? -units : units;
}

export function latin1(bytes: Uint8Array, start: number, end: number): string {
	return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
}
