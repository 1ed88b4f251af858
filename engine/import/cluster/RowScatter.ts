import type { ChunkReader } from '../../columns/ChunkReader.ts';
import type { Bitmap } from '../../columns/Column.ts';
import type { ColumnStorage } from '../../columns/ColumnStorage.ts';
import type { BlobQueue } from './BlobQueue.ts';
import { ChunkScatter, type ScatterTask } from './ChunkScatter.ts';
import { arrayOf, describeStored, widthOf, type ClusterColumn } from './clusterColumn.ts';
import { NullBits } from './NullBits.ts';
import { readChunks } from './numberChunks.ts';
import type { RowPlaces } from './RowPlaces.ts';
import { scatterText } from './scatterText.ts';
import type { ScatterThread } from './ScatterThread.ts';

/** Rows of a range are a multiple of the bits of a word, so that the null bits of a range are whole words. */
const WORD_BITS = 32;

/**
 * Writes stored columns in another order of rows: row r goes to `places[r]`, rows with place -1 are left out. A column is sorted and
 * written range by range, so that only two ranges are in memory: while one is filled, by a thread and by whoever has nothing to
 * write or to read, the one before is written.
 */
export class RowScatter {
	readonly #source: ChunkReader;
	readonly #blobs: BlobQueue;
	readonly #places: Int32Array;
	readonly #length: number;
	readonly #rangeBytes: number;
	readonly #thread: ScatterThread | null;
	readonly #here = new ChunkScatter();
	/** Two in turn. Memory that no column needs is never touched. */
	readonly #buffers: SharedArrayBuffer[];

	/** `length` is the number of places; each belongs to one row. With a thread, the places lie on a SharedArrayBuffer. */
	constructor(
		source: ChunkReader,
		blobs: BlobQueue,
		places: Int32Array,
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

	/** Sorts a column and hands it to the queue; what the queue holds of it is good until the next but one range is sorted. */
	write(name: string, column: number, storage: ColumnStorage): ClusterColumn {
		return storage.kind === 'text' ? this.#writeText(name, column, storage) : this.#writeNumbers(name, column, storage);
	}

	#writeNumbers(name: string, column: number, storage: ColumnStorage): ClusterColumn {
		const dictionary = storage.hasDictionary ? this.#source.readDictionary(column) : null;
		const facts = describeStored(storage, dictionary, this.#length);
		const nulls = new NullBits(this.#length);
		for (const { from, length } of this.#ranges(widthOf(facts.array))) {
			const buffer = this.#buffers.shift()!;
			this.#buffers.push(buffer);
			const values = arrayOf(facts.array, buffer, length);
			let at = 0;
			for (const chunk of readChunks(this.#source, column)) {
				if (chunk.nulls > 0) {
					nulls.expect();
				}
				const places = this.#places.subarray(at, at + chunk.rows);
				this.#scatter({ chunk, places, from, values, base: facts.base, nulls: nulls.there(from) }, nulls.here(from));
				at += chunk.rows;
			}
			this.#blobs.writeAll();
			this.#thread?.finish();
			this.#blobs.add(`${name}:values`, values);
		}
		return { ...facts, hasNulls: this.#writeNulls(name, nulls) };
	}

	/** Whoever is free does it. */
	#scatter(task: ScatterTask, nullsHere: Bitmap | null): void {
		while (!this.#thread?.take(task)) {
			if (!this.#blobs.writeNext()) {
				this.#here.scatter({ ...task, nulls: nullsHere });
				return;
			}
		}
	}

	#writeText(name: string, column: number, storage: ColumnStorage): ClusterColumn {
		const nulls = new NullBits(this.#length);
		const rowPlaces: RowPlaces = (at, rows) => this.#places.subarray(at, at + rows);
		let textBytes = 0;
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
		const facts = describeStored(storage, null, this.#length);
		return { ...facts, array: 'f64', hasNulls: this.#writeNulls(name, nulls), textBytes };
	}

	#writeNulls(name: string, nulls: NullBits): boolean {
		const bitmap = nulls.merged();
		if (bitmap) {
			this.#blobs.add(`${name}:nulls`, bitmap);
		}
		return bitmap !== null;
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
