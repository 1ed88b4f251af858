import { emptyBitmap, hasBit, setBit } from '../../columns/bitmap.ts';
import type { Bitmap } from '../../columns/Column.ts';

/** Null bits brought into another order of rows; see RowScatter. Allocated with the first null. */
export class ScatteredNulls {
	bitmap: Bitmap | null = null;
	readonly #places: Int32Array;
	readonly #length: number;

	constructor(places: Int32Array, length: number) {
		this.#places = places;
		this.#length = length;
	}

	/** Null bits of `rows` rows, the first of which is row `at` of the table. */
	add(nulls: Bitmap | null, rows: number, at: number): void {
		for (let row = 0; nulls && row < rows; row++) {
			const place = this.#places[at + row]!;
			if (place >= 0 && hasBit(nulls, row)) {
				this.bitmap ??= emptyBitmap(this.#length);
				setBit(this.bitmap, place);
			}
		}
	}
}
