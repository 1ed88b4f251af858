import { emptyBitmap, hasBit, setBit } from '../../columns/bitmap.ts';
import type { BooleanColumn, Column, NumberColumn } from '../../columns/Column.ts';
import { columnOfField, withMadeColumn, type ShapedTable } from './ShapedTable.ts';

const MAX_SCALE = 6;

/** Revenue of a row as price of one unit times quantity, where no column holds it. Missing where either is. */
export function withRevenue(table: ShapedTable): ShapedTable {
	const price = columnOfField(table, 'unit_price')?.read();
	const quantity = columnOfField(table, 'quantity')?.read();
	return price?.kind === 'number' && quantity?.kind === 'number'
		? withMadeColumn(table, 'revenue', product(price, quantity))
		: table;
}

/** Delivery where only failure is known: whatever did not bounce arrived. */
export function withDelivered(table: ShapedTable): ShapedTable {
	const bounced = columnOfField(table, 'bounced')?.read();
	return bounced ? withMadeColumn(table, 'delivered', opposite(bounced)) : table;
}

function product(left: NumberColumn, right: NumberColumn): NumberColumn {
	const length = left.length;
	const scale = left.scale + right.scale;
	const isExact = left.isExact && right.isExact && scale <= MAX_SCALE;
	const values = new Float64Array(length);
	const nulls = emptyBitmap(length);
	let hasNulls = false;
	for (let row = 0; row < length; row++) {
		if ((left.nulls !== null && hasBit(left.nulls, row)) || (right.nulls !== null && hasBit(right.nulls, row))) {
			setBit(nulls, row);
			hasNulls = true;
		} else {
			const value = left.values[row]! * right.values[row]!;
			values[row] = isExact ? value : value / 10 ** scale;
		}
	}
	return {
		kind: 'number',
		type: 'decimal',
		length,
		values,
		nulls: hasNulls ? nulls : null,
		scale: isExact ? scale : 0,
		isExact,
	};
}

/** As in a flag of the frame: true, above 0, or a date that is there. */
function opposite(column: Column): BooleanColumn {
	const values = new Uint8Array(column.length);
	for (let row = 0; row < column.length; row++) {
		const isMissing = column.nulls !== null && hasBit(column.nulls, row);
		const isSet =
			!isMissing && (column.kind === 'boolean' || column.kind === 'number' ? column.values[row]! > 0 : true);
		values[row] = isSet ? 0 : 1;
	}
	return { kind: 'boolean', type: 'boolean', length: column.length, nulls: null, values };
}
