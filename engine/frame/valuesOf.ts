import type { Column, NumberColumn } from '../columns/Column.ts';

/** The column when it holds numbers, null when it is absent or holds something else. */
export function valuesOf(column: Column | undefined): NumberColumn | null {
	return column?.kind === 'number' ? column : null;
}
