import { encodeNumbers } from '../../columns/encodeChunk.ts';
import { eachKept, NullRows, type ColumnWriter, type WrittenColumn } from './ColumnWriter.ts';
import type { FailureLog } from './FailureLog.ts';
import type { FieldBlock } from './FieldBlock.ts';
import { isNullField } from './nullTokens.ts';
import { parseNumber, type NumberRule } from './parseNumber.ts';

/** Nine digits always fit in an int32. */
const FAST_DIGITS = 9;
const POINT = 46;
const MINUS = 45;
const ZERO = 48;
const powersOfTen = Int32Array.of(1, 10, 100, 1000, 10_000, 100_000, 1_000_000);

/** Integers and decimals as integers in minor units; doubles where they are not exact or do not fit in 32 bits. */
export class NumberWriter implements ColumnWriter {
	readonly #column: number;
	readonly #rule: NumberRule;
	readonly #log: FailureLog;
	readonly #nulls = new NullRows();
	#integers = new Int32Array(0);
	/** In use from the first value of the column that is no int32, instead of `#integers`. */
	#doubles: Float64Array | null;
	#capacity = 0;

	constructor(column: number, rule: NumberRule, log: FailureLog) {
		this.#column = column;
		this.#rule = rule;
		this.#log = log;
		this.#doubles = rule.isExact ? null : new Float64Array(0);
	}

	write(block: FieldBlock, firstRow: number): void {
		this.#reserve(firstRow + block.records);
		if (this.#doubles) {
			this.#writeDoubles(this.#doubles, block, firstRow, 0);
		} else if (this.#rule.scale === 0) {
			this.#writeIntegers(block, firstRow);
		} else {
			this.#writeDecimals(block, firstRow);
		}
	}

	drop(dropped: Int32Array, rows: number): void {
		const values = this.#doubles ?? this.#integers;
		eachKept(dropped, rows, (from, to) => (values[to] = values[from]!));
		this.#nulls.drop(dropped, rows);
	}

	isNull(row: number): boolean {
		return this.#nulls.has(row);
	}

	finish(rows: number): WrittenColumn {
		const values = this.#doubles ?? this.#integers;
		return { ...encodeNumbers(values, rows, this.#nulls.take(rows)), labels: null };
	}

	#reserve(rows: number): void {
		if (rows > this.#capacity) {
			this.#capacity = Math.ceil(rows * 1.5);
			if (this.#doubles) {
				this.#doubles = grow(new Float64Array(this.#capacity), this.#doubles);
			} else {
				this.#integers = grow(new Int32Array(this.#capacity), this.#integers);
			}
		}
	}

	#writeIntegers(block: FieldBlock, firstRow: number): void {
		const { bytes, starts, ends, numbers, places, records, fieldCount } = block;
		const values = this.#integers;
		for (let record = 0, slot = this.#column; record < records; record++, slot += fieldCount) {
			if (places[slot] === 0) {
				values[firstRow + record] = numbers[slot]!;
				continue;
			}
			const start = starts[slot]!;
			const end = ends[slot]!;
			const isNegative = bytes[start] === MINUS;
			const firstDigit = isNegative ? start + 1 : start;
			const digits = end - firstDigit;
			let at = firstDigit;
			let value = 0;
			if (digits === 1 || (digits > 1 && digits <= FAST_DIGITS && bytes[firstDigit] !== ZERO)) {
				while (at < end) {
					const digit = bytes[at]! - ZERO;
					if (digit >>> 0 > 9) {
						break;
					}
					value = (Math.imul(value, 10) + digit) | 0;
					at++;
				}
			}
			if (at === end && digits > 0) {
				values[firstRow + record] = isNegative ? -value : value;
			} else if (!this.#writeSlowly(block, record, firstRow)) {
				this.#writeDoubles(this.#turnWide(), block, firstRow, record);
				return;
			}
		}
	}

	#writeDecimals(block: FieldBlock, firstRow: number): void {
		const { bytes, starts, ends, numbers, places: read, records, fieldCount } = block;
		const values = this.#integers;
		const { scale } = this.#rule;
		const maxWhole = FAST_DIGITS - scale;
		for (let record = 0, slot = this.#column; record < records; record++, slot += fieldCount) {
			if (read[slot] === scale) {
				values[firstRow + record] = numbers[slot]!;
				continue;
			}
			const start = starts[slot]!;
			const end = ends[slot]!;
			const isNegative = bytes[start] === MINUS;
			const firstDigit = isNegative ? start + 1 : start;
			let at = firstDigit;
			let value = 0;
			let digit = 0;
			while (at < end && (digit = bytes[at]! - ZERO) >>> 0 <= 9) {
				value = (Math.imul(value, 10) + digit) | 0;
				at++;
			}
			const whole = at - firstDigit;
			let places = 0;
			if (at < end && bytes[at] === POINT) {
				const point = at++;
				while (at < end && (digit = bytes[at]! - ZERO) >>> 0 <= 9) {
					value = (Math.imul(value, 10) + digit) | 0;
					at++;
				}
				places = at - point - 1;
			}
			const isPlain = at === end && whole > 0 && whole <= maxWhole && places <= scale;
			if (isPlain && (whole === 1 || bytes[firstDigit] !== ZERO)) {
				const units = Math.imul(value, powersOfTen[scale - places]!);
				values[firstRow + record] = isNegative ? -units : units;
			} else if (!this.#writeSlowly(block, record, firstRow)) {
				this.#writeDoubles(this.#turnWide(), block, firstRow, record);
				return;
			}
		}
	}

	/** Any text into `#integers`; false when its value needs a double. */
	#writeSlowly(block: FieldBlock, record: number, firstRow: number): boolean {
		const value = this.#read(block, record, firstRow + record);
		if (value !== (value | 0)) {
			return false;
		}
		this.#integers[firstRow + record] = value;
		return true;
	}

	#writeDoubles(values: Float64Array, block: FieldBlock, firstRow: number, fromRecord: number): void {
		const { bytes, starts, ends, records, fieldCount } = block;
		const isWhole = this.#rule.scale === 0;
		for (
			let record = fromRecord, slot = this.#column + fromRecord * fieldCount;
			record < records;
			record++, slot += fieldCount
		) {
			const start = starts[slot]!;
			const end = ends[slot]!;
			let at = start;
			let value = 0;
			if (isWhole && end - start <= 15 && (bytes[start] !== ZERO || end - start === 1)) {
				while (at < end) {
					const digit = bytes[at]! - ZERO;
					if (digit >>> 0 > 9) {
						break;
					}
					value = value * 10 + digit;
					at++;
				}
			}
			values[firstRow + record] = at === end && at !== start ? value : this.#read(block, record, firstRow + record);
		}
	}

	#read(block: FieldBlock, record: number, row: number): number {
		const slot = record * block.fieldCount + this.#column;
		const start = block.starts[slot]!;
		const end = block.ends[slot]!;
		if (isNullField(block.bytes, start, end)) {
			this.#nulls.add(row);
			return 0;
		}
		const read = parseNumber(latin1(block.bytes, start, end), this.#rule);
		if (typeof read === 'number') {
			return read;
		}
		this.#log.add(block, record, row, this.#column, read);
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

function grow<A extends Int32Array | Float64Array>(to: A, from: A): A {
	to.set(from);
	return to;
}

export function latin1(bytes: Uint8Array, start: number, end: number): string {
	return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
}
