import type { ChunkReader } from '../../columns/ChunkReader.ts';
import { hasBit } from '../../columns/bitmap.ts';
import type { Bitmap, Column } from '../../columns/Column.ts';
import type { ColumnStorage } from '../../columns/ColumnStorage.ts';
import { decodeChunks } from '../../columns/decodeChunks.ts';
import type { EncodedChunk } from '../../columns/EncodedChunk.ts';
import { encodeColumn } from '../../columns/encodeColumn.ts';
import { gatherRows } from '../../columns/gatherRows.ts';
import { KeyTable } from '../../columns/KeyTable.ts';
import { chunkColumns } from './chunkColumns.ts';
import { numberChunks, readChunks } from './numberChunks.ts';
import { numberTexts } from './numberTexts.ts';

/** Keys that span at most this many times the number of rows are their own groups, and never more than can be in memory. */
const GROUP_SPAN = 4;
const SMALL_SPAN = 65_536;
/** For fewer rows a second thread takes longer to start than it saves. */
const THREAD_ROWS = 500_000;
const MOST_GROUPS = 2 ** 26;

/** Which customer each row of an event table belongs to. A group is a customer, or holds no rows. */
export interface CustomerRows {
	/** Group of each row, -1 without a key. On a SharedArrayBuffer. */
	readonly groupOf: Int32Array;
	readonly groups: number;
	/** Customer of each group; groups without rows have any. */
	readonly customerOf: Int32Array;
	readonly customers: number;
	/** The key of each customer as a column. */
	readonly keys: Column;
	/** Events of customer c lie at `offsets[c] .. offsets[c + 1]` once clustered. */
	readonly offsets: Int32Array;
}

/** Customers are in the order of their keys where those are whole numbers close together, else in order of first appearance. */
export function numberCustomers(source: ChunkReader, column: number, storage: ColumnStorage): CustomerRows {
	const rows = source.chunkRows().reduce((sum, count) => sum + count, 0);
	const { kind, isExact, isWide, scale, min, max } = storage;
	const isWhole = kind === 'number' && isExact && !isWide && scale === 0;
	if (
		isWhole &&
		min !== null &&
		max !== null &&
		max - min < Math.max(SMALL_SPAN, Math.min(rows * GROUP_SPAN, MOST_GROUPS))
	) {
		return groupByValue(source, column, rows, min, max - min + 1);
	}
	return kind === 'text' && !storage.hasDictionary
		? groupByText(source, column, rows)
		: groupByAppearance(source, column, storage, rows);
}

function groupByValue(source: ChunkReader, column: number, rows: number, min: number, groups: number): CustomerRows {
	const groupOf = new Int32Array(new SharedArrayBuffer(rows * 4));
	const counts = new Int32Array(groups);
	for (const { values, nulls, at } of numberChunks(readChunks(source, column), Int32Array)) {
		countGroups(values, nulls, min, groupOf.subarray(at), counts);
	}
	const customers = countPositive(counts);
	const offsets = new Int32Array(new SharedArrayBuffer((customers + 1) * 4));
	const keys = new Int32Array(new SharedArrayBuffer(customers * 4));
	const customerOf = counts;
	let customer = 0;
	for (let group = 0; group < groups; group++) {
		const count = counts[group]!;
		customerOf[group] = customer;
		if (count > 0) {
			keys[customer] = group + min;
			offsets[customer + 1] = offsets[customer]! + count;
			customer++;
		}
	}
	return {
		groupOf,
		groups,
		customerOf,
		customers,
		keys: {
			kind: 'number',
			type: 'integer',
			length: customers,
			values: keys,
			scale: 0,
			isExact: true,
			nulls: null,
		},
		offsets,
	};
}

function countGroups(
	keys: Int32Array,
	nulls: Bitmap | null,
	min: number,
	groupOf: Int32Array,
	counts: Int32Array,
): void {
	if (nulls === null) {
		countAll(keys, min, groupOf, counts);
		return;
	}
	for (let row = 0; row < keys.length; row++) {
		const group = hasBit(nulls, row) ? -1 : keys[row]! - min;
		groupOf[row] = group;
		if (group >= 0) {
			counts[group]!++;
		}
	}
}

/** Without a look at nulls, which would take twice the time. */
function countAll(keys: Int32Array, min: number, groupOf: Int32Array, counts: Int32Array): void {
	for (let row = 0; row < keys.length; row++) {
		const group = keys[row]! - min;
		groupOf[row] = group;
		counts[group]!++;
	}
}

function countPositive(counts: Int32Array): number {
	let positive = 0;
	for (let group = 0; group < counts.length; group++) {
		positive += counts[group]! > 0 ? 1 : 0;
	}
	return positive;
}

function groupByText(source: ChunkReader, column: number, rows: number): CustomerRows {
	const { numbers, texts } = numberTexts(source, column, rows, rows >= THREAD_ROWS);
	return byAppearance(numbers, texts.length, texts);
}

function groupByAppearance(source: ChunkReader, column: number, storage: ColumnStorage, rows: number): CustomerRows {
	const groupOf = new Int32Array(new SharedArrayBuffer(rows * 4));
	const table = new KeyTable();
	const keyChunks: EncodedChunk[] = [];
	for (const { chunk: keys, at } of chunkColumns(source, column, storage)) {
		let known = table.count;
		table.addColumn(keys, groupOf, at);
		const firstRows = new Int32Array(table.count - known);
		for (let row = 0, found = 0; found < firstRows.length; row++) {
			if (groupOf[at + row] === known) {
				firstRows[found++] = row;
				known++;
			}
		}
		if (firstRows.length > 0) {
			keyChunks.push({ ...encodeColumn(gatherRows(keys, firstRows)), column, chunk: keyChunks.length });
		}
	}
	const dictionary = storage.hasDictionary ? source.readDictionary(column) : null;
	return byAppearance(groupOf, table.count, decodeChunks(keyChunks, table.count, storage, dictionary));
}

function byAppearance(groupOf: Int32Array, customers: number, keys: Column): CustomerRows {
	const customerOf = new Int32Array(customers);
	for (let customer = 0; customer < customers; customer++) {
		customerOf[customer] = customer;
	}
	return { groupOf, groups: customers, customerOf, customers, keys, offsets: offsetsOf(groupOf, customers) };
}

/**
 * Turns each row's group into the row's place among the clustered events, in the same array; -1 stays. Nothing else of the rows but
 * their keys and offsets is of use afterwards.
 */
export function placesOf({ groupOf, groups, customerOf, offsets }: CustomerRows): Int32Array {
	const next = customerOf;
	for (let group = 0; group < groups; group++) {
		next[group] = offsets[customerOf[group]!]!;
	}
	for (let row = 0; row < groupOf.length; row++) {
		const group = groupOf[row]!;
		if (group >= 0) {
			groupOf[row] = next[group]!++;
		}
	}
	return groupOf;
}

function offsetsOf(customerOf: Int32Array, customers: number): Int32Array {
	const offsets = new Int32Array(new SharedArrayBuffer((customers + 1) * 4));
	for (let row = 0; row < customerOf.length; row++) {
		const customer = customerOf[row]!;
		if (customer >= 0) {
			offsets[customer + 1]!++;
		}
	}
	for (let customer = 0; customer < customers; customer++) {
		offsets[customer + 1]! += offsets[customer]!;
	}
	return offsets;
}
