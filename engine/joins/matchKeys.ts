import { cellOf } from '../columns/cellOf.ts';
import type { Column } from '../columns/Column.ts';
import { KeyTable } from '../columns/KeyTable.ts';

/** The keys of one side; ids are shared by both sides. */
export interface SideKeys {
	readonly rows: number;
	readonly rowsWithoutKey: number;
	/** Rows of each id; 0 for keys that only the other side has. */
	readonly rowsOf: Int32Array;
	/** The key as it stands in the file. */
	keyOf(id: number): string;
}

/** Two key columns by the rule of the customer base (see KeyTable): an integer and its plain spelling are the same key. */
export function matchKeys(left: Column, right: Column): { left: SideKeys; right: SideKeys; count: number } {
	const table = new KeyTable();
	const leftIds = idsOf(table, left);
	const rightIds = idsOf(table, right);
	const { count } = table;
	return { left: sideOf(left, leftIds, count), right: sideOf(right, rightIds, count), count };
}

function idsOf(table: KeyTable, column: Column): Int32Array {
	const ids = new Int32Array(column.length);
	table.addColumn(column, ids, 0);
	return ids;
}

function sideOf(column: Column, ids: Int32Array, count: number): SideKeys {
	const rowsOf = new Int32Array(count);
	const firstRow = new Int32Array(count).fill(-1);
	let rowsWithoutKey = 0;
	for (let row = 0; row < ids.length; row++) {
		const id = ids[row]!;
		if (id < 0) {
			rowsWithoutKey++;
		} else if (rowsOf[id]!++ === 0) {
			firstRow[id] = row;
		}
	}
	return {
		rows: ids.length,
		rowsWithoutKey,
		rowsOf,
		keyOf: (id) => String(cellOf(column, firstRow[id]!)),
	};
}
