import { RFM_CELLS } from '#shared/model/rfmBuilder.ts';

/** Which scores the columns of the small map stand for; rows are recency. */
export type RfmAxis = 'frequency' | 'monetary' | 'both';

/** Recency, frequency, monetary, 1 to 5 each. */
export function cellScores(cell: number): { readonly r: number; readonly f: number; readonly m: number } {
	return { r: Math.floor(cell / 25) + 1, f: (Math.floor(cell / 5) % 5) + 1, m: (cell % 5) + 1 };
}

/** The cells behind one place of the small map; `both` is the mean of frequency and monetary value, halves up. */
export function cellsAt(axis: RfmAxis, recency: number, column: number): number[] {
	return Array.from({ length: RFM_CELLS }, (_, cell) => cell).filter((cell) => {
		const { r, f, m } = cellScores(cell);
		const place = axis === 'frequency' ? f : axis === 'monetary' ? m : Math.round((f + m) / 2);
		return r === recency && place === column;
	});
}

export function cellName(cell: number): string {
	const { r, f, m } = cellScores(cell);
	return `R${r} F${f} M${m}`;
}
