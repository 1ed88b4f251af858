import type { ChunkReader } from '../columns/ChunkReader.ts';
import type { Bitmap, Column } from '../columns/Column.ts';
import type { ColumnStorage } from '../columns/ColumnStorage.ts';
import { decodeChunks } from '../columns/decodeChunks.ts';
import type { EncodedChunk } from '../columns/EncodedChunk.ts';
import { storedBase, storedNulls, storedValues, type NumberArray } from '../columns/storedValues.ts';

/** One stored column, read chunk by chunk. */
export interface ColumnSource {
	readonly reader: ChunkReader;
	readonly position: number;
	readonly storage: ColumnStorage;
}

/** The numbers of one chunk as they lie there: the value of row r is `body[r] + base`. */
export interface StoredChunk {
	readonly chunk: EncodedChunk;
	/** Row of the table that the chunk begins with. */
	readonly from: number;
	readonly body: NumberArray;
	readonly base: number;
	readonly nulls: Bitmap | null;
}

/** Numbers, days, milliseconds, 0/1 and codes. Text chunks hold lengths; their nulls follow the text. */
export function* storedChunks({ reader, position }: ColumnSource): Generator<StoredChunk> {
	let from = 0;
	for (let index = 0; index < reader.chunkRows().length; index++) {
		const chunk = reader.readChunk(position, index);
		const body = storedValues(chunk);
		yield { chunk, from, body, base: storedBase(chunk), nulls: nullsOf(chunk, body) };
		from += chunk.rows;
	}
}

function nullsOf(chunk: EncodedChunk, body: NumberArray): Bitmap | null {
	if (chunk.nulls === 0) {
		return null;
	}
	return storedNulls(chunk, body.byteLength + (chunk.encoding.startsWith('text') ? textBytes(body) : 0));
}

function textBytes(lengths: NumberArray): number {
	let total = 0;
	for (const length of lengths) {
		total += length;
	}
	return total;
}

/** The chunks of a column decoded one at a time, with the row each begins with. */
export function* decodedChunks(source: ColumnSource): Generator<{ readonly from: number; readonly column: Column }> {
	const { reader, position, storage } = source;
	const dictionary = storage.hasDictionary ? reader.readDictionary(position) : null;
	let from = 0;
	for (const [index, rows] of reader.chunkRows().entries()) {
		yield { from, column: decodeChunks([reader.readChunk(position, index)], rows, storage, dictionary) };
		from += rows;
	}
}
