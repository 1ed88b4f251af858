import type { ChunkReader } from '../../columns/ChunkReader.ts';
import type { Column } from '../../columns/Column.ts';
import type { ColumnStorage } from '../../columns/ColumnStorage.ts';
import { decodeChunks } from '../../columns/decodeChunks.ts';

/** One chunk after the other of a stored column. */
export function* chunkColumns(source: ChunkReader, column: number, storage: ColumnStorage): Generator<Column> {
	const dictionary = storage.hasDictionary ? source.readDictionary(column) : null;
	for (const [chunk, rows] of source.chunkRows().entries()) {
		yield decodeChunks([source.readChunk(column, chunk)], rows, storage, dictionary);
	}
}
