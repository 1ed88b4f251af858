/** How the sums of one group lie: the number of customers, a 0, the sums of all columns, of their squares, and of the products of pairs. */
export interface RunShape {
	/** Columns, filled up to what the kernel reads at a time. */
	readonly lanes: number;
	readonly pairs: readonly (readonly [number, number])[];
	/** Whether the sums are 64-bit integers while they are being made. */
	readonly isWhole: boolean;
}

/** Cells that the kernel reads in one step. */
export const MATRIX_LANES = 4;

/** Sums per group. */
export function strideOf({ lanes, pairs }: RunShape): number {
	return 2 + 2 * lanes + crossCount(pairs.length);
}

/** Pairs filled up to what the kernel multiplies at a time. */
export function crossCount(pairs: number): number {
	return pairs + (pairs % 2);
}

/** Where the sum of a column lies in a run. */
export function sumSlot(column: number): number {
	return 2 + column;
}

export function squareSlot({ lanes }: RunShape, column: number): number {
	return 2 + lanes + column;
}

export function pairSlot({ lanes }: RunShape, pair: number): number {
	return 2 + 2 * lanes + pair;
}
