import type { ChunkReader } from '../../columns/ChunkReader.ts';
import type { ColumnStorage } from '../../columns/ColumnStorage.ts';
import { firstLinesOfClustered } from './firstLinesOfClustered.ts';
import { numberChunks, readChunks } from './numberChunks.ts';
import type { RowOrder } from './RowOrder.ts';
import type { PlaceRange } from './RowPlaces.ts';
import { scatterColumn } from './scatterColumn.ts';

/** Bytes that an order id takes once sorted, a long text. */
const ORDER_BYTES = 32;

/**
 * Which rows are the first line of an order of their customer, chunk by chunk of the file, for files sorted by numeric order id: one
 * look at the row before decides. Null when the file is not sorted so, or an order has rows of several customers.
 */
export function firstLinesOfSorted(
	source: ChunkReader,
	column: number,
	storage: ColumnStorage,
	groupOf: readonly Int32Array[],
): Uint8Array[] | null {
	if (storage.kind !== 'number') {
		return null;
	}
	const flags: Uint8Array[] = [];
	let previous = -Infinity;
	let previousGroup = -1;
	for (const { values, nulls, chunk } of numberChunks(readChunks(source, column), Float64Array)) {
		if (nulls) {
			return null;
		}
		const part = new Uint8Array(values.length);
		for (let row = 0; row < values.length; row++) {
			const order = values[row]!;
			const group = groupOf[chunk]![row]!;
			if (order < previous || (order === previous && group !== previousGroup)) {
				return null;
			}
			part[row] = order === previous ? 0 : 1;
			previous = order;
			previousGroup = group;
		}
		flags.push(part);
	}
	return flags;
}

/**
 * Which clustered rows are the first line of an order of their customer. `sorted` are the flags of the rows in file order, where those
 * are known; else the order ids are sorted and compared, about `rangeBytes` of them at once.
 */
export function firstLinesByPlace(
	source: ChunkReader,
	column: number,
	storage: ColumnStorage,
	sorted: readonly Uint8Array[] | null,
	order: RowOrder,
	offsets: Int32Array,
	rangeBytes: number,
): Uint8Array {
	const flags = new Uint8Array(offsets.at(-1)!);
	if (sorted) {
		for (const [chunk, part] of sorted.entries()) {
			scatterFlags(part, order.placesOf(chunk), flags);
		}
		return flags;
	}
	for (const { first, end, from, length } of customerRanges(offsets, rangeBytes / ORDER_BYTES)) {
		const orders = scatterColumn(source, column, storage, (chunk) => order.placesOf(chunk), { from, length });
		flags.set(firstLinesOfClustered(orders, offsets.subarray(first, end + 1)), from);
	}
	return flags;
}

function scatterFlags(flags: Uint8Array, places: Int32Array, to: Uint8Array): void {
	for (let row = 0; row < flags.length; row++) {
		const place = places[row]!;
		if (place >= 0) {
			to[place] = flags[row]!;
		}
	}
}

interface CustomerRange extends PlaceRange {
	readonly first: number;
	readonly end: number;
}

/** All customers, as many at once as have at most so many rows, or a single one. */
function* customerRanges(offsets: Int32Array, mostRows: number): Generator<CustomerRange> {
	const customers = offsets.length - 1;
	for (let first = 0, end = 0; first < customers; first = end) {
		const from = offsets[first]!;
		end = first + 1;
		while (end < customers && offsets[end + 1]! - from <= mostRows) {
			end++;
		}
		yield { first, end, from, length: offsets[end]! - from };
	}
}
