import type { OrderedValues } from './OrderedValues.ts';
import { quantile } from './OrderedValues.ts';

/** Steps of a sketch of a distribution. */
export const BINS = 20;

export interface Bins {
	readonly low: number;
	readonly high: number;
	readonly counts: number[];
}

/**
 * Counts in equal steps from the smallest to the largest value; the last step holds the largest. Whole numbers of a narrow
 * range get one step per value.
 */
export function histogramOf(values: OrderedValues, isWhole: boolean): Bins | null {
	return values.length === 0 ? null : binsBetween(values, isWhole, values.at(0), values.at(values.length - 1));
}

/**
 * The same without the lowest and the highest hundredth of the values, where these take up more than a third of the axis; null where
 * they do not. A few large values would otherwise leave all others in one step.
 */
export function bulkHistogramOf(values: OrderedValues, isWhole: boolean): Bins | null {
	const [first, last] = [quantile(values, 0.01), quantile(values, 0.99)];
	if (first === null || last === null) {
		return null;
	}
	const [low, high] = isWhole ? [Math.floor(first), Math.ceil(last)] : [first, last];
	const isNarrow = high - low < (2 / 3) * (values.at(values.length - 1) - values.at(0));
	return isNarrow && high > low ? binsBetween(values, isWhole, low, high) : null;
}

function binsBetween(values: OrderedValues, isWhole: boolean, low: number, high: number): Bins {
	const isPerValue = isWhole && high - low < BINS;
	const bins = isPerValue ? high - low + 1 : BINS;
	const width = isPerValue ? 1 : (high - low) / bins;
	const isToTheEnd = high === values.at(values.length - 1);
	const end = isToTheEnd ? values.length : values.below(isWhole ? high + 1 : high);
	const edges = Array.from({ length: bins }, (_, bin) => values.below(low + bin * width));
	const counts = edges.map((before, bin) => (edges[bin + 1] ?? end) - before);
	return { low, high, counts };
}

/** The same of lengths in bytes, where `lengths[i]` rows are `i` bytes long. */
export function lengthHistogram(lengths: Int32Array): Bins | null {
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
