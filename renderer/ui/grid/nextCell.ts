export interface CellPosition {
	readonly row: number;
	readonly column: number;
}

interface CellKey {
	readonly key: string;
	readonly ctrlKey: boolean;
	readonly metaKey: boolean;
}

/** Where a key moves the active cell of a grid; null for keys that do not move it. */
export function nextCell(
	{ row, column }: CellPosition,
	{ key, ctrlKey, metaKey }: CellKey,
	rows: number,
	columns: number,
	rowsPerPage: number,
): CellPosition | null {
	const isJump = ctrlKey || metaKey;
	const moves: Readonly<Record<string, CellPosition>> = {
		ArrowUp: { row: isJump ? 0 : row - 1, column },
		ArrowDown: { row: isJump ? rows - 1 : row + 1, column },
		ArrowLeft: { row, column: isJump ? 0 : column - 1 },
		ArrowRight: { row, column: isJump ? columns - 1 : column + 1 },
		PageUp: { row: row - rowsPerPage, column },
		PageDown: { row: row + rowsPerPage, column },
		Home: { row: isJump ? 0 : row, column: 0 },
		End: { row: isJump ? rows - 1 : row, column: columns - 1 },
	};
	const wanted = moves[key];
	return wanted
		? {
				row: Math.min(Math.max(0, rows - 1), Math.max(0, wanted.row)),
				column: Math.min(Math.max(0, columns - 1), Math.max(0, wanted.column)),
			}
		: null;
}
