import type { ChunkReader } from '../../columns/ChunkReader.ts';
import type { Column } from '../../columns/Column.ts';
import type { ColumnStorage } from '../../columns/ColumnStorage.ts';
import { decodeChunks } from '../../columns/decodeChunks.ts';
import { doubleChunks, integerChunks } from './numberChunks.ts';
import { ScatteredNulls } from './ScatteredNulls.ts';
import { scatterText } from './scatterText.ts';

/** So many places are written at a time: few enough to stay in the cache of a core. */
const PARTITION_BITS = 16;

/**
 * Brings columns into another order of rows: row r goes to `places[r]`, rows with place -1 are left out. Values first go to the
 * partition of their place, one after the other, and from there to the place itself, since writing all over a large array would
 * wait for memory with every value.
 */
export class RowScatter {
	readonly #places: Int32Array;
	readonly #length: number;
	/** The places in the order in which values are staged. */
	readonly #targets: Int32Array;
	#integers: Lane<Int32Array> | null = null;
	#doubles: Lane<Float64Array> | null = null;

	/** `length` is the number of places; each belongs to one row. */
	constructor(places: Int32Array, length: number) {
		this.#places = places;
		this.#length = length;
		this.#targets = new Int32Array(length);
		stagePlaces(places, this.#starts(), this.#targets);
	}

	/** A stored column in the new order. Its values are good until the next column is asked for. */
	column(source: ChunkReader, column: number, storage: ColumnStorage): Column {
		if (storage.kind === 'text') {
			return scatterText(source, column, storage, this.#places, this.#length);
		}
		const length = this.#length;
		const nulls = new ScatteredNulls(this.#places, length);
		const shape = decodeChunks([], 0, storage, storage.hasDictionary ? source.readDictionary(column) : null);
		switch (shape.kind) {
			case 'category': {
				const codes = this.#scatterIntegers(source, column, nulls);
				const narrow = shape.codes instanceof Uint8Array ? new Uint8Array(codes) : codes;
				return { ...shape, length, codes: narrow, nulls: nulls.bitmap };
			}
			case 'boolean': {
				const values = new Uint8Array(this.#scatterIntegers(source, column, nulls));
				return { ...shape, length, values, nulls: nulls.bitmap };
			}
			case 'date': {
				const values = this.#scatterIntegers(source, column, nulls);
				return { ...shape, length, values, nulls: nulls.bitmap };
			}
			case 'timestamp': {
				const values = this.#scatterDoubles(source, column, nulls);
				return { ...shape, length, values, nulls: nulls.bitmap };
			}
			case 'number': {
				const isWide = shape.values instanceof Float64Array;
				const values = isWide
					? this.#scatterDoubles(source, column, nulls)
					: this.#scatterIntegers(source, column, nulls);
				return { ...shape, length, values, nulls: nulls.bitmap };
			}
			case 'text':
				throw new Error('Only text columns decode to text');
		}
	}

	#scatterIntegers(source: ChunkReader, column: number, nulls: ScatteredNulls): Int32Array {
		this.#integers ??= { staged: new Int32Array(this.#length), settled: new Int32Array(this.#length) };
		const { staged, settled } = this.#integers;
		const ends = this.#starts();
		for (const { values, nulls: bits, at } of integerChunks(source, column)) {
			nulls.add(bits, values.length, at);
			stageIntegers(values, this.#places, at, ends, staged);
		}
		settleIntegers(staged, this.#targets, ends, settled);
		return settled;
	}

	#scatterDoubles(source: ChunkReader, column: number, nulls: ScatteredNulls): Float64Array {
		this.#doubles ??= { staged: new Float64Array(this.#length), settled: new Float64Array(this.#length) };
		const { staged, settled } = this.#doubles;
		const ends = this.#starts();
		for (const { values, nulls: bits, at } of doubleChunks(source, column)) {
			nulls.add(bits, values.length, at);
			stageDoubles(values, this.#places, at, ends, staged);
		}
		settleDoubles(staged, this.#targets, ends, settled);
		return settled;
	}

	/** Where the next value of each partition is staged, before any is. */
	#starts(): Int32Array {
		return Int32Array.from({ length: (this.#length >>> PARTITION_BITS) + 1 }, (_, part) => part << PARTITION_BITS);
	}
}

/** Values by partition, and in their places. */
interface Lane<A> {
	readonly staged: A;
	readonly settled: A;
}

// Each loop is there once for each type of array: one loop for both would take twice the time.

function stagePlaces(places: Int32Array, ends: Int32Array, targets: Int32Array): void {
	for (let row = 0; row < places.length; row++) {
		const place = places[row]!;
		if (place >= 0) {
			targets[ends[place >>> PARTITION_BITS]!++] = place;
		}
	}
}

function stageIntegers(values: Int32Array, places: Int32Array, at: number, ends: Int32Array, staged: Int32Array): void {
	for (let row = 0; row < values.length; row++) {
		const place = places[at + row]!;
		if (place >= 0) {
			staged[ends[place >>> PARTITION_BITS]!++] = values[row]!;
		}
	}
}

function stageDoubles(
	values: Float64Array,
	places: Int32Array,
	at: number,
	ends: Int32Array,
	staged: Float64Array,
): void {
	for (let row = 0; row < values.length; row++) {
		const place = places[at + row]!;
		if (place >= 0) {
			staged[ends[place >>> PARTITION_BITS]!++] = values[row]!;
		}
	}
}

function settleIntegers(staged: Int32Array, targets: Int32Array, ends: Int32Array, settled: Int32Array): void {
	for (let part = 0; part < ends.length; part++) {
		const end = ends[part]!;
		for (let at = part << PARTITION_BITS; at < end; at++) {
			settled[targets[at]!] = staged[at]!;
		}
	}
}

function settleDoubles(staged: Float64Array, targets: Int32Array, ends: Int32Array, settled: Float64Array): void {
	for (let part = 0; part < ends.length; part++) {
		const end = ends[part]!;
		for (let at = part << PARTITION_BITS; at < end; at++) {
			settled[targets[at]!] = staged[at]!;
		}
	}
}
