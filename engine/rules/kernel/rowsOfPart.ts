import { BLOCK_ROWS } from './RulesKernel.ts';

export const MOST_PARTS = 8;

export function partsOf(rows: number): number {
	return Math.min(MOST_PARTS, Math.ceil(rows / BLOCK_ROWS));
}

export interface RowSpan {
	readonly from: number;
	/** The first row that is not in it. */
	readonly to: number;
}

/** Whole blocks, but for the last part. */
export function rowsOfPart(rows: number, parts: number, part: number): RowSpan {
	const blocks = Math.ceil(rows / BLOCK_ROWS);
	const start = (at: number) => Math.min(rows, Math.floor((blocks * at) / parts) * BLOCK_ROWS);
	return { from: start(part), to: start(part + 1) };
}
