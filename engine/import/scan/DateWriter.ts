import { encodeNumbers } from '../../columns/encodeChunk.ts';
import type { DateOrder } from './ColumnFormat.ts';
import { eachKept, NullRows, type ColumnWriter, type WrittenColumn } from './ColumnWriter.ts';
import type { FailureLog } from './FailureLog.ts';
import type { FieldBlock } from './FieldBlock.ts';
import { isNullField } from './nullTokens.ts';
import { latin1 } from './NumberWriter.ts';
import { dayNumber, NO_DAY, parseDate, parseTimestamp } from './parseDate.ts';

/** Days since 1970-01-01. */
export class DateWriter implements ColumnWriter {
	readonly #column: number;
	readonly #order: DateOrder;
	readonly #separator: number;
	readonly #log: FailureLog;
	readonly #nulls = new NullRows();
	#days = new Int32Array(0);

	constructor(column: number, order: DateOrder, separator: number, log: FailureLog) {
		this.#column = column;
		this.#order = order;
		this.#separator = separator;
		this.#log = log;
	}

	write(block: FieldBlock, firstRow: number): void {
		const { numbers, places, records, capacity } = block;
		if (firstRow + records > this.#days.length) {
			const grown = new Int32Array(Math.ceil((firstRow + records) * 1.5));
			grown.set(this.#days);
			this.#days = grown;
		}
		const days = this.#days;
		const firstCell = this.#column * capacity;
		let record = 0;
		for (;;) {
			record = copyDays(numbers, places, firstCell, record, records, days, firstRow);
			if (record === records) {
				return;
			}
			const row = firstRow + record;
			const cell = firstCell + record;
			days[row] =
				places[cell] === 0
					? this.#refuse(block, record, row, this.#spell(numbers[cell]!))
					: this.#readText(block, record, row);
			record++;
		}
	}

	/** A date that was read and is none, as it stands in the file. */
	#spell(date: number): string {
		const digits = String(date).padStart(8, '0');
		return [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].join(String.fromCharCode(this.#separator));
	}

	#refuse(block: FieldBlock, record: number, row: number, text: string): number {
		const kind = Number.isNaN(parseTimestamp(text)) ? 'other' : 'timestamp';
		this.#log.add(block, record, row, this.#column, { kind }, text);
		return 0;
	}

	#readText(block: FieldBlock, record: number, row: number): number {
		const cell = this.#column * block.capacity + record;
		const start = block.starts[cell]!;
		const end = block.ends[cell]!;
		if (isNullField(block.bytes, start, end)) {
			this.#nulls.add(row);
			return 0;
		}
		const text = latin1(block.bytes, start, end);
		const day = parseDate(text, this.#order, this.#separator);
		return day === NO_DAY ? this.#refuse(block, record, row, text) : day;
	}

	drop(dropped: Int32Array, rows: number): void {
		const days = this.#days;
		eachKept(dropped, rows, (from, to) => (days[to] = days[from]!));
		this.#nulls.drop(dropped, rows);
	}

	isNull(row: number): boolean {
		return this.#nulls.has(row);
	}

	finish(rows: number): WrittenColumn {
		return { ...encodeNumbers(this.#days, rows, this.#nulls.take(rows)), labels: null };
	}
}

/** Days of the dates that were read, up to the first record whose date was not, or is none. */
function copyDays(
	numbers: Int32Array,
	places: Int8Array,
	firstCell: number,
	from: number,
	to: number,
	days: Int32Array,
	firstRow: number,
): number {
	let lastDate = -1;
	let lastDay = NO_DAY;
	for (let record = from; record < to; record++) {
		const date = numbers[firstCell + record]!;
		if (places[firstCell + record] !== 0) {
			return record;
		}
		if (date !== lastDate) {
			lastDate = date;
			const monthAndDay = date % 10_000;
			lastDay = dayNumber((date / 10_000) | 0, (monthAndDay / 100) | 0, monthAndDay % 100);
		}
		if (lastDay === NO_DAY) {
			return record;
		}
		days[firstRow + record] = lastDay;
	}
	return to;
}
