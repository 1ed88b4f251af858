import { hasBit } from '../../columns/bitmap.ts';
import type { Column } from '../../columns/Column.ts';
import { cellOf } from '../../columns/cellOf.ts';

/** Orders of one customer up to which every pair of rows is compared. */
const FEW_EVENTS = 24;

/**
 * Which rows are the first line of an order of their customer, for order ids in any order. Those of customer c lie from
 * `offsets[c]` to `offsets[c + 1]`, less the first offset. A row without an order id is an order of its own.
 */
export function firstLinesOfClustered(orders: Column, offsets: Int32Array): Uint8Array {
	const isSame = equality(orders);
	const flags = new Uint8Array(orders.length);
	const start = offsets[0] ?? 0;
	for (let customer = 0; customer + 1 < offsets.length; customer++) {
		const from = offsets[customer]! - start;
		const to = offsets[customer + 1]! - start;
		if (to - from <= FEW_EVENTS) {
			for (let row = from; row < to; row++) {
				let earlier = from;
				while (earlier < row && !isSame(earlier, row)) {
					earlier++;
				}
				flags[row] = earlier === row ? 1 : 0;
			}
		} else {
			const seen = new Set<unknown>();
			for (let row = from; row < to; row++) {
				const order = cellOf(orders, row);
				flags[row] = order === null || !seen.has(order) ? 1 : 0;
				seen.add(order);
			}
		}
	}
	return flags;
}

function equality(column: Column): (a: number, b: number) => boolean {
	const { nulls } = column;
	const isValue = (row: number) => !nulls || !hasBit(nulls, row);
	if (column.kind === 'text') {
		const { offsets, bytes } = column;
		return (a, b) => {
			const [start, end] = [offsets[a]!, offsets[a + 1]!];
			const other = offsets[b]!;
			if (end - start !== offsets[b + 1]! - other || !isValue(a) || !isValue(b)) {
				return false;
			}
			for (let at = start; at < end; at++) {
				if (bytes[at] !== bytes[other + at - start]) {
					return false;
				}
			}
			return true;
		};
	}
	const values = column.kind === 'category' ? column.codes : column.values;
	return (a, b) => values[a] === values[b] && isValue(a) && isValue(b);
}
