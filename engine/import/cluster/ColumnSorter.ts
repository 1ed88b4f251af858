import { copyBits } from '../../columns/bitmap.ts';
import type { ChunkReader } from '../../columns/ChunkReader.ts';
import type { Bitmap } from '../../columns/Column.ts';
import type { ColumnStorage } from '../../columns/ColumnStorage.ts';
import type { EncodedChunk } from '../../columns/EncodedChunk.ts';
import { nullsAt, storedBase, storedWidth } from '../../columns/storedValues.ts';
import type { BlobQueue } from './BlobQueue.ts';
import { widthOf, type ClusterColumn } from './clusterColumn.ts';
import { mostRows, readChunks } from './numberChunks.ts';
import type { PartRange, RowOrder } from './RowOrder.ts';
import { scatterText } from './scatterText.ts';
import type { SortCrew } from './SortCrew.ts';
import { PART_ROWS } from './SortKernel.ts';

/** Chunks that may wait for the thread, so that it goes on while the one that gives them waits for the disk. */
const SLOTS = 16;
/** The longest number. */
const MOST_WIDTH = Float64Array.BYTES_PER_ELEMENT;
/** Of a stored chunk: a number for each row, and a bit. */
const MOST_ROW_BYTES = MOST_WIDTH + 0.25;

/**
 * Writes stored columns in another order of rows; rows without a customer are left out. A column is sorted and written range by range,
 * so that only two ranges are in memory: while one is sorted, by a thread where there is one, the one before is written.
 */
export class ColumnSorter {
	readonly #source: ChunkReader;
	readonly #blobs: BlobQueue;
	readonly #order: RowOrder;
	readonly #rangeBytes: number;
	readonly #crew: SortCrew;
	/** Addresses of two ranges, in turn. Memory that no column needs is never touched. */
	readonly #ranges: number[];
	readonly #scratch: number;
	/** Where chunks lie for the thread. */
	readonly #slots: number;
	readonly #slotBytes: number;
	/** Calls that must be made before each slot is free. */
	readonly #callsBySlot = Array.from({ length: SLOTS }, () => 0);
	#chunks = 0;
	/** Two in turn. */
	readonly #nullBits: Uint32Array[] = [];
	/** Waits for what was sorted last, and hands it to the queue. */
	#handOver: () => void = () => undefined;

	constructor(source: ChunkReader, blobs: BlobQueue, order: RowOrder, rangeBytes: number, crew: SortCrew) {
		this.#source = source;
		this.#blobs = blobs;
		this.#order = order;
		this.#rangeBytes = rangeBytes;
		this.#crew = crew;
		const { memory } = order;
		this.#slotBytes = Math.ceil((mostRows(source) * MOST_ROW_BYTES) / MOST_WIDTH + 1) * MOST_WIDTH;
		this.#scratch = memory.reserve(PART_ROWS * MOST_WIDTH);
		this.#slots = memory.reserve(this.#slotBytes * (crew.hasThread ? SLOTS : 1));
		const mostBytes = [1, 2, 4, MOST_WIDTH].flatMap((width) =>
			[...order.ranges(rangeBytes / width)].map(({ length }) => length * width),
		);
		const bytes = mostBytes.reduce((most, size) => Math.max(most, size), 0);
		this.#ranges = [memory.reserve(bytes), memory.reserve(bytes)];
	}

	/** Sorts and writes a column as `described`. The end of it is written with the next column, or by `finish`. */
	write(name: string, column: number, storage: ColumnStorage, described: ClusterColumn): ClusterColumn {
		const facts = { ...described, length: this.#order.length };
		if (facts.kind === 'text') {
			return this.#writeText(name, column, storage, facts);
		}
		const nulls = this.#writeNumbers(name, column, facts);
		const handOver = this.#handOver;
		this.#handOver = () => {
			handOver();
			if (nulls) {
				this.#blobs.add(`${name}:nulls`, nulls);
			}
		};
		return { ...facts, hasNulls: nulls !== null };
	}

	/** Writes what has been sorted and is not written yet. */
	finish(): void {
		this.#handOverLast();
		this.#blobs.writeAll();
	}

	#handOverLast(): void {
		this.#handOver();
		this.#handOver = () => undefined;
	}

	/** Returns the null bits, which are there when the last range has been handed over; null without nulls. */
	#writeNumbers(name: string, column: number, { array, base }: ClusterColumn): Bitmap | null {
		const order = this.#order;
		const width = widthOf(array);
		let nulls: Uint32Array | null = null;
		for (const range of order.ranges(this.#rangeBytes / width)) {
			const to = this.#ranges.shift()!;
			this.#ranges.push(to);
			for (const chunk of readChunks(this.#source, column)) {
				if (chunk.nulls > 0) {
					nulls ??= this.#noNulls();
				}
				this.#spread(chunk, range, { to, width, base, nulls });
			}
			this.#crew.give([
				'settle',
				order.bounds.byteOffset,
				range.first,
				range.count,
				order.places,
				to,
				width,
				this.#scratch,
			]);
			this.finish();
			const given = this.#crew.given;
			this.#handOver = () => {
				this.#crew.wait(given);
				this.#blobs.add(`${name}:values`, new Uint8Array(order.memory.buffer, to, range.length * width));
			};
		}
		return nulls;
	}

	#spread(chunk: EncodedChunk, range: PartRange, { to, width, base, nulls }: SpreadTarget): void {
		const { heads, memory, bounds, places } = this.#order;
		const { parts, rows, starts } = this.#order.chunk(chunk.chunk);
		const { first, count, from } = range;
		const bytes = storedWidth(chunk.encoding);
		const shift = storedBase(chunk) - base;
		const slot = this.#freeSlot();
		const values = this.#slots + slot * this.#slotBytes;
		new Uint8Array(memory.buffer, values, chunk.data.length).set(chunk.data);
		this.#crew.give(['spread', values, bytes, shift, parts, rows, starts, heads, first, count, from, to, width]);
		if (chunk.nulls > 0 && nulls) {
			const bits = values + nullsAt(rows * bytes);
			const target = nulls.byteOffset;
			this.#crew.give([
				'spreadNulls',
				bits,
				parts,
				rows,
				starts,
				heads,
				first,
				count,
				from,
				to,
				width,
				bounds.byteOffset,
				places,
				target,
			]);
		}
		this.#callsBySlot[slot] = this.#crew.given;
	}

	/** Writes while the thread has enough to do. */
	#freeSlot(): number {
		const slot = this.#crew.hasThread ? this.#chunks++ % SLOTS : 0;
		const calls = this.#callsBySlot[slot]!;
		while (!this.#crew.hasDone(calls)) {
			this.#handOverLast();
			if (!this.#blobs.writeNext()) {
				this.#crew.wait(calls);
			}
		}
		return slot;
	}

	#noNulls(): Uint32Array {
		const used = this.#nullBits.length > 1 ? this.#nullBits.shift()! : null;
		const bits = used ?? this.#order.memory.uint32((this.#order.length + 31) >>> 5);
		this.#nullBits.push(bits);
		return bits.fill(0);
	}

	#writeText(name: string, column: number, storage: ColumnStorage, facts: ClusterColumn): ClusterColumn {
		const order = this.#order;
		const nulls = new Uint32Array((order.length + 31) >>> 5);
		let hasNulls = false;
		let textBytes = 0;
		this.finish();
		this.#blobs.add(`${name}:values`, new Float64Array(1));
		for (const range of order.ranges(this.#rangeBytes / textWidth(this.#source, column))) {
			const part = scatterText(this.#source, column, storage, (chunk) => order.placesOf(chunk), range);
			if (part.nulls) {
				hasNulls = true;
				copyBits(part.nulls, range.length, nulls, range.from);
			}
			this.#blobs.add(
				`${name}:values`,
				part.offsets.subarray(1).map((offset) => offset + textBytes),
			);
			this.#blobs.add(`${name}:text`, part.bytes);
			this.#blobs.writeAll();
			textBytes += part.bytes.length;
		}
		if (hasNulls) {
			this.#blobs.add(`${name}:nulls`, nulls);
		}
		return { ...facts, textBytes, hasNulls };
	}
}

/** Memory for the rows of a range, and what is subtracted from their values. */
interface SpreadTarget {
	readonly to: number;
	readonly width: number;
	readonly base: number;
	readonly nulls: Uint32Array | null;
}

/** Bytes that a row of a text column takes once sorted, as its first chunk has it. */
function textWidth(source: ChunkReader, column: number): number {
	const [chunk] = readChunks(source, column);
	return Float64Array.BYTES_PER_ELEMENT * 2 + (chunk ? chunk.data.length / chunk.rows : 0);
}
