import type { ChunkReader } from '../../columns/ChunkReader.ts';
import { hasBit } from '../../columns/bitmap.ts';
import type { ColumnStorage } from '../../columns/ColumnStorage.ts';
import type { CustomerRows } from './CustomerRows.ts';
import { numberChunks, readChunks } from './numberChunks.ts';
import type { RowPlaces } from './RowPlaces.ts';

/** The last row of each customer in the file goes to the place of the customer. */
export function lastRowPlaces({ groupOf, groups, customerOf }: CustomerRows): RowPlaces {
	const lastRow = new Int32Array(groups);
	const starts: number[] = [];
	let rows = 0;
	for (const part of groupOf) {
		for (let row = 0; row < part.length; row++) {
			if (part[row]! >= 0) {
				lastRow[part[row]!] = rows + row;
			}
		}
		starts.push(rows);
		rows += part.length;
	}
	let buffer = new Int32Array(0);
	return (chunk) => {
		const part = groupOf[chunk]!;
		const start = starts[chunk]!;
		buffer = buffer.length < part.length ? new Int32Array(part.length) : buffer;
		for (let row = 0; row < part.length; row++) {
			const group = part[row]!;
			buffer[row] = group >= 0 && lastRow[group] === start + row ? customerOf[group]! : -1;
		}
		return buffer.subarray(0, part.length);
	};
}

/** Finds columns that hold the same value in all rows of each customer. */
export class ConstantColumns {
	readonly #rows: CustomerRows;
	/** The value of each group. */
	readonly #known: Float64Array;

	constructor(rows: CustomerRows) {
		this.#rows = rows;
		this.#known = new Float64Array(rows.groups);
	}

	/** False for plain text columns, which are not looked at. */
	has(source: ChunkReader, column: number, storage: ColumnStorage): boolean {
		if (storage.kind === 'text') {
			return false;
		}
		const known = this.#known.fill(NaN);
		const { groupOf } = this.#rows;
		for (const { values, nulls, chunk } of numberChunks(readChunks(source, column), Float64Array)) {
			const part = groupOf[chunk]!;
			for (let row = 0; row < values.length; row++) {
				const group = part[row]!;
				if (group >= 0) {
					const value = nulls && hasBit(nulls, row) ? Infinity : values[row]!;
					const before = known[group]!;
					if (Number.isNaN(before)) {
						known[group] = value;
					} else if (before !== value) {
						return false;
					}
				}
			}
		}
		return true;
	}
}
