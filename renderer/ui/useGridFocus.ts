import { useCallback, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';

export interface GridPlace {
	readonly row: number;
	readonly column: number;
}

/** What a cell carries. */
export interface GridCellProps {
	readonly 'data-row': number;
	readonly 'data-column': number;
	readonly tabIndex: 0 | -1;
}

/**
 * Keyboard of an ARIA grid: one cell is the stop for Tab; arrows, Home, End, Page Up and Page Down move it, with Ctrl to
 * the ends of the grid. Cells carry `data-row` and `data-column`, header cells are row 0. `onKeyDown` and `onFocus` belong to the grid.
 */
export function useGridFocus(rows: number, columns: number) {
	const grid = useRef<HTMLTableElement>(null);
	const [wanted, setPlace] = useState<GridPlace>({ row: 1, column: 1 });
	const place = { row: Math.min(wanted.row, rows - 1), column: Math.min(wanted.column, columns - 1) };

	const onKeyDown = useCallback(
		(event: KeyboardEvent<HTMLElement>) => {
			const from = placeOf(event.target);
			const isPlain = !event.altKey && !event.metaKey;
			const to = from && isPlain ? targetOf(event.key, event.ctrlKey, from, rows, columns) : null;
			if (to) {
				event.preventDefault();
				setPlace(to);
				grid.current?.querySelector<HTMLElement>(`[data-row="${to.row}"][data-column="${to.column}"]`)?.focus();
			}
		},
		[rows, columns],
	);
	const onFocus = useCallback((event: FocusEvent<HTMLElement>) => {
		const focused = placeOf(event.target);
		if (focused) {
			setPlace(focused);
		}
	}, []);
	const propsOf = (row: number, column: number): GridCellProps => ({
		'data-row': row,
		'data-column': column,
		tabIndex: row === place.row && column === place.column ? 0 : -1,
	});
	return { grid, onKeyDown, onFocus, propsOf };
}

/** The place of the cell that an event of the grid comes from; null where it comes from none. */
export function placeOf(target: EventTarget): GridPlace | null {
	const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
	return cell && { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}

export function targetOf(
	key: string,
	isFar: boolean,
	{ row, column }: GridPlace,
	rows: number,
	columns: number,
): GridPlace | null {
	const clampRow = (value: number) => Math.max(0, Math.min(rows - 1, value));
	const clampColumn = (value: number) => Math.max(0, Math.min(columns - 1, value));
	switch (key) {
		case 'ArrowUp':
			return { row: isFar ? 0 : clampRow(row - 1), column };
		case 'ArrowDown':
			return { row: isFar ? rows - 1 : clampRow(row + 1), column };
		case 'ArrowLeft':
			return { row, column: isFar ? 0 : clampColumn(column - 1) };
		case 'ArrowRight':
			return { row, column: isFar ? columns - 1 : clampColumn(column + 1) };
		case 'Home':
			return { row: isFar ? 0 : row, column: 0 };
		case 'End':
			return { row: isFar ? rows - 1 : row, column: columns - 1 };
		case 'PageUp':
			return { row: 0, column };
		case 'PageDown':
			return { row: rows - 1, column };
		default:
			return null;
	}
}
