import { counted } from '#shared/base/counted.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { footerCount } from '../../dialect/findRows.ts';
import { nameColumns } from '../../nameColumns.ts';
import type { SourceValue, TableReader } from '../TableReader.ts';
import { columnLetters } from './cellPlace.ts';
import { findTable, type SheetTable } from './findTable.ts';
import { SheetCells, type SheetRow, type Sighting } from './SheetCells.ts';
import { Workbook, type Sheet } from './Workbook.ts';

/** Rows that are looked at to find the table. */
const LAYOUT_ROWS = 200;
const BATCH_ROWS = 4096;
/** Rows at the end among which totals are looked for. */
const TAIL_ROWS = 50;

/**
 * One sheet of an .xlsx workbook, `part` by name, null for the first visible one. Read as a stream, so that only the texts of the
 * workbook and some thousand rows are in memory. Columns are named by the header; their types follow from the values.
 */
export async function openXlsx(path: string, part: string | null): Promise<TableReader> {
	const workbook = await Workbook.open(path);
	try {
		const sheet = workbook.sheet(part);
		const cells = new SheetCells(await workbook.texts(), await workbook.formats(), workbook.is1904);
		const reader = new XlsxReader(workbook, sheet, cells);
		await reader.begin(path);
		return reader;
	} catch (error) {
		workbook.close();
		throw error;
	}
}

class XlsxReader implements TableReader {
	columns: TableReader['columns'] = [];
	private readonly workbook: Workbook;
	private readonly sheet: Sheet;
	private readonly cells: SheetCells;
	private readonly pieces: AsyncGenerator<void>;
	private table: SheetTable = { skipped: 0, hasHeader: true, firstColumn: 0, endColumn: 0, notes: [] };
	private startNotes: readonly string[] = [];
	private beyond: Sighting | null = null;
	private footerNotes: readonly string[] = [];
	private headerRow = 0;
	private isRead = false;

	constructor(workbook: Workbook, sheet: Sheet, cells: SheetCells) {
		this.workbook = workbook;
		this.sheet = sheet;
		this.cells = cells;
		this.pieces = workbook.scan(sheet, cells);
	}

	get progress(): number {
		return this.isRead ? 1 : Math.min(1, this.workbook.progressOf(this.sheet));
	}

	get notes(): readonly string[] {
		return [...this.startNotes, ...this.footerNotes, ...this.cellNotes()];
	}

	/** Reads as far as is needed to know the columns. */
	async begin(path: string): Promise<void> {
		while (this.cells.rows.length < LAYOUT_ROWS && !(await this.pieces.next()).done) {
			// Rows gather in `cells`.
		}
		const first = this.cells.rows.slice(0, LAYOUT_ROWS);
		if (first.length === 0) {
			throw new EngineError('data', `The sheet "${this.sheet.name}" of ${path} is empty. Choose another sheet.`);
		}
		this.table = findTable(first);
		const { skipped, hasHeader, firstColumn, endColumn, notes } = this.table;
		const header = hasHeader ? first[skipped] : undefined;
		this.headerRow = first[skipped]?.row ?? 0;
		const texts = Array.from({ length: endColumn - firstColumn }, (_, index) =>
			headerText(header?.cells[firstColumn + index]),
		);
		const { names, changes } = nameColumns(header ? texts : [], endColumn - firstColumn);
		this.columns = names.map((name) => ({ name, type: null }));
		const others = this.workbook.sheets.filter(({ state }) => state !== 'visible');
		this.startNotes = [
			...this.workbook.notes,
			...(others.length > 0
				? [
						`The workbook has ${counted(others.length, 'hidden sheet')}: ${others.map(({ name }) => `"${name}"`).join(', ')}.`,
					]
				: []),
			...notes,
			...(hasHeader ? [] : ['The first row holds values like the rows below it, so the columns have no headers.']),
			...changes,
		];
		this.cells.rows.splice(0, skipped + (hasHeader ? 1 : 0));
	}

	async *batches(): AsyncGenerator<readonly (readonly SourceValue[])[]> {
		for (;;) {
			while (this.cells.rows.length >= BATCH_ROWS + TAIL_ROWS) {
				yield this.cells.rows.splice(0, BATCH_ROWS).map((row) => this.values(row));
			}
			if ((await this.pieces.next()).done) {
				break;
			}
		}
		this.isRead = true;
		const rest = this.cells.rows.splice(0).map((row) => this.values(row));
		const rows = this.withoutFooter(rest);
		if (rows.length > 0) {
			yield rows;
		}
	}

	/** Totals and notes below the table are none of its rows. */
	private withoutFooter(rows: readonly SourceValue[][]): readonly SourceValue[][] {
		const records = rows.slice(-TAIL_ROWS).map((values) => ({
			fields: values.map((value) => headerText(value ?? undefined)),
			isQuoted: values.map(() => false),
			start: 0,
			end: 0,
		}));
		const count = footerCount(records, this.columns.length);
		const left = records.slice(records.length - count);
		if (count > 0) {
			const shown = left.map(({ fields }) => `"${fields.filter((field) => field !== '').join(', ')}"`).join(', ');
			this.footerNotes = [
				`Left out below the last row: ${counted(count, 'row')} (${shown.slice(0, 200)}), taken for totals or notes. They count neither as read nor as quarantined.`,
			];
		}
		return rows.slice(0, rows.length - count);
	}

	close(): void {
		void this.pieces.return(undefined);
		this.workbook.close();
	}

	private values({ row, cells }: SheetRow): SourceValue[] {
		const { firstColumn, endColumn } = this.table;
		for (let column = 0; column < cells.length; column++) {
			if ((column < firstColumn || column >= endColumn) && cells[column] !== undefined) {
				this.beyond ??= { first: `${columnLetters(column)}${row}`, count: 0 };
				this.beyond.count++;
			}
		}
		const values: SourceValue[] = [];
		for (let column = firstColumn; column < endColumn; column++) {
			values.push(cells[column] ?? null);
		}
		return values;
	}

	private cellNotes(): string[] {
		const { errors, missingResults, hiddenRows, mergedRows, paddedColumns } = this.cells;
		const merged = mergedRows.filter((row) => row > this.headerRow).length;
		const padded = [...paddedColumns].flatMap((column) => this.columns[column - this.table.firstColumn]?.name ?? []);
		return [
			...[...errors].map(
				([error, { first, count }]) =>
					`The error ${error} stands in ${counted(count, 'cell')}, first in ${first}: read as no value.`,
			),
			...(missingResults
				? [
						`No result was saved with ${counted(missingResults.count, 'formula')}, first in ${missingResults.first}: read as no value. Open the workbook in Excel and save it to have them computed.`,
					]
				: []),
			...(this.beyond
				? [`Left out ${counted(this.beyond.count, 'cell')} beside the table, first in ${this.beyond.first}.`]
				: []),
			...(merged > 0 ? [`Of ${counted(merged, 'merged area')} in the table, only the first cell has the value.`] : []),
			...(hiddenRows > 0 ? [`The sheet hides ${counted(hiddenRows, 'row')}, which are read like all others.`] : []),
			...(padded.length > 0
				? [`The format of ${padded.join(', ')} shows leading zeros, so the numbers are read as text with them.`]
				: []),
		];
	}
}

function headerText(value: SourceValue | undefined): string {
	return value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '');
}
