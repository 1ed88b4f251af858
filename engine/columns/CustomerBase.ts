import type { Column } from './Column.ts';
import { cellOf } from './cellOf.ts';
import { KeyTable } from './KeyTable.ts';

/**
 * Everyone the project knows: the keys of the customers table, or without one the union of the keys of all event tables
 * in order of first appearance. Row r of the base is the r-th distinct key.
 */
export class CustomerBase {
	readonly length: number;
	readonly #table = new KeyTable();
	readonly #sources: readonly Column[];
	/** Where each base row was first seen: a source and a row of it. */
	readonly #sourceOf: Int32Array;
	readonly #sourceRowOf: Int32Array;

	/** `keys`: the key column of the customers table, or the key columns of the event tables (see EventKeys). */
	constructor(keys: readonly Column[]) {
		const rows = keys.reduce((sum, column) => sum + column.length, 0);
		const sourceOf = new Int32Array(rows);
		const sourceRowOf = new Int32Array(rows);
		for (const [source, column] of keys.entries()) {
			expectIntegers(this.#table, column);
			const ids = new Int32Array(column.length);
			let known = this.#table.count;
			this.#table.addColumn(column, ids, 0);
			for (let row = 0; row < ids.length; row++) {
				if (ids[row] === known) {
					sourceOf[known] = source;
					sourceRowOf[known] = row;
					known++;
				}
			}
		}
		this.length = this.#table.count;
		this.#sources = keys;
		this.#sourceOf = sourceOf.slice(0, this.length);
		this.#sourceRowOf = sourceRowOf.slice(0, this.length);
	}

	/** Base row of each row of a key column, -1 where its customer is not in the base. */
	rowsOf(keys: Column): Int32Array {
		return this.#table.findColumn(keys);
	}

	/** Rows of source `source` in the order of the base, -1 where the base row comes from another source. */
	sourceRows(source: number): Int32Array {
		return this.#sourceRowOf.map((row, base) => (this.#sourceOf[base] === source ? row : -1));
	}

	/** The key as it stands in the file. */
	customerId(row: number): string {
		return String(cellOf(this.#sources[this.#sourceOf[row]!]!, this.#sourceRowOf[row]!));
	}
}

function expectIntegers(table: KeyTable, column: Column): void {
	if (column.kind === 'number' && column.length > 0) {
		let min = Infinity;
		let max = -Infinity;
		for (const value of column.values) {
			min = Math.min(min, value);
			max = Math.max(max, value);
		}
		table.expectIntegers(min, max, column.length);
	}
}
