/** Where rows go in another order: the places of `rows` rows from row `at` on, -1 for those that are left out. */
export type RowPlaces = (at: number, rows: number) => Int32Array;

/** Consecutive places, all of which can be in memory at once. */
export interface PlaceRange {
	readonly from: number;
	readonly length: number;
}
