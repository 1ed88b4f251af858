import { open, type FileHandle } from 'node:fs/promises';
import { AS_OF_DAY, FIRST_DAY } from './sampleCalendar.ts';

const BUFFER_BYTES = 2 ** 20;
/** No row of the sample is longer than this. */
const ROW_BYTES = 4096;
const COMMA = 0x2c;
const LINE_FEED = 0x0a;
const ZERO = 0x30;

/** ISO text of every day of the sample, ten bytes each, made once: dates are the most frequent cells after numbers. */
const DATES = Buffer.from(
	Array.from({ length: AS_OF_DAY - FIRST_DAY + 1 }, (_, index) =>
		new Date((FIRST_DAY + index) * 86_400_000).toISOString().slice(0, 10),
	).join(''),
);

/**
 * Writes CSV rows as bytes into one buffer that is handed to the file whenever it is full, so that a file of any size takes
 * one megabyte. Callers write whole rows, cell by cell, and await `drain` whenever `isFull`.
 */
export class CsvFileWriter {
	readonly path: string;
	/** Data rows so far, malformed ones included, the header not. */
	rows = 0;
	readonly #file: FileHandle;
	readonly #buffer = Buffer.allocUnsafe(BUFFER_BYTES);
	#length = 0;
	#isRowStart = true;

	private constructor(path: string, file: FileHandle) {
		this.path = path;
		this.#file = file;
	}

	/** Replaces a file of the same name. */
	static async create(path: string, header: readonly string[]): Promise<CsvFileWriter> {
		const writer = new CsvFileWriter(path, await open(path, 'w'));
		writer.line(header.join(','));
		writer.rows = 0;
		return writer;
	}

	get isFull(): boolean {
		return this.#length > BUFFER_BYTES - ROW_BYTES;
	}

	async drain(): Promise<void> {
		let from = 0;
		while (from < this.#length) {
			from += (await this.#file.write(this.#buffer, from, this.#length - from)).bytesWritten;
		}
		this.#length = 0;
	}

	async close(): Promise<void> {
		try {
			await this.drain();
		} finally {
			await this.#file.close();
		}
	}

	/** Closes without writing what is still in the buffer. */
	async abandon(): Promise<void> {
		this.#length = 0;
		await this.#file.close();
	}

	/** A cell without a value. */
	empty(): void {
		this.#separate();
	}

	/** A cell given as bytes that need no quoting, or that are quoted already. */
	bytes(cell: Uint8Array): void {
		this.#separate();
		// Cells are short: a loop is faster than a call to set.
		for (let at = 0; at < cell.length; at++) {
			this.#buffer[this.#length++] = cell[at]!;
		}
	}

	/** Text that needs no quoting. Slower than `bytes`: for cells that differ from row to row. */
	text(cell: string): void {
		this.#separate();
		this.#length += this.#buffer.write(cell, this.#length);
	}

	/** A whole number, not negative. */
	integer(value: number): void {
		this.#separate();
		this.#digits(value);
	}

	/** An amount in hundredths, written with two places. */
	money(hundredths: number): void {
		this.#separate();
		let amount = hundredths;
		if (amount < 0) {
			this.#buffer[this.#length++] = 0x2d;
			amount = -amount;
		}
		this.#digits(Math.floor(amount / 100));
		this.#buffer[this.#length++] = 0x2e;
		this.#buffer[this.#length++] = ZERO + Math.floor((amount % 100) / 10);
		this.#buffer[this.#length++] = ZERO + (amount % 10);
	}

	/** A day of the sample's calendar as ISO text. */
	date(day: number): void {
		this.#separate();
		this.#isoDate(day);
	}

	/** A moment of the sample's calendar: `2026-06-30 08:05:00`. */
	moment(day: number, minuteOfDay: number): void {
		this.#separate();
		this.#isoDate(day);
		const hour = Math.floor(minuteOfDay / 60);
		const minute = minuteOfDay % 60;
		const clock = [0x20, ...twoDigits(hour), 0x3a, ...twoDigits(minute), 0x3a, ZERO, ZERO];
		for (const byte of clock) {
			this.#buffer[this.#length++] = byte;
		}
	}

	endRow(): void {
		this.#buffer[this.#length++] = LINE_FEED;
		this.#isRowStart = true;
		this.rows++;
	}

	/** A whole row as it stands. */
	line(text: string): void {
		this.#length += this.#buffer.write(text, this.#length);
		this.endRow();
	}

	#separate(): void {
		if (this.#isRowStart) {
			this.#isRowStart = false;
		} else {
			this.#buffer[this.#length++] = COMMA;
		}
	}

	#isoDate(day: number): void {
		const from = (day - FIRST_DAY) * 10;
		DATES.copy(this.#buffer, this.#length, from, from + 10);
		this.#length += 10;
	}

	#digits(value: number): void {
		const buffer = this.#buffer;
		let count = 1;
		for (let limit = 10; value >= limit; limit *= 10) {
			count++;
		}
		let rest = value;
		for (let at = this.#length + count - 1; at >= this.#length; at--) {
			const tens = Math.floor(rest / 10);
			buffer[at] = ZERO + rest - tens * 10;
			rest = tens;
		}
		this.#length += count;
	}
}

/** The bytes of a text cell, quoted where it needs it. */
export function csvCell(text: string): Uint8Array {
	return Buffer.from(/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
}

function twoDigits(value: number): readonly [number, number] {
	return [ZERO + Math.floor(value / 10), ZERO + (value % 10)];
}
