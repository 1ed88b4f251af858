import type { ChunkReader } from '../../columns/ChunkReader.ts';
import type { Bitmap } from '../../columns/Column.ts';
import type { ColumnStorage } from '../../columns/ColumnStorage.ts';
import type { BlobQueue } from './BlobQueue.ts';
import { ChunkScatter, type ScatterTask } from './ChunkScatter.ts';
import { arrayOf, widthOf, type ClusterColumn } from './clusterColumn.ts';
import { NullBits } from './NullBits.ts';
import { readChunks } from './numberChunks.ts';
import type { RowPlaces } from './RowPlaces.ts';
import { scatterText } from './scatterText.ts';
import type { ScatterThread } from './ScatterThread.ts';

/** Rows of a range are a multiple of the bits of a word, so that the null bits of a range are whole words. */
const WORD_BITS = 32;

/**
 * Writes stored columns in another order of rows: row r of a chunk goes to `places[chunk][r]`, rows with place -1 are left
 * out. A column is sorted and written range by range, so that only two ranges are in memory: while one is filled, by a thread
 * and by whoever has nothing to write or to read, the one before is written.
 */
export class RowScatter {
	readonly #source: ChunkReader;
	readonly #blobs: BlobQueue;
	readonly #places: readonly Int32Array[];
	readonly #length: number;
	readonly #rangeBytes: number;
	readonly #thread: ScatterThread | null;
	readonly #here = new ChunkScatter();
	/** Two in turn. Memory that no column needs is never touched. */
	readonly #buffers: SharedArrayBuffer[];
	/** Waits for what was sorted last, and hands it to the queue. */
	#handOver: () => void = () => undefined;

	/** `length` is the number of places; each belongs to one row. With a thread, the places lie on SharedArrayBuffers. */
	constructor(
		source: ChunkReader,
		blobs: BlobQueue,
		places: readonly Int32Array[],
		length: number,
		rangeBytes: number,
		thread: ScatterThread | null,
	) {
		this.#source = source;
		this.#blobs = blobs;
		this.#places = places;
		this.#length = length;
		this.#rangeBytes = rangeBytes;
		this.#thread = thread;
		const bytes = Math.min(rangeBytes, length * Float64Array.BYTES_PER_ELEMENT);
		this.#buffers = [new SharedArrayBuffer(bytes), new SharedArrayBuffer(bytes)];
	}

	/** Sorts and writes a column as `described`. The end of it is written with the next column, or by `finish`. */
	write(name: string, column: number, storage: ColumnStorage, described: ClusterColumn): ClusterColumn {
		const facts = { ...described, length: this.#length };
		const nulls = new NullBits(this.#length);
		if (facts.kind === 'text') {
			facts.textBytes = this.#writeText(name, column, storage, nulls);
		} else {
			this.#writeNumbers(name, column, facts, nulls);
		}
		const handOver = this.#handOver;
		this.#handOver = () => {
			handOver();
			const bitmap = nulls.merged();
			if (bitmap) {
				this.#blobs.add(`${name}:nulls`, bitmap);
			}
		};
		return { ...facts, hasNulls: nulls.areExpected };
	}

	/** Writes what has been sorted and is not written yet. */
	finish(): void {
		this.#handOver();
		this.#handOver = () => undefined;
		this.#blobs.writeAll();
	}

	#writeNumbers(name: string, column: number, facts: ClusterColumn, nulls: NullBits): void {
		for (const { from, length } of this.#ranges(widthOf(facts.array))) {
			const buffer = this.#buffers.shift()!;
			this.#buffers.push(buffer);
			const values = arrayOf(facts.array, buffer, length);
			for (const chunk of readChunks(this.#source, column)) {
				if (chunk.nulls > 0) {
					nulls.expect();
				}
				const places = this.#places[chunk.chunk]!;
				this.#scatter({ chunk, places, from, values, base: facts.base, nulls: nulls.there(from) }, nulls.here(from));
			}
			this.finish();
			const given = this.#thread?.given ?? 0;
			this.#handOver = () => {
				this.#thread?.finish(given);
				this.#blobs.add(`${name}:values`, values);
			};
		}
	}

	/** Whoever is free does it. */
	#scatter(task: ScatterTask, nullsHere: Bitmap | null): void {
		while (!this.#thread?.take(task)) {
			this.#handOver();
			this.#handOver = () => undefined;
			if (!this.#blobs.writeNext()) {
				this.#here.scatter({ ...task, nulls: nullsHere });
				return;
			}
		}
	}

	/** Returns the bytes of all texts. */
	#writeText(name: string, column: number, storage: ColumnStorage, nulls: NullBits): number {
		const rowPlaces: RowPlaces = (chunk) => this.#places[chunk]!;
		let textBytes = 0;
		this.finish();
		this.#blobs.add(`${name}:values`, new Float64Array(1));
		for (const range of this.#ranges(textWidth(this.#source, column))) {
			const part = scatterText(this.#source, column, storage, rowPlaces, range);
			if (part.nulls) {
				nulls.expect();
				nulls.here(range.from)?.set(part.nulls);
			}
			this.#blobs.add(
				`${name}:values`,
				part.offsets.subarray(1).map((offset) => offset + textBytes),
			);
			this.#blobs.add(`${name}:text`, part.bytes);
			this.#blobs.writeAll();
			textBytes += part.bytes.length;
		}
		return textBytes;
	}

	*#ranges(rowBytes: number) {
		const rows = Math.max(WORD_BITS, Math.floor(this.#rangeBytes / rowBytes / WORD_BITS) * WORD_BITS);
		for (let from = 0; from < this.#length; from += rows) {
			yield { from, length: Math.min(rows, this.#length - from) };
		}
	}
}

/** Bytes that a row of a text column takes once sorted, as its first chunk has it. */
function textWidth(source: ChunkReader, column: number): number {
	const [chunk] = readChunks(source, column);
	return Float64Array.BYTES_PER_ELEMENT * 2 + (chunk ? chunk.data.length / chunk.rows : 0);
}
