import type { Column } from '../../columns/Column.ts';
import { canBeKey, KeyTable } from '../../columns/KeyTable.ts';

/** Rows by the key in a column, numbered from 0 in order of appearance; -1 where there is none. */
export interface KeyGroups {
	readonly of: Int32Array;
	readonly count: number;
}

export function groupKeys(column: Column | null, rows: number): KeyGroups {
	const of = new Int32Array(rows).fill(-1);
	if (column === null || !canBeKey(column)) {
		return { of, count: 0 };
	}
	const table = new KeyTable();
	table.addColumn(column, of, 0);
	return { of, count: table.count };
}
