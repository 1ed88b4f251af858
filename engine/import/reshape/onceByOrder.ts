import { emptyBitmap, hasBit, setBit } from '../../columns/bitmap.ts';
import type { NumberColumn } from '../../columns/Column.ts';
import { IntegerKeys } from '../../columns/IntegerKeys.ts';
import { groupKeys, type KeyGroups } from './groupKeys.ts';
import type { ShapeCounts } from './shapeCounts.ts';
import { columnOfField, pickedColumn, withMadeColumn, type ShapedTable } from './ShapedTable.ts';

/** What the lines of an order have in common, for exports that say it on the first line only. */
const orderFields = ['customer_id', 'date'] as const;

/**
 * Amounts of whole orders count once: on the first line of the order that has one; the order's other lines have 0. Lines without
 * a customer or date take those of their order's first line that has them. Orders of the same number but of different customers are
 * different orders.
 */
export function onceByOrder(table: ShapedTable, counts: ShapeCounts): { table: ShapedTable; counts: ShapeCounts } {
	const orders = groupKeys(columnOfField(table, 'order_id')?.read() ?? null, table.rows);
	let shaped = table;
	let filledLines = 0;
	for (const field of orderFields) {
		const filled = filledDown(shaped, field, orders);
		shaped = filled.table;
		filledLines += filled.lines;
	}
	const customers = groupKeys(columnOfField(shaped, 'customer_id')?.read() ?? null, table.rows);
	const own = customersOrders(orders, customers);
	const perOrder: ShapeCounts['perOrder'] = [];
	for (const field of table.mapping.perOrder ?? []) {
		const column = columnOfField(shaped, field)?.read();
		if (column?.kind === 'number') {
			const once = countedOnce(column, own);
			shaped = withMadeColumn(shaped, field, once.column);
			perOrder.push({ field, lines: once.lines, conflicts: once.conflicts });
		}
	}
	return { table: shaped, counts: { ...counts, perOrder, filledLines } };
}

function filledDown(table: ShapedTable, field: string, orders: KeyGroups) {
	const column = columnOfField(table, field);
	const nulls = column?.read().nulls ?? null;
	if (!column || nulls === null) {
		return { table, lines: 0 };
	}
	const firstWith = new Int32Array(orders.count).fill(-1);
	const from = Int32Array.from({ length: table.rows }, (_, row) => row);
	let lines = 0;
	for (let row = 0; row < table.rows; row++) {
		const order = orders.of[row]!;
		if (order < 0) {
			continue;
		}
		if (!hasBit(nulls, row)) {
			firstWith[order] = firstWith[order] === -1 ? row : firstWith[order]!;
		} else if (firstWith[order]! >= 0) {
			from[row] = firstWith[order]!;
			lines++;
		}
	}
	const columns = table.columns.map((entry) => (entry.name === column.name ? pickedColumn(entry, from) : entry));
	return { table: { ...table, columns }, lines };
}

function customersOrders(orders: KeyGroups, customers: KeyGroups): KeyGroups {
	const pairs = new IntegerKeys();
	const of = new Int32Array(orders.of.length).fill(-1);
	let count = 0;
	for (let row = 0; row < of.length; row++) {
		if (orders.of[row]! >= 0) {
			// Below 2^53: neither number exceeds the number of rows.
			const pair = (customers.of[row]! + 1) * orders.count + orders.of[row]!;
			const known = pairs.find(pair);
			of[row] = known < 0 ? count : known;
			if (known < 0) {
				pairs.add(pair, count++);
			}
		}
	}
	return { of, count };
}

function countedOnce(column: NumberColumn, orders: KeyGroups) {
	const values = column.values.slice();
	const counted = new Float64Array(orders.count).fill(NaN);
	const isOdd = new Uint8Array(orders.count);
	let lines = 0;
	const isMissing = (row: number) => column.nulls !== null && hasBit(column.nulls, row);
	for (let row = 0; row < column.length; row++) {
		const order = orders.of[row]!;
		if (order < 0 || isMissing(row)) {
			continue;
		}
		if (Number.isNaN(counted[order]!)) {
			counted[order] = column.values[row]!;
		} else {
			// 0 on a further line says that the amount stands on the first.
			isOdd[order]! |= column.values[row] !== 0 && column.values[row] !== counted[order] ? 1 : 0;
			values[row] = 0;
			lines++;
		}
	}
	const nulls = emptyBitmap(column.length);
	let hasNulls = false;
	for (let row = 0; row < column.length; row++) {
		const order = orders.of[row]!;
		if (isMissing(row)) {
			values[row] = 0;
			if (order < 0 || Number.isNaN(counted[order]!)) {
				setBit(nulls, row);
				hasNulls = true;
			}
		}
	}
	const conflicts = isOdd.reduce((sum, odd) => sum + odd, 0);
	return { column: { ...column, values, nulls: hasNulls ? nulls : null }, lines, conflicts };
}
