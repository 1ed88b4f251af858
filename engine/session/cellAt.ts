import { assertNever } from '#shared/base/assertNever.ts';
import type { Cell } from '#shared/model/columnType.ts';
import type { Column } from '../columns/Column.ts';

const MS_PER_DAY = 86_400_000;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** One value as it is shown: numbers in major units, dates and timestamps as ISO text, null for "no value". */
export function cellAt(column: Column, row: number): Cell {
	if (column.nulls !== null && (column.nulls[row >>> 5]! >>> (row & 31)) & 1) {
		return null;
	}
	switch (column.kind) {
		case 'number':
			return column.values[row]! / 10 ** column.scale;
		case 'date':
			return new Date(column.values[row]! * MS_PER_DAY).toISOString().slice(0, 10);
		case 'timestamp':
			return new Date(column.values[row]!).toISOString();
		case 'boolean':
			return column.values[row] === 1;
		case 'category':
			return column.labels[column.codes[row]!] ?? null;
		case 'text':
			// Decoders refuse shared memory, hence the copy.
			return decoder.decode(column.bytes.slice(column.offsets[row], column.offsets[row + 1]));
		default:
			return assertNever(column);
	}
}
