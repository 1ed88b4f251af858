import { emptyBitmap } from '../../columns/bitmap.ts';
import type { ChunkReader } from '../../columns/ChunkReader.ts';
import type { Bitmap, Column } from '../../columns/Column.ts';
import type { ColumnStorage } from '../../columns/ColumnStorage.ts';
import { decodeChunks } from '../../columns/decodeChunks.ts';
import { sharedLike } from '../../columns/gatherRows.ts';
import { ChunkScatter, type ScatteredValues } from './ChunkScatter.ts';
import { readChunks } from './numberChunks.ts';
import type { PlaceRange, RowPlaces } from './RowPlaces.ts';
import { scatterText } from './scatterText.ts';

/** The rows of a stored column whose places lie in a range, in their new order. Each place belongs to one row. */
export function scatterColumn(
	source: ChunkReader,
	column: number,
	storage: ColumnStorage,
	rowPlaces: RowPlaces,
	range: PlaceRange,
): Column {
	if (storage.kind === 'text') {
		return scatterText(source, column, storage, rowPlaces, range);
	}
	const { from, length } = range;
	const dictionary = storage.hasDictionary ? source.readDictionary(column) : null;
	const shape = decodeChunks([], 0, storage, dictionary);
	switch (shape.kind) {
		case 'category': {
			const codes = sharedLike(shape.codes, length);
			return { ...shape, length, codes, nulls: scatterInto(codes) };
		}
		case 'number': {
			const values = sharedLike(shape.values, length);
			return { ...shape, length, values, nulls: scatterInto(values) };
		}
		case 'date': {
			const values = sharedLike(shape.values, length);
			return { ...shape, length, values, nulls: scatterInto(values) };
		}
		case 'timestamp': {
			const values = sharedLike(shape.values, length);
			return { ...shape, length, values, nulls: scatterInto(values) };
		}
		case 'boolean': {
			const values = sharedLike(shape.values, length);
			return { ...shape, length, values, nulls: scatterInto(values) };
		}
		case 'text':
			throw new Error('Only text columns decode to text');
	}

	function scatterInto(values: ScatteredValues): Bitmap | null {
		const chunks = new ChunkScatter();
		let nulls: Bitmap | null = null;
		for (const chunk of readChunks(source, column)) {
			nulls ??= chunk.nulls > 0 ? emptyBitmap(length) : null;
			chunks.scatter({ chunk, places: rowPlaces(chunk.chunk), from, values, nulls });
		}
		return nulls;
	}
}
