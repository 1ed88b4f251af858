import type { TablePart } from '../TablePart.ts';
import { SheetCells } from './SheetCells.ts';
import { rowsOfDimension, Workbook } from './Workbook.ts';

/** The sheets of a workbook in its order, hidden ones too. Throws `data` for what is no .xlsx workbook. */
export async function listXlsxParts(path: string): Promise<readonly TablePart[]> {
	const workbook = await Workbook.open(path);
	try {
		const parts: TablePart[] = [];
		for (const sheet of workbook.sheets) {
			const cells = new SheetCells([], [], false);
			const pieces = workbook.scan(sheet, new DimensionFinder(cells));
			// The dimension stands before the cells, so the first piece has it where there is one.
			await pieces.next();
			await pieces.return(undefined);
			const rows = cells.dimension === null ? null : rowsOfDimension(cells.dimension);
			parts.push({ name: sheet.name, state: sheet.state, rows });
		}
		return parts;
	} finally {
		workbook.close();
	}
}

/** Passes on nothing but the dimension. */
class DimensionFinder {
	private readonly cells: SheetCells;

	constructor(cells: SheetCells) {
		this.cells = cells;
	}

	open(name: string, tag: string): void {
		if (name === 'dimension') {
			this.cells.open(name, tag);
		}
	}

	close(): void {
		// Cells are not wanted here.
	}

	text(): void {
		// Cells are not wanted here.
	}
}
