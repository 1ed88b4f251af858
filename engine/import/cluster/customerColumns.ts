import type { ChunkReader } from '../../columns/ChunkReader.ts';
import { hasBit } from '../../columns/bitmap.ts';
import type { Column } from '../../columns/Column.ts';
import type { ColumnStorage } from '../../columns/ColumnStorage.ts';
import { chunkColumns, valuesOf } from './chunkColumns.ts';
import { RowScatter } from './RowScatter.ts';

/** One value per customer: that of the customer's last row in the file. */
export function lastValues(
	source: ChunkReader,
	column: number,
	storage: ColumnStorage,
	customerOf: Int32Array,
	customers: number,
): Column {
	return new RowScatter(lastRowPlaces(customerOf, customers), customers).column(source, column, storage);
}

/** Whether all rows of each customer hold the same value. Plain text columns are not looked at. */
export function isConstantPerCustomer(
	source: ChunkReader,
	column: number,
	storage: ColumnStorage,
	customerOf: Int32Array,
	customers: number,
): boolean {
	if (storage.kind === 'text') {
		return false;
	}
	const known = new Float64Array(customers).fill(NaN);
	for (const { chunk, at } of chunkColumns(source, column, storage)) {
		if (chunk.kind === 'text') {
			return false;
		}
		const values = valuesOf(chunk);
		for (let row = 0; row < chunk.length; row++) {
			const customer = customerOf[at + row]!;
			if (customer >= 0) {
				const value = chunk.nulls && hasBit(chunk.nulls, row) ? Infinity : values[row]!;
				const before = known[customer]!;
				if (Number.isNaN(before)) {
					known[customer] = value;
				} else if (before !== value) {
					return false;
				}
			}
		}
	}
	return true;
}

function lastRowPlaces(customerOf: Int32Array, customers: number): Int32Array {
	const lastRow = new Int32Array(customers);
	for (let row = 0; row < customerOf.length; row++) {
		if (customerOf[row]! >= 0) {
			lastRow[customerOf[row]!] = row;
		}
	}
	return customerOf.map((customer, row) => (customer >= 0 && lastRow[customer] === row ? customer : -1));
}
