import { assertNever } from '#shared/base/assertNever.ts';
import { hasBit } from '../../columns/bitmap.ts';
import { isoDate, isoInstant } from '../../columns/cellOf.ts';
import type { Column } from '../../columns/Column.ts';
import { cellReader } from './cellReader.ts';
import { placesText } from './cellText.ts';

/** Positions in `cellXfs` of the styles that sheetParts writes; decimals follow from DECIMAL on, one per number of places. */
export const STYLE = { plain: 0, header: 1, date: 2, instant: 3, quoted: 4, decimal: 4 } as const;
export const MAX_PLACES = 6;

const DAY_MS = 86_400_000;
const UNIX_EPOCH = 25_569;
/** 1 March 1900: before it, Excel's days are wrong or missing. */
const FIRST_SERIAL = 61;
const MAX_CHARACTERS = 32_767;
/** Excel keeps 15 digits; longer whole numbers are keys, so they are written as text. */
const MAX_NUMBER = 1e15;
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;

/** What a workbook could not hold as it was. */
export interface SheetLosses {
	cutTexts: number;
	textNumbers: number;
	earlyDates: number;
}

/**
 * A function that writes the cell of row after row: `reference` is its place, such as B7. Text is an inline string, which no program
 * runs as a formula; where it looks like one, it is marked as quoted, so that it stays text when somebody edits it.
 */
export function sheetCell(column: Column, losses: SheetLosses): (row: number, reference: string) => string {
	const write = valueCell(column, losses);
	const { nulls } = column;
	return nulls ? (row, reference) => (hasBit(nulls, row) ? '' : write(row, reference)) : write;
}

function valueCell(column: Column, losses: SheetLosses): (row: number, reference: string) => string {
	switch (column.kind) {
		case 'number': {
			const { values, scale } = column;
			const style = scale > 0 ? ` s="${STYLE.decimal + scale}"` : '';
			return (row, reference) => {
				const value = values[row]!;
				const text = scale > 0 ? placesText(value, scale, '.') : String(value);
				if (Math.abs(value) >= MAX_NUMBER && Number.isInteger(value) && column.isExact) {
					losses.textNumbers++;
					return textCell(text, reference, losses);
				}
				return `<c r="${reference}"${style}><v>${text}</v></c>`;
			};
		}
		case 'date':
			return (row, reference) => {
				const serial = column.values[row]! + UNIX_EPOCH;
				return serial >= FIRST_SERIAL
					? `<c r="${reference}" s="${STYLE.date}"><v>${serial}</v></c>`
					: earlyCell(isoDate(column.values[row]!), reference, losses);
			};
		case 'timestamp':
			return (row, reference) => {
				const serial = column.values[row]! / DAY_MS + UNIX_EPOCH;
				return serial >= FIRST_SERIAL
					? `<c r="${reference}" s="${STYLE.instant}"><v>${serial}</v></c>`
					: earlyCell(isoInstant(column.values[row]!), reference, losses);
			};
		case 'boolean':
			return (row, reference) => `<c r="${reference}" t="b"><v>${column.values[row]}</v></c>`;
		case 'category':
		case 'text': {
			const read = cellReader(column);
			return (row, reference) => textCell(String(read(row)), reference, losses);
		}
		default:
			return assertNever(column);
	}
}

function earlyCell(text: string, reference: string, losses: SheetLosses): string {
	losses.earlyDates++;
	return textCell(text, reference, losses);
}

export function textCell(value: string, reference: string, losses: SheetLosses, style: number = STYLE.plain): string {
	const isLong = value.length > MAX_CHARACTERS;
	losses.cutTexts += isLong ? 1 : 0;
	const text = isLong ? value.slice(0, MAX_CHARACTERS) : value;
	const own = FORMULA_START.test(text) ? STYLE.quoted : style;
	const mark = own === STYLE.plain ? '' : ` s="${own}"`;
	return `<c r="${reference}"${mark} t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

/** XML cannot hold control characters and lone surrogates: they stand as _x0001_, and text that reads like that is escaped itself. */
export function xmlText(text: string): string {
	return text
		.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll(/(?![\t\n])\p{Cc}|[\ufffe\uffff]|\p{Surrogate}/gu, (character) => {
			const code = character.charCodeAt(0);
			return `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`;
		});
}
