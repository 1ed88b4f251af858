import { hasBit } from '../../columns/bitmap.ts';
import type { ChunkReader } from '../../columns/ChunkReader.ts';
import type { Column } from '../../columns/Column.ts';
import type { ColumnStorage } from '../../columns/ColumnStorage.ts';
import { cellOf } from '../../columns/cellOf.ts';
import { numberChunks, readChunks } from './numberChunks.ts';

/** Orders of one customer up to which every pair of rows is compared. */
const FEW_EVENTS = 24;

/** Whether order ids rise from row to row, so that each row is an order of its own. False says nothing. */
export function areOrdersRising(source: ChunkReader, column: number, storage: ColumnStorage): boolean {
	if (storage.kind !== 'number') {
		return false;
	}
	let previous = -Infinity;
	for (const { values, nulls } of numberChunks(readChunks(source, column), Float64Array)) {
		if (nulls || !isRising(values, previous)) {
			return false;
		}
		previous = values.at(-1) ?? previous;
	}
	return true;
}

function isRising(values: Float64Array, before: number): boolean {
	let previous = before;
	for (let row = 0; row < values.length; row++) {
		if (values[row]! <= previous) {
			return false;
		}
		previous = values[row]!;
	}
	return true;
}

/**
 * Which rows are the first line of an order of their customer, in file order, for files sorted by numeric order id: one look
 * at the row before decides. Null when the file is not sorted so, or an order has rows of several customers.
 */
export function firstLinesOfSorted(
	source: ChunkReader,
	column: number,
	storage: ColumnStorage,
	groupOf: Int32Array,
): Uint8Array | null {
	if (storage.kind !== 'number') {
		return null;
	}
	const flags = new Uint8Array(groupOf.length);
	let previous = -Infinity;
	let previousGroup = -1;
	for (const { values, nulls, at } of numberChunks(readChunks(source, column), Float64Array)) {
		if (nulls) {
			return null;
		}
		for (let row = 0; row < values.length; row++) {
			const order = values[row]!;
			const group = groupOf[at + row]!;
			if (order < previous || (order === previous && group !== previousGroup)) {
				return null;
			}
			flags[at + row] = order === previous ? 0 : 1;
			previous = order;
			previousGroup = group;
		}
	}
	return flags;
}

/**
 * The same for clustered order ids in any order. A row without an order id is an order of its own.
 */
export function firstLinesOfClustered(orders: Column, offsets: Int32Array): Uint8Array {
	const isSame = equality(orders);
	const flags = new Uint8Array(new SharedArrayBuffer(orders.length));
	for (let customer = 0; customer + 1 < offsets.length; customer++) {
		const from = offsets[customer]!;
		const to = offsets[customer + 1]!;
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
