import type { EncodedChunk } from '../../columns/EncodedChunk.ts';
import type { Bitmap } from '../../columns/Column.ts';
import { hasBit, setBit } from '../../columns/bitmap.ts';
import { numberChunks } from './numberChunks.ts';

/** A column that is to be brought into another order of rows: row r goes to `places[r]`, rows with place -1 are left out. */
export interface ScatterTask {
	/** All chunks of the column, from the first row on. Not text. */
	readonly chunks: readonly EncodedChunk[];
	readonly places: Int32Array;
	/** Takes minor units, days, milliseconds, 0/1 or codes. Null rows get 0. */
	readonly values: Int32Array | Float64Array;
	/** Takes the null bits; null where no chunk has any. */
	readonly nulls: Bitmap | null;
}

export function scatterChunks({ chunks, places, values, nulls }: ScatterTask): void {
	if (values instanceof Int32Array) {
		for (const chunk of numberChunks(chunks, Int32Array)) {
			scatterIntegers(chunk.values, places, chunk.at, values);
			scatterNulls(chunk.nulls, chunk.values.length, places, chunk.at, nulls);
		}
	} else {
		for (const chunk of numberChunks(chunks, Float64Array)) {
			scatterDoubles(chunk.values, places, chunk.at, values);
			scatterNulls(chunk.nulls, chunk.values.length, places, chunk.at, nulls);
		}
	}
}

// One loop twice: for both types of array it would take twice the time.

function scatterIntegers(values: Int32Array, places: Int32Array, at: number, to: Int32Array): void {
	for (let row = 0; row < values.length; row++) {
		const place = places[at + row]!;
		if (place >= 0) {
			to[place] = values[row]!;
		}
	}
}

function scatterDoubles(values: Float64Array, places: Int32Array, at: number, to: Float64Array): void {
	for (let row = 0; row < values.length; row++) {
		const place = places[at + row]!;
		if (place >= 0) {
			to[place] = values[row]!;
		}
	}
}

function scatterNulls(bits: Bitmap | null, rows: number, places: Int32Array, at: number, to: Bitmap | null): void {
	for (let row = 0; bits && to && row < rows; row++) {
		const place = places[at + row]!;
		if (place >= 0 && hasBit(bits, row)) {
			setBit(to, place);
		}
	}
}
