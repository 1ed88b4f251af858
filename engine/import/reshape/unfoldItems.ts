import { emptyBitmap, hasBit, setBit } from '../../columns/bitmap.ts';
import type { Column, NumberColumn } from '../../columns/Column.ts';
import type { ShapeCounts } from './shapeCounts.ts';
import { columnOfField, pickedColumn, withMadeColumn, type ShapedTable } from './ShapedTable.ts';

const amountFields = ['revenue', 'cost', 'quantity', 'discount', 'unit_price'] as const;

/**
 * Rows that hold the items of an order beside each other become one line per item that holds anything, so that they count as if the
 * file had a row per line. An order without any item stays as one line. Amounts outside the items are those of the order and stand
 * on its first line alone; they go before those of the items, which would count the same money twice. Without a column for
 * the order, each row is one.
 */
export function unfoldItems(table: ShapedTable, counts: ShapeCounts): { table: ShapedTable; counts: ShapeCounts } {
	const { rows, mapping } = table;
	const items = (mapping.items ?? []).map((item) => columnsOfItem(table, item));
	const lineRow: number[] = [];
	const lineItem: number[] = [];
	for (let row = 0; row < rows; row++) {
		const before = lineRow.length;
		for (const [index, item] of items.entries()) {
			if (item.columns.some(({ nulls }) => nulls === null || !hasBit(nulls, row))) {
				lineRow.push(row);
				lineItem.push(index);
			}
		}
		if (lineRow.length === before) {
			lineRow.push(row);
			lineItem.push(-1);
		}
	}
	const from = Int32Array.from(lineRow);
	let lines: ShapedTable = {
		rows: from.length,
		columns: table.columns.map((column) => pickedColumn(column, from)),
		mapping,
	};
	if (mapping.fields['order_id'] === undefined) {
		const type = 'integer' as const;
		const order = {
			kind: 'number',
			type,
			length: from.length,
			nulls: null,
			values: from,
			scale: 0,
			isExact: true,
		} as const;
		lines = withMadeColumn(lines, 'order_id', order);
	}
	for (const field of amountFields) {
		const own = columnOfField(table, field)?.read();
		const parts = items.map(({ amounts }) => amounts.get(field) ?? null);
		if (own?.kind === 'number') {
			lines = withMadeColumn(lines, field, onFirstLine(own, from));
		} else if (parts.some((part) => part !== null)) {
			lines = withMadeColumn(lines, field, joined(parts, from, lineItem));
		}
	}
	return { table: lines, counts: { ...counts, kind: 'lines', made: from.length } };
}

/** Every column of an item, to see whether it is there, and its amounts by field. */
function columnsOfItem(table: ShapedTable, item: Readonly<Record<string, string>>) {
	const columns: Column[] = [];
	const amounts = new Map<string, NumberColumn>();
	for (const [field, name] of Object.entries(item)) {
		const column = table.columns.find((entry) => entry.name === name)?.read();
		if (column) {
			columns.push(column);
			if (column.kind === 'number') {
				amounts.set(field, column);
			}
		}
	}
	return { columns, amounts };
}

function onFirstLine(column: NumberColumn, from: Int32Array): NumberColumn {
	const nulls = emptyBitmap(from.length);
	const values = new Float64Array(from.length);
	let hasNulls = false;
	for (let line = 0; line < from.length; line++) {
		const row = from[line]!;
		if (column.nulls !== null && hasBit(column.nulls, row)) {
			setBit(nulls, line);
			hasNulls = true;
		} else {
			values[line] = line > 0 && from[line - 1] === row ? 0 : column.values[row]!;
		}
	}
	return { ...column, length: from.length, values, nulls: hasNulls ? nulls : null };
}

/** The amounts of all items in one column; in minor units of the finest of them, or as doubles where one of them is. */
function joined(parts: readonly (NumberColumn | null)[], from: Int32Array, lineItem: readonly number[]): NumberColumn {
	const known = parts.filter((part) => part !== null);
	const isExact = known.every((part) => part.isExact);
	const scale = isExact ? Math.max(...known.map((part) => part.scale)) : 0;
	const values = new Float64Array(from.length);
	const nulls = emptyBitmap(from.length);
	let hasNulls = false;
	for (let line = 0; line < from.length; line++) {
		const part = parts[lineItem[line]!] ?? null;
		const row = from[line]!;
		if (part === null || (part.nulls !== null && hasBit(part.nulls, row))) {
			setBit(nulls, line);
			hasNulls = true;
		} else {
			values[line] = isExact ? part.values[row]! * 10 ** (scale - part.scale) : part.values[row]! / 10 ** part.scale;
		}
	}
	const type = known.every((part) => part.type === 'integer') ? 'integer' : 'decimal';
	return { kind: 'number', type, length: from.length, nulls: hasNulls ? nulls : null, values, scale, isExact };
}
