import { assertNever } from '#shared/base/assertNever.ts';
import { hasBit } from '../columns/bitmap.ts';
import { isoDate, isoInstant } from '../columns/cellOf.ts';
import type { Column } from '../columns/Column.ts';
import { varintBytes, writeVarint } from './TableImage.ts';

const NULL = 0;
const REAL = 7;
const ZERO = 8;
const ONE = 9;
const TEXT = 13;
const encoder = new TextEncoder();

/**
 * Rows of columns as SQLite records (https://sqlite.org/fileformat2.html#record_format): whole numbers in as few bytes as they
 * need, decimals as doubles in major units, booleans as 0 and 1, dates and times as ISO text. One writer serves one table.
 */
export class RecordWriter {
	/** The record that `write` made last. */
	bytes = new Uint8Array(4096);
	readonly #serials: Float64Array;
	#body = new Uint8Array(4096);
	#view = new DataView(this.#body.buffer);
	#end = 0;
	readonly #days = new Map<number, Uint8Array>();
	#labels: (readonly Uint8Array[] | null)[] = [];
	#columns: readonly Column[] = [];

	constructor(columns: number) {
		this.#serials = new Float64Array(columns);
	}

	/** The columns of the chunk whose rows follow. */
	begin(columns: readonly Column[]): void {
		this.#labels = columns.map((column, index) => {
			if (column.kind !== 'category') {
				return null;
			}
			const before = this.#columns[index];
			const isSame = before?.kind === 'category' && before.labels === column.labels;
			return (isSame ? this.#labels[index] : null) ?? column.labels.map((label) => encoder.encode(label));
		});
		this.#columns = columns;
	}

	/** Puts a row into `bytes`; returns its length. */
	write(row: number): number {
		const columns = this.#columns;
		const serials = this.#serials;
		this.#end = 0;
		let headerBytes = 0;
		for (let column = 0; column < columns.length; column++) {
			const serial = this.#put(columns[column]!, column, row);
			serials[column] = serial;
			headerBytes += serial < 128 ? 1 : varintBytes(serial);
		}
		// The header counts its own length.
		const header = headerBytes + 1 < 128 ? headerBytes + 1 : headerBytes + varintBytes(headerBytes + 2);
		const length = header + this.#end;
		if (length > this.bytes.length) {
			this.bytes = new Uint8Array(length * 2);
		}
		const bytes = this.bytes;
		let at = writeVarint(bytes, 0, header);
		for (let column = 0; column < columns.length; column++) {
			at = writeVarint(bytes, at, serials[column]!);
		}
		const body = this.#body;
		const end = this.#end;
		for (let byte = 0; byte < end; byte++) {
			bytes[at + byte] = body[byte]!;
		}
		return length;
	}

	/** Writes the value into the body; returns its serial type. */
	#put(column: Column, index: number, row: number): number {
		if (column.nulls !== null && hasBit(column.nulls, row)) {
			return NULL;
		}
		switch (column.kind) {
			case 'number':
				return column.scale === 0
					? this.#number(column.values[row]!)
					: this.#number(column.values[row]! / 10 ** column.scale);
			case 'boolean':
				return column.values[row] === 1 ? ONE : ZERO;
			case 'category': {
				const label = this.#labels[index]![column.codes[row]!]!;
				return this.#text(label, 0, label.length);
			}
			case 'text':
				return this.#text(column.bytes, column.offsets[row]!, column.offsets[row + 1]!);
			case 'date': {
				const day = this.#day(column.values[row]!);
				return this.#text(day, 0, day.length);
			}
			case 'timestamp': {
				const instant = encoder.encode(isoInstant(column.values[row]!));
				return this.#text(instant, 0, instant.length);
			}
			default:
				return assertNever(column);
		}
	}

	#number(value: number): number {
		const at = this.#end;
		if (this.#body.length < at + 8) {
			this.#grow(8);
		}
		const whole = value | 0;
		const body = this.#body;
		if (whole === value) {
			if (whole === 0 || whole === 1) {
				return whole === 0 ? ZERO : ONE;
			}
			if (whole >= -128 && whole < 128) {
				body[at] = whole;
				this.#end = at + 1;
				return 1;
			}
			if (whole >= -32_768 && whole < 32_768) {
				body[at] = whole >> 8;
				body[at + 1] = whole;
				this.#end = at + 2;
				return 2;
			}
			body[at] = whole >> 24;
			body[at + 1] = whole >> 16;
			body[at + 2] = whole >> 8;
			body[at + 3] = whole;
			this.#end = at + 4;
			return 4;
		}
		this.#end = at + 8;
		if (Number.isSafeInteger(value)) {
			this.#view.setBigInt64(at, BigInt(value));
			return 6;
		}
		this.#view.setFloat64(at, value);
		return REAL;
	}

	#text(bytes: Uint8Array, from: number, to: number): number {
		const length = to - from;
		const at = this.#end;
		if (this.#body.length < at + length) {
			this.#grow(length);
		}
		if (length < 64) {
			const body = this.#body;
			for (let byte = 0; byte < length; byte++) {
				body[at + byte] = bytes[from + byte]!;
			}
		} else {
			this.#body.set(bytes.subarray(from, to), at);
		}
		this.#end = at + length;
		return TEXT + 2 * length;
	}

	#day(day: number): Uint8Array {
		let text = this.#days.get(day);
		if (!text) {
			text = encoder.encode(isoDate(day));
			this.#days.set(day, text);
		}
		return text;
	}

	#grow(more: number): void {
		const grown = new Uint8Array((this.#end + more) * 2);
		grown.set(this.#body);
		this.#body = grown;
		this.#view = new DataView(grown.buffer);
	}
}
