import { formatCell } from '../../ui/grid/formatCell.ts';
import type { SqlResultRows } from './sqlState.ts';

/** The rows that are shown, as spreadsheets take them from the clipboard: tabs between cells, headers first. */
export function resultText({ columns, table, count }: Pick<SqlResultRows, 'columns' | 'table' | 'count'>): string {
	const vectors = columns.map((_, column) => table.getChildAt(column));
	const lines = Array.from({ length: count }, (_, row) =>
		columns.map(({ type }, column) => cellText(formatCell(vectors[column]?.get(row), type))).join('\t'),
	);
	return [columns.map(({ name }) => cellText(name)).join('\t'), ...lines].join('\n');
}

function cellText(text: string): string {
	return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
