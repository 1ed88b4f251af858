import type { ChunkReader } from '../../columns/ChunkReader.ts';
import { hasBit } from '../../columns/bitmap.ts';
import type { Bitmap } from '../../columns/Column.ts';
import { storedBase, storedNulls, storedValues } from '../../columns/storedValues.ts';

/** Values of some rows of a column, in arrays that the next chunk overwrites. */
export interface NumberChunk<A extends Int32Array | Float64Array> {
	/** Minor units, days, milliseconds, 0/1 or codes; 0 in null rows. */
	readonly values: A;
	readonly nulls: Bitmap | null;
	/** Row of the table at which the chunk starts. */
	readonly at: number;
}

/** One chunk after the other of a stored column that fits into whole numbers of 32 bits. */
export function integerChunks(source: ChunkReader, column: number): Generator<NumberChunk<Int32Array>> {
	return numberChunks(source, column, new Int32Array(longest(source)));
}

/** The same of any column that is not text. */
export function doubleChunks(source: ChunkReader, column: number): Generator<NumberChunk<Float64Array>> {
	return numberChunks(source, column, new Float64Array(longest(source)));
}

function longest(source: ChunkReader): number {
	return source.chunkRows().reduce((most, rows) => Math.max(most, rows), 0);
}

function* numberChunks<A extends Int32Array | Float64Array>(
	source: ChunkReader,
	column: number,
	buffer: A,
): Generator<NumberChunk<A>> {
	let at = 0;
	for (const [index, rows] of source.chunkRows().entries()) {
		const chunk = source.readChunk(column, index);
		const stored = storedValues(chunk);
		const base = storedBase(chunk);
		const nulls = chunk.nulls > 0 ? storedNulls(chunk, stored.byteLength) : null;
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
