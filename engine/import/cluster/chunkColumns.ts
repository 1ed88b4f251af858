import type { ChunkReader } from '../../columns/ChunkReader.ts';
import type { Column } from '../../columns/Column.ts';
import type { ColumnStorage } from '../../columns/ColumnStorage.ts';
import { decodeChunks } from '../../columns/decodeChunks.ts';

/** One chunk after the other of a stored column. `at` is the row of the table at which the chunk starts. */
export function* chunkColumns(
	source: ChunkReader,
	column: number,
	storage: ColumnStorage,
): Generator<{ readonly chunk: Column; readonly at: number }> {
	const chunkRows = source.chunkRows();
	const dictionary = storage.hasDictionary ? source.readDictionary(column) : null;
	let at = 0;
	for (const [index, rows] of chunkRows.entries()) {
		yield { chunk: decodeChunks([source.readChunk(column, index)], rows, storage, dictionary), at };
		at += rows;
	}
}
