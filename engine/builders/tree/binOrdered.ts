import { hasBit } from '../../columns/bitmap.ts';
import { MS_PER_DAY } from '#shared/rules/calendar.ts';
import { cutAfter, storedText } from '../ordered/OrderedField.ts';
import type { OrderedField } from '../ordered/OrderedField.ts';
import { MAX_BINS } from './BinnedField.ts';
import type { BinnedField, BinWords } from './BinnedField.ts';
import { roundestBetween } from './roundestBetween.ts';

/** Values that are looked at to place the limits of bins; every value is looked at where there are no more. */
const MAX_SAMPLE = 100_000;
/** Whole numbers within this span find their bin in a table. */
const MAX_TABLE = 4_000_000;

/**
 * Bins of numbers, dates and moments: one per value where there are at most 254 values, otherwise bins of about equally many
 * customers. Above 100,000 customers the limits come from an evenly spaced sample; the gaps that limits fall into are exact.
 */
export function binOrdered(name: string, field: OrderedField): BinnedField {
	const { values, nulls, length } = field.column;
	const { edges, isExact } = edgesOf(sortedSample(field));
	const bins = edges.length;
	const codeOf = binFinder(edges, values instanceof Int32Array);
	const codes = new Uint8Array(length);
	const least = new Float64Array(bins).fill(Infinity);
	const most = new Float64Array(bins).fill(-Infinity);
	for (let row = 0; row < length; row++) {
		if (nulls !== null && hasBit(nulls, row)) {
			codes[row] = bins;
			continue;
		}
		const value = values[row]!;
		const code = codeOf(value);
		codes[row] = code;
		least[code] = value < least[code]! ? value : least[code]!;
		most[code] = value > most[code]! ? value : most[code]!;
	}
	const hasOwnBins = isExact && least.every((value, bin) => value === most[bin]);
	return { name, codes, bins, hasMissing: nulls !== null, isExact: hasOwnBins, words: wordsOf(field, least, most) };
}

function sortedSample({ column: { values, nulls, length } }: OrderedField): Float64Array {
	const step = Math.max(1, length / MAX_SAMPLE);
	const sample = new Float64Array(Math.min(length, MAX_SAMPLE));
	let count = 0;
	for (let place = 0; place < length && count < sample.length; place += step) {
		const row = Math.floor(place);
		if (nulls === null || !hasBit(nulls, row)) {
			sample[count++] = values[row]!;
		}
	}
	return sample.subarray(0, count).sort();
}

/** The largest value of each bin. */
function edgesOf(sorted: Float64Array): { readonly edges: Float64Array; readonly isExact: boolean } {
	const distinct = sorted.filter((value, index) => index === 0 || value !== sorted[index - 1]);
	if (distinct.length <= MAX_BINS) {
		return { edges: distinct, isExact: true };
	}
	const quantiles = Float64Array.from(
		{ length: MAX_BINS },
		(_, bin) => sorted[Math.ceil(((bin + 1) * sorted.length) / MAX_BINS) - 1]!,
	);
	return { edges: quantiles.filter((value, index) => index === 0 || value !== quantiles[index - 1]), isExact: false };
}

/** The first bin whose edge is not below the value; the last one where there is none. */
function binFinder(edges: Float64Array, isWhole: boolean): (value: number) => number {
	const last = edges.length - 1;
	const [first, top] = [edges[0] ?? 0, edges[last] ?? 0];
	if (isWhole && top - first < MAX_TABLE) {
		const table = new Uint8Array(top - first + 1);
		for (let bin = 1; bin <= last; bin++) {
			table.fill(bin, edges[bin - 1]! - first + 1, edges[bin]! - first + 1);
		}
		return (value) => (value >= top ? last : value <= first ? 0 : table[value - first]!);
	}
	return (value) => {
		let low = 0;
		let high = last;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (edges[middle]! < value) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		return low;
	};
}

function wordsOf(field: OrderedField, least: Float64Array, most: Float64Array): BinWords {
	const bins = least.length;
	const limits = Array.from({ length: Math.max(0, bins - 1) }, (_, bin) =>
		limitText(field, most[bin]!, least[bin + 1]!),
	);
	const only = Array.from({ length: bins }, (_, bin) => {
		const value = least[bin]!;
		const isAlone = field.hasPlainSteps && bin > 0 && value === most[bin] && most[bin - 1]! + 1 === value;
		return isAlone && limits[bin] === storedText(field, value) ? limits[bin] : null;
	});
	return { kind: 'ordered', limits, only };
}

/** A value from `low` (included) to `high` (excluded), in stored units. */
function limitText(field: OrderedField, low: number, high: number): string {
	switch (field.column.kind) {
		case 'number':
			return field.isWhole ? storedText(field, roundestBetween(low, high)) : cutAfter(field, low, high).text;
		case 'date':
			return storedText(field, low);
		case 'timestamp': {
			// The last millisecond of a day where the gap holds one: a time that can be read.
			const endOfDay = Math.ceil((low + 1) / MS_PER_DAY) * MS_PER_DAY - 1;
			return storedText(field, endOfDay < high ? endOfDay : low);
		}
	}
}
