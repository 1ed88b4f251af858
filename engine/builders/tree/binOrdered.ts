import { isoOfDay, MS_PER_DAY } from '#shared/rules/calendar.ts';
import { printText } from '#shared/rules/printRule.ts';
import { hasBit } from '../../columns/bitmap.ts';
import { isoInstant } from '../../columns/cellOf.ts';
import type { DateColumn, NumberColumn, TimestampColumn } from '../../columns/Column.ts';
import { MAX_BINS } from './BinnedField.ts';
import type { BinnedField, BinWords } from './BinnedField.ts';
import { scaledDigits, shortestDecimal, shortestInteger } from './shortestBetween.ts';

export type OrderedColumn = NumberColumn | DateColumn | TimestampColumn;

/** Values that are looked at to place the limits of bins; every value is looked at where there are no more. */
const MAX_SAMPLE = 100_000;
/** Whole numbers within this span find their bin in a table. */
const MAX_TABLE = 4_000_000;

/**
 * Bins of numbers, dates and moments: one per value where there are at most 254 values, otherwise bins of about equally many
 * customers. Above 100,000 customers the limits come from an evenly spaced sample; the gaps that limits fall into are exact.
 */
export function binOrdered(name: string, column: OrderedColumn): BinnedField {
	const { values, nulls, length } = column;
	const { edges, isExact } = edgesOf(sortedSample(column));
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
	return {
		name,
		codes,
		bins,
		hasMissing: nulls !== null,
		isExact: isExact && least.every((value, bin) => value === most[bin]),
		words: wordsOf(column, least, most),
	};
}

function sortedSample({ values, nulls, length }: OrderedColumn): Float64Array {
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
	const search = (value: number): number => {
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
	const [first, top] = [edges[0] ?? 0, edges[last] ?? 0];
	if (!isWhole || top - first >= MAX_TABLE) {
		return search;
	}
	const table = new Uint8Array(top - first + 1);
	for (let bin = 1; bin <= last; bin++) {
		table.fill(bin, edges[bin - 1]! - first + 1, edges[bin]! - first + 1);
	}
	return (value) => (value >= top ? last : value <= first ? 0 : table[value - first]!);
}

function wordsOf(column: OrderedColumn, least: Float64Array, most: Float64Array): BinWords {
	const bins = least.length;
	const limits = Array.from({ length: Math.max(0, bins - 1) }, (_, bin) =>
		limitText(column, most[bin]!, least[bin + 1]!),
	);
	const isWhole = column.kind === 'date' || (column.kind === 'number' && column.isExact && column.scale === 0);
	const only = Array.from({ length: bins }, (_, bin) => {
		const value = least[bin]!;
		const isAlone = isWhole && bin > 0 && value === most[bin] && most[bin - 1]! + 1 === value;
		return isAlone && limits[bin] === wholeText(column, value) ? limits[bin] : null;
	});
	return { kind: 'ordered', limits, only };
}

/** A value from `low` (included) to `high` (excluded), in stored units. */
function limitText(column: OrderedColumn, low: number, high: number): string {
	switch (column.kind) {
		case 'number':
			return column.isExact ? scaledDigits(shortestInteger(low, high), column.scale) : shortestDecimal(low, high);
		case 'date':
			return printText(isoOfDay(low));
		case 'timestamp': {
			// A date compares with the day of a moment, so that it includes the whole day.
			const day = Math.ceil((low + 1) / MS_PER_DAY) - 1;
			return printText((day + 1) * MS_PER_DAY <= high ? isoOfDay(day) : isoInstant(low));
		}
	}
}

function wholeText(column: OrderedColumn, value: number): string {
	return column.kind === 'date' ? printText(isoOfDay(value)) : String(value);
}
