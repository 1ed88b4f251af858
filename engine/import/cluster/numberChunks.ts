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
	/** Row of the table at which the chunk starts. */
	readonly at: number;
}

/** One chunk after the other of a stored column. */
export function* readChunks(source: ChunkReader, column: number): Generator<EncodedChunk> {
	for (let chunk = 0, count = source.chunkRows().length; chunk < count; chunk++) {
		yield source.readChunk(column, chunk);
	}
}

/** The values of chunks that are not text. Int32Array is for columns whose values all fit. */
export function* numberChunks<A extends Int32Array | Float64Array>(
	chunks: Iterable<EncodedChunk>,
	type: new (length: number) => A,
): Generator<NumberChunk<A>> {
	let buffer = new type(0);
	let at = 0;
	for (const chunk of chunks) {
		const { rows } = chunk;
		const stored = storedValues(chunk);
		const base = storedBase(chunk);
		const nulls = chunk.nulls > 0 ? storedNulls(chunk, stored.byteLength) : null;
		if (rows > buffer.length) {
			buffer = new type(rows);
		}
		const values = buffer.subarray(0, rows) as A;
		values.set(stored);
		for (let row = 0; base !== 0 && row < rows; row++) {
			values[row]! += base;
		}
		for (let row = 0; nulls !== null && row < rows; row++) {
			if (hasBit(nulls, row)) {
				values[row] = 0;
			}
		}
		yield { values, nulls, at };
		at += rows;
	}
}
