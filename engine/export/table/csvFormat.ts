import { closeSync, openSync, writeSync } from 'node:fs';
import type { Column } from '../../columns/Column.ts';
import { delimitedText } from '../delimitedText.ts';
import { cellText, type CellSpelling } from './cellText.ts';
import type { SourceColumn } from './RowSource.ts';
import type { TableFormat, TableWriter } from './TableWriter.ts';

const ROWS_PER_WRITE = 10_000;
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Comma and point, as databases and programs read it (RFC 4180, lines end in a line feed). No value is an empty field, empty text
 * is `""`. Text that a spreadsheet would run as a formula gets a leading apostrophe; numbers are left as they are.
 */
export const csvFormat: TableFormat = {
	id: 'csv',
	open: (path, _, columns) =>
		new CsvWriter(path, columns, ',', '', { decimalMark: '.', instant: (iso) => iso, ...textSpelling(',') }),
};

/** The same with every text as it is, for databases: what rules say of it must stay true. */
export const plainCsvFormat: TableFormat = {
	id: 'csv',
	open: (path, _, columns) =>
		new CsvWriter(path, columns, ',', '', {
			decimalMark: '.',
			instant: (iso) => iso.replace('T', ' ').replace('Z', ''),
			empty: '',
			// Every database takes 1 and 0; not every one takes the words.
			booleans: ['0', '1'],
			text: (value) => (value === '' || /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value),
		}),
};

/** What German Excel opens by double click: semicolons, decimal commas, a byte order mark, moments without the letters of ISO 8601. */
export const csvSemicolonFormat: TableFormat = {
	id: 'csv-semicolon',
	open: (path, _, columns) =>
		new CsvWriter(path, columns, ';', BYTE_ORDER_MARK, {
			decimalMark: ',',
			instant: (iso) => iso.replace('T', ' ').replace('Z', '').replace('.', ','),
			...textSpelling(';'),
		}),
};

class CsvWriter implements TableWriter {
	private readonly file: number;
	private readonly delimiter: string;
	private readonly spelling: CellSpelling;

	constructor(
		path: string,
		columns: readonly SourceColumn[],
		delimiter: string,
		start: string,
		spelling: CellSpelling,
	) {
		this.file = openSync(path, 'wx');
		this.delimiter = delimiter;
		this.spelling = spelling;
		writeSync(this.file, `${start}${columns.map(({ name }) => spelling.text(name)).join(delimiter)}\n`);
	}

	write(columns: readonly Column[], rows: number): void {
		const cells = columns.map((column) => cellText(column, this.spelling));
		const last = cells.length - 1;
		for (let from = 0; from < rows; from += ROWS_PER_WRITE) {
			let text = '';
			for (let row = from; row < Math.min(rows, from + ROWS_PER_WRITE); row++) {
				for (let column = 0; column <= last; column++) {
					text += cells[column]!(row) + (column === last ? '\n' : this.delimiter);
				}
			}
			writeSync(this.file, text);
		}
	}

	finish(): readonly string[] {
		closeSync(this.file);
		return [];
	}

	abandon(): void {
		closeSync(this.file);
	}
}

function textSpelling(delimiter: string): Pick<CellSpelling, 'empty' | 'text'> {
	return { empty: '', text: (value) => (value === '' ? '""' : delimitedText(value, delimiter)) };
}
