import type { ChunkReader } from '../../columns/ChunkReader.ts';
import type { Column } from '../../columns/Column.ts';
import type { ColumnStorage } from '../../columns/ColumnStorage.ts';
import { chunkColumns } from './chunkColumns.ts';
import { ScatteredNulls } from './ScatteredNulls.ts';

/** A text column with row r at `places[r]`; rows with place -1 are left out. `length` is the number of places. */
export function scatterText(
	source: ChunkReader,
	column: number,
	storage: ColumnStorage,
	places: Int32Array,
	length: number,
): Column {
	const nulls = new ScatteredNulls(places, length);
	const offsets = new Float64Array(new SharedArrayBuffer((length + 1) * 8));
	for (const { chunk, at } of textChunks(source, column, storage)) {
		for (let row = 0; row < chunk.length; row++) {
			const place = places[at + row]!;
			if (place >= 0) {
				offsets[place + 1] = chunk.offsets[row + 1]! - chunk.offsets[row]!;
			}
		}
		nulls.add(chunk.nulls, chunk.length, at);
	}
	for (let row = 0; row < length; row++) {
		offsets[row + 1]! += offsets[row]!;
	}
	const bytes = new Uint8Array(new SharedArrayBuffer(offsets[length]!));
	for (const { chunk, at } of textChunks(source, column, storage)) {
		for (let row = 0; row < chunk.length; row++) {
			const place = places[at + row]!;
			if (place >= 0) {
				let to = offsets[place]!;
				for (let from = chunk.offsets[row]!; from < chunk.offsets[row + 1]!; from++) {
					bytes[to++] = chunk.bytes[from]!;
				}
			}
		}
	}
	return { kind: 'text', type: 'text', length, offsets, bytes, nulls: nulls.bitmap };
}

function* textChunks(source: ChunkReader, column: number, storage: ColumnStorage) {
	for (const { chunk, at } of chunkColumns(source, column, storage)) {
		if (chunk.kind === 'text') {
			yield { chunk, at };
		}
	}
}
