import { counted } from '#shared/base/counted.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { cellOf } from '../../columns/cellOf.ts';
import type { Column } from '../../columns/Column.ts';
import { sheetCell, STYLE, textCell, type SheetLosses } from './sheetCell.ts';
import { SHEET_END, sheetName, sheetStart, workbookParts } from './sheetParts.ts';
import type { SourceColumn } from './RowSource.ts';
import type { TableFormat, TableWriter } from './TableWriter.ts';
import { MAX_ENTRY_BYTES, ZipWriter } from './ZipWriter.ts';

export const MAX_SHEET_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;
const ROWS_PER_WRITE = 2000;
const ROWS_FOR_WIDTH = 200;
const MIN_WIDTH = 8;
const MAX_WIDTH = 60;

/** A workbook with typed cells, the header frozen and in bold. Rows beyond the size of a sheet go to further sheets. */
export const xlsxFormat: TableFormat = {
	id: 'xlsx',
	open: (path, name, columns) => new XlsxWriter(path, name, columns, MAX_SHEET_ROWS),
};

export class XlsxWriter implements TableWriter {
	private readonly zip: ZipWriter;
	private readonly name: string;
	private readonly columns: readonly SourceColumn[];
	private readonly letters: readonly string[];
	private readonly maxRows: number;
	private readonly sheets: string[] = [];
	private readonly losses: SheetLosses = { cutTexts: 0, textNumbers: 0, earlyDates: 0 };
	private widths: readonly number[] | null = null;
	/** Last row of the sheet that is being written. */
	private row = 0;

	/** `maxRows` of a sheet, its header included. Throws `data` for more columns than a sheet has. */
	constructor(path: string, name: string, columns: readonly SourceColumn[], maxRows: number) {
		if (columns.length > MAX_COLUMNS) {
			throw new EngineError(
				'data',
				`A sheet has at most ${MAX_COLUMNS.toLocaleString('en')} columns, and there are ${columns.length.toLocaleString('en')}. Choose columns, or export to Parquet or CSV.`,
			);
		}
		this.zip = new ZipWriter(path);
		this.name = name;
		this.columns = columns;
		this.letters = columns.map((_, index) => lettersOf(index));
		this.maxRows = maxRows;
	}

	async write(columns: readonly Column[], rows: number): Promise<void> {
		this.widths ??= columns.map((column, index) => widthOf(column, this.columns[index]!.name, rows));
		const cells = columns.map((column) => sheetCell(column, this.losses));
		for (let from = 0; from < rows;) {
			if (this.sheets.length === 0 || this.row >= this.maxRows || this.zip.entryBytes > MAX_ENTRY_BYTES * 0.9) {
				await this.beginSheet();
			}
			const end = Math.min(rows, from + ROWS_PER_WRITE, from + this.maxRows - this.row);
			let text = '';
			for (; from < end; from++) {
				this.row++;
				text += `<row r="${this.row}">`;
				for (let column = 0; column < cells.length; column++) {
					text += cells[column]!(from, `${this.letters[column]}${this.row}`);
				}
				text += '</row>';
			}
			await this.zip.write(text);
		}
	}

	async finish(): Promise<readonly string[]> {
		if (this.sheets.length === 0) {
			this.widths = this.columns.map(({ name }) => clampedWidth(name.length));
			await this.beginSheet();
		}
		await this.endSheet();
		for (const [name, content] of Object.entries(workbookParts(this.sheets))) {
			this.zip.begin(name);
			await this.zip.write(content);
			await this.zip.end();
		}
		this.zip.finish();
		return this.notes();
	}

	abandon(): void {
		this.zip.abandon();
	}

	private async beginSheet(): Promise<void> {
		if (this.sheets.length > 0) {
			await this.endSheet();
		}
		this.sheets.push(sheetName(this.name, this.sheets.length + 1));
		this.zip.begin(`xl/worksheets/sheet${this.sheets.length}.xml`);
		const cells = this.columns.map(({ name }, index) =>
			textCell(name, `${this.letters[index]}1`, this.losses, STYLE.header),
		);
		await this.zip.write(`${sheetStart(this.widths ?? [])}<row r="1">${cells.join('')}</row>`);
		this.row = 1;
	}

	private async endSheet(): Promise<void> {
		await this.zip.write(SHEET_END);
		await this.zip.end();
	}

	private notes(): string[] {
		const { cutTexts, textNumbers, earlyDates } = this.losses;
		return [
			...(this.sheets.length > 1
				? [
						`A sheet holds ${(this.maxRows - 1).toLocaleString('en')} rows, so the rows stand on ${this.sheets.length} sheets: ${this.sheets.join(', ')}.`,
					]
				: []),
			...(cutTexts > 0 ? [`Cut to the 32,767 characters that a cell holds: ${counted(cutTexts, 'text')}.`] : []),
			...(textNumbers > 0
				? [`Written as text, because Excel keeps 15 digits of a number: ${counted(textNumbers, 'number')}.`]
				: []),
			...(earlyDates > 0
				? [`Written as text, because Excel knows no dates before March 1900: ${counted(earlyDates, 'date')}.`]
				: []),
		];
	}
}

/** Wide enough for the header and the first rows. */
function widthOf(column: Column, name: string, rows: number): number {
	let longest = name.length;
	for (let row = 0; row < Math.min(rows, ROWS_FOR_WIDTH); row++) {
		longest = Math.max(longest, String(cellOf(column, row) ?? '').length);
	}
	return clampedWidth(longest);
}

function clampedWidth(characters: number): number {
	return Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, characters + 2));
}

function lettersOf(column: number): string {
	let letters = '';
	for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
		letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
	}
	return letters;
}
