import { emptyBitmap } from '../../columns/bitmap.ts';
import type { ChunkReader } from '../../columns/ChunkReader.ts';
import type { Bitmap, Column } from '../../columns/Column.ts';
import type { ColumnStorage } from '../../columns/ColumnStorage.ts';
import { decodeChunks } from '../../columns/decodeChunks.ts';
import { sharedLike } from '../../columns/gatherRows.ts';
import { grown } from '../../columns/grown.ts';
import type { EncodedChunk } from '../../columns/EncodedChunk.ts';
import { readChunks } from './numberChunks.ts';
import { scatterChunks, type ScatterTask } from './scatterChunks.ts';
import { scatterText } from './scatterText.ts';
import type { ScatterThread } from './ScatterThread.ts';

/** Stored values mostly take no more. */
const BYTES_PER_ROW = 4.25;
/** Of stored values in memory: those of the longest type can be read where they lie. */
const ALIGNMENT = 8;

/** What a column has but its values, and the task that brings the values. */
interface Scattering {
	readonly shape: Exclude<Column, { readonly kind: 'text' }>;
	readonly task: ScatterTask;
	readonly isDone: () => boolean;
}

/**
 * Brings stored columns into another order of rows: row r goes to `places[r]`, rows with place -1 are left out. The values of a column
 * are good until the next but one is asked for.
 */
export class RowScatter {
	readonly #source: ChunkReader;
	readonly #places: Int32Array;
	readonly #length: number;
	readonly #thread: ScatterThread | null;
	readonly #started = new Map<number, Scattering>();
	#stored: Uint8Array = new Uint8Array(new SharedArrayBuffer(0));
	/** Two of each type in turn: one is written to the file while the next is filled. */
	readonly #integers: Int32Array[] = [];
	readonly #doubles: Float64Array[] = [];

	/** `length` is the number of places; each belongs to one row. With a thread, the places lie on a SharedArrayBuffer. */
	constructor(source: ChunkReader, places: Int32Array, length: number, thread: ScatterThread | null = null) {
		this.#source = source;
		this.#places = places;
		this.#length = length;
		this.#thread = thread;
	}

	/** Says that the column will be asked for, so that the thread can do it meanwhile. */
	expect(column: number, storage: ColumnStorage): void {
		if (this.#thread && storage.kind !== 'text' && !this.#started.has(column)) {
			this.#started.set(column, this.#start(column, storage));
		}
	}

	/** A column in the new order. */
	column(column: number, storage: ColumnStorage): Column {
		if (storage.kind === 'text') {
			return scatterText(this.#source, column, storage, this.#places, this.#length);
		}
		const { shape, task, isDone } = this.#started.get(column) ?? this.#start(column, storage);
		this.#started.delete(column);
		if (!isDone()) {
			scatterChunks(task);
		}
		return withValues(shape, task.values, task.nulls);
	}

	/** The chunks of a column on shared memory, where the chunks of the column before it lay. */
	#sharedChunks(column: number): EncodedChunk[] {
		const chunks: EncodedChunk[] = [];
		let at = 0;
		for (const chunk of readChunks(this.#source, column)) {
			const end = at + chunk.data.byteLength;
			if (end > this.#stored.byteLength) {
				const length = Math.ceil(Math.max(end, this.#stored.length * 2, this.#places.length * BYTES_PER_ROW));
				this.#stored = grown(this.#stored, sharedLike(this.#stored, length));
			}
			this.#stored.set(chunk.data, at);
			chunks.push({ ...chunk, data: this.#stored.subarray(at, end) });
			at = Math.ceil(end / ALIGNMENT) * ALIGNMENT;
		}
		return chunks.map((chunk) => ({
			...chunk,
			data: this.#stored.subarray(chunk.data.byteOffset, chunk.data.byteOffset + chunk.data.byteLength),
		}));
	}

	#start(column: number, storage: ColumnStorage): Scattering {
		const dictionary = storage.hasDictionary ? this.#source.readDictionary(column) : null;
		const shape = decodeChunks([], 0, storage, dictionary);
		if (shape.kind === 'text') {
			throw new Error('Only text columns decode to text');
		}
		const chunks = this.#sharedChunks(column);
		const isWide = shape.kind !== 'category' && shape.values instanceof Float64Array;
		const task: ScatterTask = {
			chunks,
			places: this.#places,
			values: isWide
				? inTurn(this.#doubles, new Float64Array(0), this.#length)
				: inTurn(this.#integers, new Int32Array(0), this.#length),
			nulls: chunks.some((chunk) => chunk.nulls > 0) ? emptyBitmap(this.#length) : null,
		};
		return { shape, task, isDone: this.#thread?.start(task) ?? (() => false) };
	}
}

/** The array that was used before the last one; a new one of the type of `like` while there are not two. */
function inTurn<A extends Int32Array | Float64Array>(arrays: A[], like: A, length: number): A {
	const array = arrays.length < 2 ? sharedLike(like, length) : arrays.shift()!;
	arrays.push(array);
	return array;
}

/** The values in arrays of the type that the column has elsewhere. */
function withValues(shape: Scattering['shape'], values: Int32Array | Float64Array, nulls: Bitmap | null): Column {
	const facts = { length: values.length, nulls };
	switch (shape.kind) {
		case 'category': {
			const codes = shape.codes instanceof Uint8Array ? new Uint8Array(values) : new Uint16Array(values);
			return { ...shape, ...facts, codes };
		}
		case 'boolean':
			return { ...shape, ...facts, values: new Uint8Array(values) };
		case 'date':
			return { ...shape, ...facts, values: new Int32Array(values.buffer) };
		case 'timestamp':
			return { ...shape, ...facts, values: new Float64Array(values.buffer) };
		case 'number':
			return { ...shape, ...facts, values };
	}
}
