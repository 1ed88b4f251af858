import { counted } from '#shared/base/counted.ts';
import type { SourceValue } from '../TableReader.ts';
import { columnLetters } from './cellPlace.ts';
import type { SheetRow } from './SheetCells.ts';

/** Where the table of a sheet stands. */
export interface SheetTable {
	/** Rows at the start that belong to the title, out of those given. */
	readonly skipped: number;
	readonly hasHeader: boolean;
	readonly firstColumn: number;
	/** One past the last column. */
	readonly endColumn: number;
	readonly notes: readonly string[];
}

const HEADER_SEARCH_ROWS = 5;

/**
 * Finds the table by how many cells the first rows fill. Rows of a title fill one or two cells however wide the table is, merged ones
 * only their first; the header is the first row that fills more than half as many as most rows do, or soon after it an all-text row
 * that fills more. A row of the same kinds of values as the next one, not all of them text, is data: then there is no header.
 */
export function findTable(rows: readonly SheetRow[]): SheetTable {
	const filled = rows.map(({ cells }) => cells.filter((cell) => cell !== undefined).length);
	const usual = mostFrequent(filled);
	let skipped = Math.max(
		0,
		filled.findIndex((count) => count > usual / 2),
	);
	if ((filled[skipped] ?? 0) < usual * 0.75) {
		const better = filled
			.slice(skipped + 1, skipped + 1 + HEADER_SEARCH_ROWS)
			.findIndex((count, step) => count > (filled[skipped] ?? 0) && isHeaderLike(rows[skipped + 1 + step]));
		skipped += better + 1;
	}
	const table = rows.slice(skipped);
	const header = table[0];
	const hasHeader = header !== undefined && !isData(header, table[1]);
	const { firstColumn, endColumn } = columnsOf(hasHeader ? header : undefined, table);
	return { skipped, hasHeader, firstColumn, endColumn, notes: notesOf(rows, skipped, header, firstColumn) };
}

/**
 * The columns of the header and those that touch them; without a header, all that hold a value. What stands apart from the table
 * behind an empty column is no part of it.
 */
function columnsOf(
	header: SheetRow | undefined,
	rows: readonly SheetRow[],
): { readonly firstColumn: number; readonly endColumn: number } {
	const isFilled = new Set<number>();
	for (const { cells } of header ? [header] : rows) {
		cells.forEach((_, column) => isFilled.add(column));
	}
	let firstColumn = Math.min(...isFilled);
	let endColumn = Math.max(...isFilled) + 1;
	for (const { cells } of rows) {
		cells.forEach((_, column) => isFilled.add(column));
	}
	while (isFilled.has(firstColumn - 1)) {
		firstColumn--;
	}
	while (isFilled.has(endColumn)) {
		endColumn++;
	}
	return { firstColumn, endColumn };
}

function notesOf(
	rows: readonly SheetRow[],
	skipped: number,
	header: SheetRow | undefined,
	firstColumn: number,
): string[] {
	const title = rows
		.slice(0, skipped)
		.flatMap(({ cells }) => cells.filter((cell) => cell !== undefined))
		.map(textOf)
		.join(' ');
	const shown = title.length > 80 ? `${title.slice(0, 79)}…` : title;
	const titleNote = `${counted(skipped, 'row')} above the table ${skipped === 1 ? 'was' : 'were'} taken as its title and skipped: "${shown}". The table begins in row ${header?.row ?? 1}.`;
	const emptyNote = `The table begins in row ${header?.row ?? 1}; the rows above are empty.`;
	return [
		...(skipped > 0 ? [titleNote] : header && header.row > 1 ? [emptyNote] : []),
		...(firstColumn > 0
			? [`The table begins in column ${columnLetters(firstColumn)}; the columns before are empty.`]
			: []),
	];
}

function textOf(value: SourceValue | undefined): string {
	return value instanceof Date ? value.toISOString() : String(value ?? '');
}

/** The most frequent count, the larger where two are equally frequent. */
function mostFrequent(counts: readonly number[]): number {
	const times = new Map<number, number>();
	for (const count of counts) {
		times.set(count, (times.get(count) ?? 0) + 1);
	}
	return [...times].reduce(
		(best, entry) => (entry[1] > best[1] || (entry[1] === best[1] && entry[0] > best[0]) ? entry : best),
		[0, 0] as const,
	)[0];
}

function isHeaderLike(row: SheetRow | undefined): boolean {
	const cells = (row?.cells ?? []).filter((cell) => cell !== undefined);
	return cells.length > 0 && cells.every((cell) => typeof cell === 'string') && new Set(cells).size === cells.length;
}

function isData(row: SheetRow, next: SheetRow | undefined): boolean {
	const kinds = Array.from(row.cells, (cell) => (isYear(cell) ? 'year' : kindOf(cell)));
	// Years beside texts are headers; a table of texts and one year in each row is not told from it.
	if (kinds.some((kind) => kind === 'text') && kinds.filter((kind) => kind === 'year').length > 1 && areRising(row)) {
		return false;
	}
	const isSame =
		next !== undefined &&
		kinds.every((kind, column) => kind === '' || (kind === 'year' ? 'number' : kind) === kindOf(next.cells[column]));
	return isSame && kinds.some((kind) => kind !== '' && kind !== 'text');
}

function isYear(value: SourceValue | undefined): boolean {
	return typeof value === 'number' && Number.isInteger(value) && value >= 1900 && value < 2100;
}

/** Whether the years of a row follow one another, as those over columns do. */
function areRising({ cells }: SheetRow): boolean {
	const years = cells.filter((cell) => typeof cell === 'number' && isYear(cell)).map(Number);
	return years.every((year, at) => at === 0 || Math.abs(year - years[at - 1]!) === 1);
}

/** Days are ISO texts, so text that reads like a day is one. */
function kindOf(value: SourceValue | undefined): string {
	if (value === undefined || value === null) {
		return '';
	}
	if (typeof value === 'string') {
		return /^\d{4}-\d{2}-\d{2}$/.test(value) ? 'date' : 'text';
	}
	return value instanceof Date ? 'date' : typeof value === 'bigint' ? 'number' : typeof value;
}
