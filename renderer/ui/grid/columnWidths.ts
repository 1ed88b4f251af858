import { formatCell } from './formatCell.ts';
import { PAGE_ROWS, type GridColumn, type GridPages } from './GridPages.ts';

const CHARACTER_WIDTH = 7.2;
const PADDING = 20;
const HEADER_CHARACTER_WIDTH = 8.2;
const HEADER_ICON = 24;
const MIN_WIDTH = 72;
const MAX_WIDTH = 320;
const MIN_CHOSEN_WIDTH = 40;
const MAX_CHOSEN_WIDTH = 1200;

/** Widths in pixels that hold the headers and what the first page shows. */
export function columnWidths(columns: readonly GridColumn[], pages: GridPages): readonly number[] {
	const rows = Math.min(pages.total, PAGE_ROWS);
	return columns.map(({ name, type }, column) => {
		let longest = 0;
		for (let row = 0; row < rows; row++) {
			longest = Math.max(longest, formatCell(pages.cell(row, column), type, pages.scales[column]).length);
		}
		const header = name.length * HEADER_CHARACTER_WIDTH + HEADER_ICON;
		const wanted = Math.max(header, longest * CHARACTER_WIDTH) + PADDING;
		return Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, wanted)));
	});
}

/** A width that a user asks for, kept between what can still be seen and what fits a screen. */
export function clampedWidth(width: number): number {
	return Math.round(Math.min(MAX_CHOSEN_WIDTH, Math.max(MIN_CHOSEN_WIDTH, width)));
}
