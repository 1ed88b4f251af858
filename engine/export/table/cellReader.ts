import { assertNever } from '#shared/base/assertNever.ts';
import type { Cell } from '#shared/model/columnType.ts';
import { isoDate, isoInstant } from '../../columns/cellOf.ts';
import type { Column, DateColumn, TextColumn } from '../../columns/Column.ts';

/** Days differ far less than rows do. */
const KEPT_DAYS = 50_000;

/** Like cellOf for row after row of one column, and several times as fast; rows without a value are the caller's to see. */
export function cellReader(column: Column): (row: number) => Cell {
	switch (column.kind) {
		case 'number': {
			const divisor = 10 ** column.scale;
			return (row) => column.values[row]! / divisor;
		}
		case 'date':
			return dayReader(column);
		case 'timestamp':
			return (row) => isoInstant(column.values[row]!);
		case 'boolean':
			return (row) => column.values[row] === 1;
		case 'category':
			return (row) => column.labels[column.codes[row]!]!;
		case 'text':
			return textReader(column);
		default:
			return assertNever(column);
	}
}

export function textReader({ bytes, offsets }: TextColumn): (row: number) => string {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return (row) => buffer.toString('utf8', offsets[row], offsets[row + 1]);
}

export function dayReader({ values }: DateColumn): (row: number) => string {
	const days = new Map<number, string>();
	return (row) => {
		const day = values[row]!;
		let text = days.get(day);
		if (text === undefined) {
			text = isoDate(day);
			if (days.size < KEPT_DAYS) {
				days.set(day, text);
			}
		}
		return text;
	};
}
