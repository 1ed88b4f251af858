import { emptyBitmap, hasBit, setBit } from '../../columns/bitmap.ts';
import type { ChunkReader } from '../../columns/ChunkReader.ts';
import type { Bitmap, Column } from '../../columns/Column.ts';
import type { ColumnStorage } from '../../columns/ColumnStorage.ts';
import { decodeChunks } from '../../columns/decodeChunks.ts';
import { storedBase, storedNulls, storedValues, type NumberArray } from '../../columns/storedValues.ts';

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

/** The column with row r at `places[r]`; rows with place -1 are left out. `length` is the number of places. */
export function scatterColumn(
	source: ChunkReader,
	column: number,
	storage: ColumnStorage,
	places: Int32Array,
	length: number,
): Column {
	if (storage.kind === 'text') {
		return scatterText(source, column, storage, places, length);
	}
	const dictionary = storage.hasDictionary ? source.readDictionary(column) : null;
	const empty = decodeChunks([], length, storage, dictionary);
	if (empty.kind === 'text') {
		throw new Error('Only text columns decode to text');
	}
	const nulls = new ScatteredNulls(length);
	let at = 0;
	for (const [index, rows] of source.chunkRows().entries()) {
		const chunk = source.readChunk(column, index);
		const values = storedValues(chunk);
		scatter(values, storedBase(chunk), places, at, valuesOf(empty));
		if (chunk.nulls > 0) {
			nulls.add(storedNulls(chunk, values.byteLength), rows, places, at, valuesOf(empty));
		}
		at += rows;
	}
	return { ...empty, nulls: nulls.bitmap };
}

function scatter(values: NumberArray, base: number, places: Int32Array, at: number, to: NumberArray): void {
	for (let row = 0; row < values.length; row++) {
		const place = places[at + row]!;
		if (place >= 0) {
			to[place] = values[row]! + base;
		}
	}
}

function scatterText(
	source: ChunkReader,
	column: number,
	storage: ColumnStorage,
	places: Int32Array,
	length: number,
): Column {
	const nulls = new ScatteredNulls(length);
	const offsets = new Float64Array(new SharedArrayBuffer((length + 1) * 8));
	for (const { chunk, at } of textChunks(source, column, storage)) {
		for (let row = 0; row < chunk.length; row++) {
			const place = places[at + row]!;
			if (place >= 0) {
				offsets[place + 1] = chunk.offsets[row + 1]! - chunk.offsets[row]!;
			}
		}
		nulls.add(chunk.nulls, chunk.length, places, at, null);
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

/** The column's values, or its codes. */
export function valuesOf(column: Exclude<Column, { readonly kind: 'text' }>): NumberArray {
	return column.kind === 'category' ? column.codes : column.values;
}

class ScatteredNulls {
	bitmap: Bitmap | null = null;
	readonly #length: number;

	constructor(length: number) {
		this.#length = length;
	}

	/** Empties the slots of null rows in `values`, where given. */
	add(nulls: Bitmap | null, rows: number, places: Int32Array, at: number, values: NumberArray | null): void {
		for (let row = 0; nulls && row < rows; row++) {
			const place = places[at + row]!;
			if (place >= 0 && hasBit(nulls, row)) {
				this.bitmap ??= emptyBitmap(this.#length);
				setBit(this.bitmap, place);
				if (values) {
					values[place] = 0;
				}
			}
		}
	}
}
