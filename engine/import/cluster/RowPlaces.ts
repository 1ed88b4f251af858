/** Where the rows of a chunk go in another order, -1 for those that are left out. Good until the next chunk is asked for. */
export type RowPlaces = (chunk: number) => Int32Array;

/** Consecutive places, all of which can be in memory at once. */
export interface PlaceRange {
	readonly from: number;
	readonly length: number;
}
