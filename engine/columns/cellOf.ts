import { assertNever } from '#shared/base/assertNever.ts';
import type { Cell } from '#shared/model/columnType.ts';
import { hasBit } from './bitmap.ts';
import type { Column } from './Column.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** One value as it is shown and exported: dates `2025-12-31`, times `2025-12-31T23:59:59Z`. */
export function cellOf(column: Column, row: number): Cell {
	if (column.nulls && hasBit(column.nulls, row)) {
		return null;
	}
	switch (column.kind) {
		case 'number':
			return column.values[row]! / 10 ** column.scale;
		case 'date':
			return isoDate(column.values[row]!);
		case 'timestamp':
			return isoInstant(column.values[row]!);
		case 'boolean':
			return column.values[row] === 1;
		case 'category':
			return column.labels[column.codes[row]!]!;
		case 'text':
			return decoder.decode(column.bytes.slice(column.offsets[row], column.offsets[row + 1]));
		default:
			return assertNever(column);
	}
}

/** Days that were written before; a table has few thousand different ones, and millions of rows. */
const knownDays = new Map<number, string>();
const MAX_KNOWN_DAYS = 50_000;

/** ISO date of a day number. */
export function isoDate(day: number): string {
	const known = knownDays.get(day);
	if (known !== undefined) {
		return known;
	}
	const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
	if (knownDays.size < MAX_KNOWN_DAYS) {
		knownDays.set(day, text);
	}
	return text;
}

/** ISO 8601 in UTC, with milliseconds only where there are some. */
export function isoInstant(ms: number): string {
	return new Date(ms).toISOString().replace('.000Z', 'Z');
}
