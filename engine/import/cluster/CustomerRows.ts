import type { ChunkReader } from '../../columns/ChunkReader.ts';
import type { Column } from '../../columns/Column.ts';
import type { ColumnStorage } from '../../columns/ColumnStorage.ts';
import { decodeChunks } from '../../columns/decodeChunks.ts';
import type { EncodedChunk } from '../../columns/EncodedChunk.ts';
import { encodeColumn } from '../../columns/encodeColumn.ts';
import { gatherRows } from '../../columns/gatherRows.ts';
import { KeyTable } from '../../columns/KeyTable.ts';

/** Which customer each row of an event table belongs to; customers are numbered in order of first appearance. */
export interface CustomerRows {
	/** Customer of each row, -1 without a key. */
	readonly customerOf: Int32Array;
	readonly customers: number;
	/** The key of each customer as a column. */
	readonly keys: Column;
	/** Events of customer c lie at `offsets[c] .. offsets[c + 1]` once clustered. */
	readonly offsets: Int32Array;
}

export function numberCustomers(source: ChunkReader, column: number, storage: ColumnStorage): CustomerRows {
	const chunkRows = source.chunkRows();
	const rows = chunkRows.reduce((sum, count) => sum + count, 0);
	const customerOf = new Int32Array(rows);
	const table = new KeyTable();
	if (storage.kind === 'number' && storage.min !== null && storage.max !== null) {
		table.expectIntegers(storage.min, storage.max, rows);
	}
	const dictionary = storage.hasDictionary ? source.readDictionary(column) : null;
	const keyChunks: EncodedChunk[] = [];
	let at = 0;
	for (let chunk = 0; chunk < chunkRows.length; chunk++) {
		const count = chunkRows[chunk]!;
		const keys = decodeChunks([source.readChunk(column, chunk)], count, storage, dictionary);
		let known = table.count;
		table.addColumn(keys, customerOf, at);
		const firstRows = new Int32Array(table.count - known);
		for (let row = 0, found = 0; found < firstRows.length; row++) {
			if (customerOf[at + row] === known) {
				firstRows[found++] = row;
				known++;
			}
		}
		if (firstRows.length > 0) {
			keyChunks.push({ ...encodeColumn(gatherRows(keys, firstRows)), column, chunk });
		}
		at += count;
	}
	return {
		customerOf,
		customers: table.count,
		keys: decodeChunks(keyChunks, table.count, storage, dictionary),
		offsets: offsetsOf(customerOf, table.count),
	};
}

/** Turns each row's customer into the row's place among the clustered events, in the same array; -1 stays. */
export function placesOf({ customerOf, offsets }: CustomerRows): Int32Array {
	const next = offsets.slice();
	for (let row = 0; row < customerOf.length; row++) {
		const customer = customerOf[row]!;
		if (customer >= 0) {
			customerOf[row] = next[customer]!++;
		}
	}
	return customerOf;
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
