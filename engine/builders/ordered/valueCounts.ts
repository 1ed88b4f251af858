import type { OrderedField } from './OrderedField.ts';
import { sortWhole } from './sortWhole.ts';

/** The different values of some rows, ascending, and how many rows hold each. */
export interface ValueCounts {
	/** As stored. */
	readonly values: Float64Array;
	readonly counts: Int32Array;
	readonly total: number;
}

/** Whole numbers within this range are counted in a table, which is several times faster than sorting. */
const TABLE_SIZE = 2 ** 22;

/** Counts the values of the rows whose mark is 1; those rows must have a value. */
export function valueCounts({ column, isWhole }: OrderedField, isCounted: Uint8Array): ValueCounts {
	const { values } = column;
	let [low, high, total] = [Infinity, -Infinity, 0];
	for (let row = 0; row < values.length; row++) {
		if (isCounted[row] === 1) {
			const value = values[row]!;
			low = value < low ? value : low;
			high = value > high ? value : high;
			total++;
		}
	}
	const extent = { low, high, total };
	if (isWhole && high - low < TABLE_SIZE) {
		return fromTable(values, isCounted, extent);
	}
	const picked =
		isWhole && high - low < 2 ** 32 ? sortedWhole(values, isCounted, extent) : sortedDoubles(values, isCounted, total);
	return fromSorted(picked);
}

function fromTable(
	values: Int32Array | Float64Array,
	isCounted: Uint8Array,
	{ low, high, total }: { readonly low: number; readonly high: number; readonly total: number },
): ValueCounts {
	const table = new Int32Array(total === 0 ? 0 : high - low + 1);
	for (let row = 0; row < values.length; row++) {
		if (isCounted[row] === 1) {
			table[values[row]! - low]!++;
		}
	}
	let distinct = 0;
	for (const count of table) {
		distinct += count > 0 ? 1 : 0;
	}
	const found = { values: new Float64Array(distinct), counts: new Int32Array(distinct), total };
	let place = 0;
	for (let index = 0; index < table.length; index++) {
		if (table[index]! > 0) {
			found.values[place] = low + index;
			found.counts[place++] = table[index]!;
		}
	}
	return found;
}

/** The counted values; less the lowest of them they fit 32 bits. */
function sortedWhole(
	values: Int32Array | Float64Array,
	isCounted: Uint8Array,
	{ low, high, total }: { readonly low: number; readonly high: number; readonly total: number },
): Float64Array {
	const picked = new Uint32Array(total);
	let place = 0;
	for (let row = 0; row < values.length; row++) {
		if (isCounted[row] === 1) {
			picked[place++] = values[row]! - low;
		}
	}
	const sorted = sortWhole(picked, new Uint32Array(total), high - low);
	const restored = new Float64Array(total);
	for (let index = 0; index < total; index++) {
		restored[index] = sorted[index]! + low;
	}
	return restored;
}

function sortedDoubles(values: Int32Array | Float64Array, isCounted: Uint8Array, total: number): Float64Array {
	const picked = new Float64Array(total);
	let place = 0;
	for (let row = 0; row < values.length; row++) {
		if (isCounted[row] === 1) {
			picked[place++] = values[row]!;
		}
	}
	return picked.sort();
}

/** Writes the different values over the sorted ones. */
function fromSorted(sorted: Float64Array): ValueCounts {
	const total = sorted.length;
	const counts = new Int32Array(total);
	let last = -1;
	for (let index = 0; index < total; index++) {
		const value = sorted[index]!;
		if (last < 0 || value !== sorted[last]!) {
			sorted[++last] = value;
		}
		counts[last]!++;
	}
	return { values: sorted.subarray(0, last + 1), counts: counts.subarray(0, last + 1), total };
}
