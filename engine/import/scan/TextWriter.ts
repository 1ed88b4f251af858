import type { ByteRoom } from '../../columns/byteRoom.ts';
import { encodeText } from '../../columns/encodeChunk.ts';
import { eachKept, NullRows, type ColumnWriter, type WrittenColumn } from './ColumnWriter.ts';
import type { FieldBlock } from './FieldBlock.ts';
import type { isNullText } from './nullTokens.ts';
import { transcodeStrings } from './transcode.ts';

/** From this length on the engine's own copy is faster than a loop. */
const LONG_BYTES = 40;

/** Text of many distinct values as UTF-8 bytes with offsets. */
export class TextWriter implements ColumnWriter {
	readonly #column: number;
	readonly #isWindows1252: boolean;
	readonly #isNull: typeof isNullText;
	readonly #nulls = new NullRows();
	#offsets = new Int32Array(1);
	#bytes = new Uint8Array(0);

	constructor(column: number, isWindows1252: boolean, isNull: typeof isNullText) {
		this.#column = column;
		this.#isNull = isNull;
		this.#isWindows1252 = isWindows1252;
	}

	write(block: FieldBlock, firstRow: number): void {
		const { bytes, starts, ends, records, capacity } = block;
		this.#reserve(block, firstRow);
		const offsets = this.#offsets;
		const pool = this.#bytes;
		const isNull = this.#isNull;
		let to = firstRow === 0 ? 0 : offsets[firstRow]!;
		for (let record = 0, cell = this.#column * capacity; record < records; record++, cell++) {
			const start = starts[cell]!;
			const end = ends[cell]!;
			if (isNull(bytes, start, end)) {
				this.#nulls.add(firstRow + record);
			} else if (end - start < LONG_BYTES) {
				for (let at = start; at < end; at++) {
					pool[to++] = bytes[at]!;
				}
			} else {
				pool.set(bytes.subarray(start, end), to);
				to += end - start;
			}
			offsets[firstRow + record + 1] = to;
		}
	}

	drop(dropped: Int32Array, rows: number): void {
		const offsets = this.#offsets;
		const bytes = this.#bytes;
		let end = 0;
		eachKept(dropped, rows, (from, to) => {
			const [start, stop] = [offsets[from]!, offsets[from + 1]!];
			bytes.copyWithin(end, start, stop);
			end += stop - start;
			offsets[to + 1] = end;
		});
		this.#nulls.drop(dropped, rows);
	}

	isNull(row: number): boolean {
		return this.#nulls.has(row);
	}

	finish(rows: number, room: ByteRoom): WrittenColumn {
		const { offsets, bytes } = this.#isWindows1252
			? transcodeStrings(this.#offsets, this.#bytes, rows)
			: { offsets: this.#offsets, bytes: this.#bytes };
		return { ...encodeText(offsets, bytes, rows, this.#nulls.take(rows), room), labels: null };
	}

	#reserve({ records, capacity, starts, ends }: FieldBlock, firstRow: number): void {
		if (firstRow + records >= this.#offsets.length) {
			const grown = new Int32Array(Math.ceil((firstRow + records + 1) * 1.5));
			grown.set(this.#offsets);
			this.#offsets = grown;
		}
		let needed = firstRow === 0 ? 0 : this.#offsets[firstRow]!;
		for (let record = 0, cell = this.#column * capacity; record < records; record++, cell++) {
			needed += ends[cell]! - starts[cell]!;
		}
		if (needed > this.#bytes.length) {
			const grown = new Uint8Array(Math.ceil(needed * 1.5));
			grown.set(this.#bytes);
			this.#bytes = grown;
		}
	}
}
