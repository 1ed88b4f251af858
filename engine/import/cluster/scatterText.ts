import type { ChunkReader } from '../../columns/ChunkReader.ts';
import { emptyBitmap } from '../../columns/bitmap.ts';
import type { ColumnStorage } from '../../columns/ColumnStorage.ts';
import type { TextColumn } from '../../columns/Column.ts';
import { chunkColumns } from './chunkColumns.ts';
import { scatterNulls } from './ChunkScatter.ts';
import type { PlaceRange, RowPlaces } from './RowPlaces.ts';

/** The rows of a text column whose places lie in a range, in their new order. */
export function scatterText(
	source: ChunkReader,
	column: number,
	storage: ColumnStorage,
	rowPlaces: RowPlaces,
	{ from, length }: PlaceRange,
): TextColumn {
	let nulls: TextColumn['nulls'] = null;
	const offsets = new Float64Array(new SharedArrayBuffer((length + 1) * 8));
	for (const { chunk, places } of textChunks(source, column, storage, rowPlaces)) {
		for (let row = 0; row < chunk.length; row++) {
			const place = places[row]! - from;
			if (place >= 0 && place < length) {
				offsets[place + 1] = chunk.offsets[row + 1]! - chunk.offsets[row]!;
			}
		}
		nulls ??= chunk.nulls && emptyBitmap(length);
		scatterNulls(chunk.nulls, places, from, length, nulls);
	}
	for (let row = 0; row < length; row++) {
		offsets[row + 1]! += offsets[row]!;
	}
	const bytes = new Uint8Array(new SharedArrayBuffer(offsets[length]!));
	for (const { chunk, places } of textChunks(source, column, storage, rowPlaces)) {
		for (let row = 0; row < chunk.length; row++) {
			const place = places[row]! - from;
			if (place >= 0 && place < length) {
				let to = offsets[place]!;
				for (let byte = chunk.offsets[row]!; byte < chunk.offsets[row + 1]!; byte++) {
					bytes[to++] = chunk.bytes[byte]!;
				}
			}
		}
	}
	return { kind: 'text', type: 'text', length, offsets, bytes, nulls };
}

function* textChunks(source: ChunkReader, column: number, storage: ColumnStorage, rowPlaces: RowPlaces) {
	let index = 0;
	for (const chunk of chunkColumns(source, column, storage)) {
		if (chunk.kind === 'text') {
			yield { chunk, places: rowPlaces(index++) };
		}
	}
}
