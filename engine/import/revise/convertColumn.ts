import { hasBit } from '../../columns/bitmap.ts';
import { cellOf } from '../../columns/cellOf.ts';
import type { Column, TextColumn } from '../../columns/Column.ts';
import type { TargetStorage } from './targetStorage.ts';

const MS_PER_DAY = 86_400_000;
const encoder = new TextEncoder();

/** A column in another, wider form; see targetStorage. Categories and text are left as they are. */
export function convertColumn(column: Column, target: TargetStorage): Column {
	const isText = column.kind === 'category' || column.kind === 'text';
	if (target.kind === 'category' || target.kind === 'text') {
		return isText ? column : asText(column);
	}
	if (column.kind === 'number' && target.kind === 'number') {
		return rescale(column, target);
	}
	if (column.kind === 'date' && target.kind === 'timestamp') {
		const values = Float64Array.from(column.values, (day) => day * MS_PER_DAY);
		return { kind: 'timestamp', type: 'timestamp', length: column.length, values, nulls: column.nulls };
	}
	return column;
}

function rescale(column: Extract<Column, { kind: 'number' }>, { type, scale, isExact }: TargetStorage): Column {
	if (column.scale === scale && column.isExact === isExact) {
		return column;
	}
	const factor = isExact ? 10 ** (scale - column.scale) : 1 / 10 ** column.scale;
	const divisor = 10 ** column.scale;
	const values = Float64Array.from(column.values, (value) => (isExact ? value * factor : value / divisor));
	return { ...column, type: type === 'integer' ? 'integer' : 'decimal', values, scale, isExact };
}

function asText(column: Column): TextColumn {
	const parts: Uint8Array[] = [];
	const offsets = new Int32Array(column.length + 1);
	for (let row = 0; row < column.length; row++) {
		const isNull = column.nulls !== null && hasBit(column.nulls, row);
		const bytes = isNull ? null : encoder.encode(String(cellOf(column, row)));
		if (bytes) {
			parts.push(bytes);
		}
		offsets[row + 1] = offsets[row]! + (bytes?.length ?? 0);
	}
	const bytes = new Uint8Array(offsets[column.length]!);
	let at = 0;
	for (const part of parts) {
		bytes.set(part, at);
		at += part.length;
	}
	return { kind: 'text', type: 'text', length: column.length, offsets, bytes, nulls: column.nulls };
}
