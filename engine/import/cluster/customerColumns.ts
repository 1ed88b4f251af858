import type { ChunkReader } from '../../columns/ChunkReader.ts';
import { hasBit } from '../../columns/bitmap.ts';
import type { Column } from '../../columns/Column.ts';
import type { ColumnStorage } from '../../columns/ColumnStorage.ts';
import type { CustomerRows } from './CustomerRows.ts';
import { numberChunks, readChunks } from './numberChunks.ts';
import { RowScatter } from './RowScatter.ts';

/** One value per customer: that of the customer's last row in the file. */
export function lastValues(source: ChunkReader, column: number, storage: ColumnStorage, rows: CustomerRows): Column {
	return new RowScatter(source, lastRowPlaces(rows), rows.customers).column(column, storage);
}

/** Whether all rows of each customer hold the same value. Plain text columns are not looked at. */
export function isConstantPerCustomer(
	source: ChunkReader,
	column: number,
	storage: ColumnStorage,
	{ groupOf, groups }: CustomerRows,
): boolean {
	if (storage.kind === 'text') {
		return false;
	}
	const known = new Float64Array(groups).fill(NaN);
	for (const { values, nulls, at } of numberChunks(readChunks(source, column), Float64Array)) {
		for (let row = 0; row < values.length; row++) {
			const group = groupOf[at + row]!;
			if (group >= 0) {
				const value = nulls && hasBit(nulls, row) ? Infinity : values[row]!;
				const before = known[group]!;
				if (Number.isNaN(before)) {
					known[group] = value;
				} else if (before !== value) {
					return false;
				}
			}
		}
	}
	return true;
}

function lastRowPlaces({ groupOf, groups, customerOf }: CustomerRows): Int32Array {
	const lastRow = new Int32Array(groups);
	for (let row = 0; row < groupOf.length; row++) {
		if (groupOf[row]! >= 0) {
			lastRow[groupOf[row]!] = row;
		}
	}
	return groupOf.map((group, row) => (group >= 0 && lastRow[group] === row ? customerOf[group]! : -1));
}
