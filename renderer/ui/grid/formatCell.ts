import type { ColumnType } from '#shared/model/columnType.ts';

/**
 * A value of an Arrow page as text. Dates and moments are ISO, as rules write them; numbers carry no thousands separator,
 * since many of them are keys, and the decimal places of their column where that has some. No value is ''.
 */
export function formatCell(value: unknown, type: ColumnType, scale: number | null = null): string {
	if (value === null || value === undefined) {
		return '';
	}
	if (value instanceof Date) {
		return isoOf(value.getTime(), type);
	}
	if ((type === 'date' || type === 'timestamp') && (typeof value === 'number' || typeof value === 'bigint')) {
		return isoOf(Number(value), type);
	}
	if (typeof value === 'string') {
		return value;
	}
	if (typeof value === 'number' && scale !== null) {
		return value.toFixed(scale);
	}
	const isPlain = typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';
	return isPlain ? String(value) : (JSON.stringify(value) ?? '');
}

function isoOf(milliseconds: number, type: ColumnType): string {
	const date = new Date(milliseconds);
	if (Number.isNaN(date.getTime())) {
		return '';
	}
	const iso = date.toISOString();
	return type === 'date' ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ');
}
