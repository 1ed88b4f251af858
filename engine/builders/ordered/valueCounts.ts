import type { OrderedField } from './OrderedField.ts';

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
	return isWhole && high - low < TABLE_SIZE
		? fromTable(values, isCounted, { low, high, total })
		: fromSorted(values, isCounted, total);
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

function fromSorted(values: Int32Array | Float64Array, isCounted: Uint8Array, total: number): ValueCounts {
	const sorted = new Float64Array(total);
	let place = 0;
	for (let row = 0; row < values.length; row++) {
		if (isCounted[row] === 1) {
			sorted[place++] = values[row]!;
		}
	}
	sorted.sort();
	const counts = new Int32Array(total);
	let distinct = 0;
	for (let index = 0; index < total; index++) {
		if (index > 0 && sorted[index] !== sorted[index - 1]) {
			distinct++;
		}
		sorted[distinct] = sorted[index]!;
		counts[distinct]!++;
	}
	const length = total === 0 ? 0 : distinct + 1;
	return { values: sorted.slice(0, length), counts: counts.slice(0, length), total };
}
