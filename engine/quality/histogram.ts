import type { OrderedValues } from './OrderedValues.ts';

/** Steps of a sketch of a distribution. */
export const BINS = 20;

/**
 * Counts in equal steps from the smallest to the largest value; the last step holds the largest. Whole numbers of a narrow
 * range get one step per value.
 */
export function histogramOf(
	values: OrderedValues,
	isWhole: boolean,
): { low: number; high: number; counts: number[] } | null {
	if (values.length === 0) {
		return null;
	}
	const low = values.at(0);
	const high = values.at(values.length - 1);
	const bins = isWhole && high - low < BINS ? high - low + 1 : BINS;
	const width = isWhole && high - low < BINS ? 1 : (high - low) / bins;
	const edges = Array.from({ length: bins }, (_, bin) => values.below(low + bin * width));
	const counts = edges.map((before, bin) => (edges[bin + 1] ?? values.length) - before);
	return { low, high, counts };
}

/** The same of lengths in bytes, where `lengths[i]` rows are `i` bytes long. */
export function lengthHistogram(lengths: Int32Array): { low: number; high: number; counts: number[] } | null {
	const low = lengths.findIndex((rows) => rows > 0);
	if (low < 0) {
		return null;
	}
	const high = lengths.findLastIndex((rows) => rows > 0);
	const bins = Math.min(BINS, high - low + 1);
	const width = (high - low + 1) / bins;
	const counts = Array.from({ length: bins }, () => 0);
	for (let length = low; length <= high; length++) {
		counts[Math.floor((length - low) / width)]! += lengths[length]!;
	}
	return { low, high, counts };
}
