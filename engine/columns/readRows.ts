import type { ChunkReader } from './ChunkReader.ts';
import type { Column } from './Column.ts';
import type { ColumnStorage } from './ColumnStorage.ts';
import { decodeChunks } from './decodeChunks.ts';
import type { EncodedChunk } from './EncodedChunk.ts';
import { gatherRows } from './gatherRows.ts';

/** A whole column. */
export function readColumn(reader: ChunkReader, column: number, storage: ColumnStorage): Column {
	const rows = reader.chunkRows();
	const total = rows.reduce((sum, count) => sum + count, 0);
	return decodeChunks(
		readChunks(reader, column, 0, rows.length),
		total,
		storage,
		dictionaryOf(reader, column, storage),
	);
}

/** Rows `from` to `from + count` of a column, or as many as there are, reading only the chunks that hold them. */
export function readRows(
	reader: ChunkReader,
	column: number,
	storage: ColumnStorage,
	from: number,
	count: number,
): Column {
	const rows = reader.chunkRows();
	let firstChunk = 0;
	let skipped = 0;
	while (firstChunk < rows.length && skipped + rows[firstChunk]! <= from) {
		skipped += rows[firstChunk++]!;
	}
	let endChunk = firstChunk;
	let held = 0;
	while (endChunk < rows.length && skipped + held < from + count) {
		held += rows[endChunk++]!;
	}
	const chunks = readChunks(reader, column, firstChunk, endChunk);
	const decoded = decodeChunks(chunks, held, storage, dictionaryOf(reader, column, storage));
	const length = Math.max(0, Math.min(count, held - (from - skipped)));
	return gatherRows(
		decoded,
		Int32Array.from({ length }, (_, row) => from - skipped + row),
	);
}

function dictionaryOf(reader: ChunkReader, column: number, storage: ColumnStorage): Uint8Array | null {
	return storage.hasDictionary ? reader.readDictionary(column) : null;
}

function* readChunks(reader: ChunkReader, column: number, from: number, to: number): Generator<EncodedChunk> {
	for (let chunk = from; chunk < to; chunk++) {
		yield reader.readChunk(column, chunk);
	}
}
