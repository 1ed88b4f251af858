import { assertNever } from '#shared/base/assertNever.ts';
import type { Cell } from '#shared/model/columnType.ts';
import { isoDate, isoInstant } from '../columns/cellOf.ts';
import type { ColumnStorage } from '../columns/ColumnStorage.ts';

/** A stored number as a cell: minor units become major units, days and milliseconds ISO text. */
export function columnValue(stored: number, { kind, scale }: ColumnStorage): Cell {
	switch (kind) {
		case 'number':
			return stored / 10 ** scale;
		case 'date':
			return isoDate(stored);
		case 'timestamp':
			return isoInstant(stored);
		case 'boolean':
			return stored === 1;
		case 'category':
		case 'text':
			throw new Error('Text is not stored as numbers');
		default:
			return assertNever(kind);
	}
}

/** The other way, for limits that come from a screen; may lie between two stored values. NaN for what is no such value. */
export function storedValue(value: number | string, { kind, scale }: ColumnStorage): number {
	switch (kind) {
		case 'number':
			return typeof value === 'number' ? value * 10 ** scale : Number.NaN;
		case 'date':
			return typeof value === 'string' ? Date.parse(value) / 86_400_000 : Number.NaN;
		case 'timestamp':
			return typeof value === 'string' ? Date.parse(value) : Number.NaN;
		case 'boolean':
			return typeof value === 'number' ? value : Number.NaN;
		case 'category':
		case 'text':
			return Number.NaN;
		default:
			return assertNever(kind);
	}
}
