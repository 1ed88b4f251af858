import type { MeasureColumn } from './kernel/MeasureMatrix.ts';

/** A whole number per customer from a column that exists wherever the measure's needs are met. */
export function requireCounts(
	counts: Int32Array | Uint8Array | null,
	toValue: (count: number) => number,
): MeasureColumn {
	if (counts === null) {
		throw new Error('The frame has no recipients');
	}
	return { values: Float64Array.from(counts, toValue), scale: 0 };
}
