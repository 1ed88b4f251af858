import type { ChunkReader } from '../../columns/ChunkReader.ts';
import { hasBit } from '../../columns/bitmap.ts';
import type { Bitmap } from '../../columns/Column.ts';
import type { EncodedChunk } from '../../columns/EncodedChunk.ts';
import { storedBase, storedNulls, storedValues } from '../../columns/storedValues.ts';

/** Values of some rows of a column, in an array that the next chunk overwrites. */
export interface NumberChunk<A extends Int32Array | Float64Array> {
	/** Minor units, days, milliseconds, 0/1 or codes; 0 in null rows. */
	readonly values: A;
	readonly nulls: Bitmap | null;
	/** Number of the chunk. */
	readonly chunk: number;
}

/** One chunk after the other of a stored column. */
export function* readChunks(source: ChunkReader, column: number): Generator<EncodedChunk> {
	for (let chunk = 0, count = source.chunkRows().length; chunk < count; chunk++) {
		yield source.readChunk(column, chunk);
	}
}

/** Rows of the longest chunk. */
export function mostRows(source: ChunkReader): number {
	return source.chunkRows().reduce((most, rows) => Math.max(most, rows), 0);
}

/** The values of chunks that are not text. Int32Array is for columns whose values all fit. */
export function* numberChunks<A extends Int32Array | Float64Array>(
	chunks: Iterable<EncodedChunk>,
	type: new (length: number) => A,
): Generator<NumberChunk<A>> {
	const reader = new ChunkNumbers(type);
	for (const chunk of chunks) {
		yield { ...reader.read(chunk), chunk: chunk.chunk };
	}
}

/** Reads chunks that are not text, one by one, into an array that is used again. */
export class ChunkNumbers<A extends Int32Array | Float64Array> {
	readonly #type: new (length: number) => A;
	#buffer: A;

	constructor(type: new (length: number) => A) {
		this.#type = type;
		this.#buffer = new type(0);
	}

	read(chunk: EncodedChunk): Omit<NumberChunk<A>, 'chunk'> {
		const { rows } = chunk;
		if (rows > this.#buffer.length) {
			this.#buffer = new this.#type(rows);
		}
		const values = this.#buffer.subarray(0, rows) as A;
		return { values, nulls: readNumbers(chunk, values) };
	}
}

/** Puts the values of a chunk that is not text into an array of as many, 0 in null rows. Returns its null bits. */
export function readNumbers(chunk: EncodedChunk, values: Int32Array | Float64Array): Bitmap | null {
	const { rows } = chunk;
	const stored = storedValues(chunk);
	const base = storedBase(chunk);
	const nulls = chunk.nulls > 0 ? storedNulls(chunk, stored.byteLength) : null;
	values.set(stored);
	for (let row = 0; base !== 0 && row < rows; row++) {
		values[row]! += base;
	}
	for (let row = 0; nulls !== null && row < rows; row++) {
		if (hasBit(nulls, row)) {
			values[row] = 0;
		}
	}
	return nulls;
}
