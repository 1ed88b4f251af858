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
	const picked = countedValues(column.values, isCounted);
	let [low, high] = [Infinity, -Infinity];
	for (let index = 0; index < picked.length; index++) {
		const value = picked[index]!;
		low = value < low ? value : low;
		high = value > high ? value : high;
	}
	if (isWhole && high - low < TABLE_SIZE) {
		return fromTable(picked, low, high);
	}
	return fromSorted(isWhole && high - low < 2 ** 32 ? sortedWhole(picked, low, high) : picked.sort());
}

function countedValues(values: Int32Array | Float64Array, isCounted: Uint8Array): Float64Array {
	const picked = new Float64Array(values.length);
	let total = 0;
	for (let row = 0; row < values.length; row++) {
		picked[total] = values[row]!;
		total += isCounted[row]!;
	}
	return picked.subarray(0, total);
}

function fromTable(picked: Float64Array, low: number, high: number): ValueCounts {
	const table = new Int32Array(picked.length === 0 ? 0 : high - low + 1);
	for (let index = 0; index < picked.length; index++) {
		table[picked[index]! - low]!++;
	}
	let distinct = 0;
	for (const count of table) {
		distinct += count > 0 ? 1 : 0;
	}
	const found = { values: new Float64Array(distinct), counts: new Int32Array(distinct), total: picked.length };
	let place = 0;
	for (let index = 0; index < table.length; index++) {
		if (table[index]! > 0) {
			found.values[place] = low + index;
			found.counts[place++] = table[index]!;
		}
	}
	return found;
}

/** Less the lowest of them the values fit 32 bits. */
function sortedWhole(picked: Float64Array, low: number, high: number): Float64Array {
	const shifted = new Uint32Array(picked.length);
	for (let index = 0; index < picked.length; index++) {
		shifted[index] = picked[index]! - low;
	}
	const sorted = sortWhole(shifted, new Uint32Array(picked.length), high - low);
	for (let index = 0; index < picked.length; index++) {
		picked[index] = sorted[index]! + low;
	}
	return picked;
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
