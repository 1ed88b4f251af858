import type { ByteRoom } from '../../columns/byteRoom.ts';
import { encodeNumbers } from '../../columns/encodeChunk.ts';
import type { DateFormat } from './ColumnFormat.ts';
import { eachKept, NullRows, type ColumnWriter, type WrittenColumn } from './ColumnWriter.ts';
import { dateReader, type ReadDay } from './dateReader.ts';
import type { FailureLog } from './FailureLog.ts';
import type { FieldBlock } from './FieldBlock.ts';
import { isNullValue } from './nullTokens.ts';
import { PlainRange } from './PlainRange.ts';
import { copyPlain, latin1 } from './NumberWriter.ts';
import { NO_DAY, parseDate, parseTimestamp } from './parseDate.ts';
import { withTime } from './withTime.ts';

/** Days since 1970-01-01. */
export class DateWriter implements ColumnWriter {
	readonly #column: number;
	readonly #format: DateFormat;
	readonly #readUsual: ReadDay;
	readonly #log: FailureLog;
	readonly #nulls = new NullRows();
	readonly #range = new PlainRange();
	#days = new Int32Array(0);

	constructor(column: number, format: DateFormat, log: FailureLog) {
		this.#column = column;
		this.#format = format;
		this.#readUsual = dateReader(format);
		this.#log = log;
	}

	write(block: FieldBlock, firstRow: number): void {
		const { numbers, places, records, capacity } = block;
		this.#range.add(block, this.#column);
		if (firstRow + records > this.#days.length) {
			const grown = new Int32Array(Math.ceil((firstRow + records) * 1.5));
			grown.set(this.#days);
			this.#days = grown;
		}
		const days = this.#days;
		const firstCell = this.#column * capacity;
		let record = block.plain[this.#column]!;
		days.set(numbers.subarray(firstCell, firstCell + record), firstRow);
		for (;;) {
			record = copyPlain(numbers, places, firstCell, record, records, 0, days, firstRow);
			if (record === records) {
				return;
			}
			days[firstRow + record] = this.#readText(block, record, firstRow + record);
			record++;
		}
	}

	#readText(block: FieldBlock, record: number, row: number): number {
		const cell = this.#column * block.capacity + record;
		const start = block.starts[cell]!;
		const end = block.ends[cell]!;
		const usual = this.#readUsual(block.bytes, start, end);
		if (usual !== NO_DAY) {
			return usual;
		}
		if (isNullValue(block.bytes, start, end)) {
			this.#nulls.add(row);
			return 0;
		}
		const text = latin1(block.bytes, start, end);
		const { order, separator, style } = this.#format;
		const day = parseDate(text, order, separator, style);
		if (day === NO_DAY) {
			const kind = Number.isNaN(parseTimestamp(text, withTime(this.#format))) ? 'other' : 'timestamp';
			this.#log.add(block, record, row, this.#column, { kind });
			return 0;
		}
		return day;
	}

	drop(dropped: Int32Array, rows: number): void {
		const days = this.#days;
		eachKept(dropped, rows, (from, to) => (days[to] = days[from]!));
		this.#nulls.drop(dropped, rows);
		this.#range.forget();
	}

	isNull(row: number): boolean {
		return this.#nulls.has(row);
	}

	finish(rows: number, room: ByteRoom): WrittenColumn {
		return { ...encodeNumbers(this.#days, rows, this.#nulls.take(rows), this.#range.take(), room), labels: null };
	}
}
