import { assertNever } from '#shared/base/assertNever.ts';
import { hasBit } from '../../columns/bitmap.ts';
import { isoInstant } from '../../columns/cellOf.ts';
import type { Column } from '../../columns/Column.ts';
import { dayReader, textReader } from './cellReader.ts';

/** How values of each kind are spelled; text comes as it is. */
export interface CellSpelling {
	readonly decimalMark: '.' | ',';
	readonly empty: string;
	/** False and true; `false` and `true` where absent. */
	readonly booleans?: readonly [no: string, yes: string];
	text(value: string): string;
	instant(iso: string): string;
}

/** A function that spells row after row of a column. Exact decimals keep all their places: 12.50, not 12.5. */
export function cellText(column: Column, spelling: CellSpelling): (row: number) => string {
	const spell = valueText(column, spelling);
	const { nulls } = column;
	return nulls ? (row) => (hasBit(nulls, row) ? spelling.empty : spell(row)) : spell;
}

function valueText(column: Column, spelling: CellSpelling): (row: number) => string {
	switch (column.kind) {
		case 'number':
			return column.scale > 0
				? (row) => placesText(column.values[row]!, column.scale, spelling.decimalMark)
				: (row) => String(column.values[row]!).replace('.', spelling.decimalMark);
		case 'date':
			return dayReader(column);
		case 'timestamp':
			return (row) => spelling.instant(isoInstant(column.values[row]!));
		case 'boolean': {
			const [no, yes] = spelling.booleans ?? ['false', 'true'];
			return (row) => (column.values[row] === 1 ? yes : no);
		}
		case 'category': {
			const labels = column.labels.map((label) => spelling.text(label));
			return (row) => labels[column.codes[row]!]!;
		}
		case 'text': {
			const read = textReader(column);
			return (row) => spelling.text(read(row));
		}
		default:
			return assertNever(column);
	}
}

/** A whole number of minor units with its decimal places. */
export function placesText(minor: number, scale: number, mark: '.' | ','): string {
	const digits = String(Math.abs(minor)).padStart(scale + 1, '0');
	const point = digits.length - scale;
	return `${minor < 0 ? '-' : ''}${digits.slice(0, point)}${mark}${digits.slice(point)}`;
}
