import { EngineError } from '#shared/protocol/envelope.ts';
import { hasBit } from '../../columns/bitmap.ts';
import type { BooleanColumn, Column, DateColumn, NumberColumn, TimestampColumn } from '../../columns/Column.ts';
import type { Frame } from '../../frame/Frame.ts';

/** Columns whose values have distances. */
export type DistanceColumn = NumberColumn | DateColumn | TimestampColumn | BooleanColumn;

/** Throws `data` where there is no such field, or its values have no distances. */
export function distanceColumn(frame: Frame, name: string): DistanceColumn {
	const column = frame.columns.get(name);
	if (!column) {
		throw new EngineError('data', `There is no field “${name}”. Choose one of the fields of the customers.`);
	}
	if (!hasDistances(column)) {
		throw new EngineError(
			'data',
			`The field “${name}” is text, and texts have no distances. Choose numbers, dates or yes-or-no fields.`,
		);
	}
	return column;
}

export function hasDistances(column: Column): column is DistanceColumn {
	return column.kind !== 'category' && column.kind !== 'text';
}

export interface BaseRows {
	/** Rows of the base with a value in every column. */
	readonly complete: Int32Array;
	readonly incomplete: Int32Array;
}

export function completeRows(base: Uint8Array, columns: readonly DistanceColumn[]): BaseRows {
	const nullable = columns.map(({ nulls }) => nulls).filter((nulls) => nulls !== null);
	const complete = new Int32Array(base.length);
	const incomplete = new Int32Array(nullable.length === 0 ? 0 : base.length);
	let count = 0;
	let others = 0;
	for (let row = 0; row < base.length; row++) {
		if (base[row] === 1) {
			if (nullable.some((nulls) => hasBit(nulls, row))) {
				incomplete[others++] = row;
			} else {
				complete[count++] = row;
			}
		}
	}
	return { complete: complete.slice(0, count), incomplete: incomplete.slice(0, others) };
}

/** The values of some rows in the field's own unit: 1 and 0 for yes and no, days for dates, milliseconds for moments. */
export function rawValues(column: DistanceColumn, rows: Int32Array): Float64Array {
	const unit = column.kind === 'number' ? 10 ** column.scale : 1;
	const values = new Float64Array(rows.length);
	for (let place = 0; place < rows.length; place++) {
		values[place] = column.values[rows[place]!]! / unit;
	}
	return values;
}
