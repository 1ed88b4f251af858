import { hasBit, setBit } from '../../columns/bitmap.ts';
import type { Bitmap } from '../../columns/Column.ts';
import type { EncodedChunk } from '../../columns/EncodedChunk.ts';
import { ChunkNumbers } from './numberChunks.ts';

/** The values of one chunk on their way to places `from` to `from + values.length` of another order of rows. */
export interface ScatterTask {
	/** Not text. */
	readonly chunk: EncodedChunk;
	/** Place of each row of the chunk; rows with places elsewhere, or -1, are left out. */
	readonly places: Int32Array;
	readonly from: number;
	/** Takes minor units, days, milliseconds, 0/1 or codes. Null rows get 0. */
	readonly values: ScatteredValues;
	/** Takes the null bits of the same places. */
	readonly nulls: Bitmap | null;
}

export type ScatteredValues = Uint8Array | Uint16Array | Int32Array | Float64Array;

/** Does such tasks, one by one. */
export class ChunkScatter {
	readonly #integers = new ChunkNumbers(Int32Array);
	readonly #doubles = new ChunkNumbers(Float64Array);

	scatter({ chunk, places, from, values: to, nulls }: ScatterTask): void {
		const numbers = to instanceof Float64Array ? this.#doubles.read(chunk) : this.#integers.read(chunk);
		if (to instanceof Float64Array) {
			scatterDoubles(numbers.values, places, from, to);
		} else if (to instanceof Int32Array) {
			scatterIntegers(numbers.values, places, from, to);
		} else if (to instanceof Uint16Array) {
			scatterWords(numbers.values, places, from, to);
		} else {
			scatterBytes(numbers.values, places, from, to);
		}
		scatterNulls(numbers.nulls, places, from, to.length, nulls);
	}
}

/** Sets the bits of the rows whose places lie in the range. */
export function scatterNulls(
	bits: Bitmap | null,
	places: Int32Array,
	from: number,
	length: number,
	to: Bitmap | null,
): void {
	for (let row = 0; bits && to && row < places.length; row++) {
		const place = places[row]! - from;
		if (place >= 0 && place < length && hasBit(bits, row)) {
			setBit(to, place);
		}
	}
}

type Numbers = Int32Array | Float64Array;

// One loop four times: for several types of array it would take twice the time.

function scatterDoubles(values: Numbers, places: Int32Array, from: number, to: Float64Array): void {
	for (let row = 0; row < places.length; row++) {
		const place = places[row]! - from;
		if (place >= 0 && place < to.length) {
			to[place] = values[row]!;
		}
	}
}

function scatterIntegers(values: Numbers, places: Int32Array, from: number, to: Int32Array): void {
	for (let row = 0; row < places.length; row++) {
		const place = places[row]! - from;
		if (place >= 0 && place < to.length) {
			to[place] = values[row]!;
		}
	}
}

function scatterWords(values: Numbers, places: Int32Array, from: number, to: Uint16Array): void {
	for (let row = 0; row < places.length; row++) {
		const place = places[row]! - from;
		if (place >= 0 && place < to.length) {
			to[place] = values[row]!;
		}
	}
}

function scatterBytes(values: Numbers, places: Int32Array, from: number, to: Uint8Array): void {
	for (let row = 0; row < places.length; row++) {
		const place = places[row]! - from;
		if (place >= 0 && place < to.length) {
			to[place] = values[row]!;
		}
	}
}
