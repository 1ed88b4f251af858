import { Store } from '../../engine/Store.ts';

/** Which column of each table is looked at, by table id; null is the table as a whole. */
export const focusedColumns = new Store<Readonly<Record<number, string | null>>>({});

export function focusColumn(tableId: number, column: string | null): void {
	focusedColumns.update((columns) => ({ ...columns, [tableId]: column }));
}
