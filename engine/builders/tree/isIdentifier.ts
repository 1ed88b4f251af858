import type { Column } from '../../columns/Column.ts';

/** Columns shorter than this may differ throughout by chance. */
const MIN_ROWS = 100;
const FIRST_LOOK = 2_000;

/** Whether whole numbers differ for every row and none is missing: a number from a file rather than a property of the customer. */
export function isIdentifier(column: Column): boolean {
	const isWhole = column.kind === 'number' && column.isExact && column.scale === 0;
	if (!isWhole || column.nulls !== null || column.length < MIN_ROWS) {
		return false;
	}
	const differ = (rows: number) => {
		const sorted = column.values.slice(0, rows).sort();
		return sorted.every((value, index) => index === 0 || value !== sorted[index - 1]);
	};
	return differ(Math.min(FIRST_LOOK, column.length)) && differ(column.length);
}
