import type { ByteRoom } from '../../columns/byteRoom.ts';
import { encodeNumbers } from '../../columns/encodeChunk.ts';
import type { TimestampFormat } from './ColumnFormat.ts';
import { eachKept, NullRows, type ColumnWriter, type WrittenColumn } from './ColumnWriter.ts';
import type { FailureLog } from './FailureLog.ts';
import type { FieldBlock } from './FieldBlock.ts';
import { isNullValue } from './nullTokens.ts';
import { latin1 } from './NumberWriter.ts';
import { parseBoolean } from './parseBoolean.ts';
import { dayNumber, NO_DAY, parseTimestamp } from './parseDate.ts';

type ReadValue = (bytes: Uint8Array, start: number, end: number) => number;

/** Timestamps (milliseconds since 1970) and booleans (0 or 1). */
export class InstantWriter implements ColumnWriter {
	readonly #column: number;
	readonly #read: ReadValue;
	readonly #log: FailureLog;
	readonly #nulls = new NullRows();
	#values = new Float64Array(0);

	constructor(column: number, format: TimestampFormat | { readonly kind: 'boolean' }, log: FailureLog) {
		this.#column = column;
		this.#read = readerOf(format);
		this.#log = log;
	}

	write(block: FieldBlock, firstRow: number): void {
		const { bytes, starts, ends, records, capacity } = block;
		if (firstRow + records > this.#values.length) {
			const grown = new Float64Array(Math.ceil((firstRow + records) * 1.5));
			grown.set(this.#values);
			this.#values = grown;
		}
		const values = this.#values;
		const read = this.#read;
		for (let record = 0, cell = this.#column * capacity; record < records; record++, cell++) {
			const start = starts[cell]!;
			const end = ends[cell]!;
			let value = read(bytes, start, end);
			if (Number.isNaN(value)) {
				value = 0;
				if (isNullValue(bytes, start, end)) {
					this.#nulls.add(firstRow + record);
				} else {
					this.#log.add(block, record, firstRow + record, this.#column, { kind: 'other' });
				}
			}
			values[firstRow + record] = value;
		}
	}

	drop(dropped: Int32Array, rows: number): void {
		const values = this.#values;
		eachKept(dropped, rows, (from, to) => (values[to] = values[from]!));
		this.#nulls.drop(dropped, rows);
	}

	isNull(row: number): boolean {
		return this.#nulls.has(row);
	}

	finish(rows: number, room: ByteRoom): WrittenColumn {
		return { ...encodeNumbers(this.#values, rows, this.#nulls.take(rows), null, room), labels: null };
	}
}

function readerOf(format: TimestampFormat | { readonly kind: 'boolean' }): ReadValue {
	if (format.kind === 'boolean') {
		return parseBoolean;
	}
	return (format.style ?? 'iso') === 'iso'
		? readTimestamp
		: (bytes, start, end) => parseTimestamp(latin1(bytes, start, end), format);
}

/** `yyyy-mm-dd hh:mm:ss`, with T for the space and a Z at the end or not, without a detour over a string. */
function readTimestamp(bytes: Uint8Array, start: number, end: number): number {
	const length = end - start;
	const isPlain =
		(length === 19 || (length === 20 && bytes[end - 1] === 90)) &&
		bytes[start + 4] === 45 &&
		bytes[start + 7] === 45 &&
		(bytes[start + 10] === 32 || bytes[start + 10] === 84) &&
		bytes[start + 13] === 58 &&
		bytes[start + 16] === 58;
	if (isPlain) {
		const year = pair(bytes, start) * 100 + pair(bytes, start + 2);
		const day = dayNumber(year, pair(bytes, start + 5), pair(bytes, start + 8));
		const [hour, minute, second] = [pair(bytes, start + 11), pair(bytes, start + 14), pair(bytes, start + 17)];
		if (year > 0 && day !== NO_DAY && hour < 24 && minute < 60 && second < 60) {
			return (((day * 24 + hour) * 60 + minute) * 60 + second) * 1000;
		}
	}
	return length === 0 ? NaN : parseTimestamp(latin1(bytes, start, end));
}

/** The number of two digits, NaN where one is none, so that every comparison with it fails. */
function pair(bytes: Uint8Array, at: number): number {
	const tens = bytes[at]! - 48;
	const units = bytes[at + 1]! - 48;
	return tens >>> 0 < 10 && units >>> 0 < 10 ? tens * 10 + units : NaN;
}
