import type { ByteRoom } from '../../columns/byteRoom.ts';
import type { EncodedValues } from '../../columns/encodeChunk.ts';
import type { LabelBytes } from '../../columns/dictionary.ts';
import type { Bitmap } from '../../columns/Column.ts';
import type { FieldBlock } from './FieldBlock.ts';

export interface WrittenColumn extends EncodedValues {
	/** Labels of the codes, for category columns. The codes count from 0 in order of first appearance in the morsel. */
	readonly labels: LabelBytes | null;
}

/** Turns the fields of one column into values, block by block, for one morsel at a time. */
export interface ColumnWriter {
	/** Appends the column's field of every record of the block; the first one is row `firstRow` of the morsel. */
	write(block: FieldBlock, firstRow: number): void;
	/** Takes out the given rows, ascending, of the `rows` written. */
	drop(dropped: Int32Array, rows: number): void;
	isNull(row: number): boolean;
	/** Encodes the rows into `room` and makes the writer ready for the next morsel. */
	finish(rows: number, room: ByteRoom): WrittenColumn;
}

/** Null bits of the morsel under way; allocated with the first null. */
export class NullRows {
	bitmap: Bitmap | null = null;

	add(row: number): void {
		const word = row >>> 5;
		if (!this.bitmap || word >= this.bitmap.length) {
			const grown = new Uint32Array(Math.max(1024, word * 2 + 1));
			grown.set(this.bitmap ?? []);
			this.bitmap = grown;
		}
		this.bitmap[word]! |= 1 << (row & 31);
	}

	has(row: number): boolean {
		const word = this.bitmap?.[row >>> 5] ?? 0;
		return ((word >>> (row & 31)) & 1) === 1;
	}

	drop(dropped: Int32Array, rows: number): void {
		const before = this.bitmap;
		if (before) {
			this.bitmap = null;
			eachKept(dropped, rows, (from, to) => {
				if ((((before[from >>> 5] ?? 0) >>> (from & 31)) & 1) === 1) {
					this.add(to);
				}
			});
		}
	}

	/** The bits of `rows` rows, null when there are none; empties this. */
	take(rows: number): Bitmap | null {
		const taken = this.bitmap;
		this.bitmap = null;
		if (!taken) {
			return null;
		}
		const exact = new Uint32Array((rows + 31) >>> 5);
		exact.set(taken.subarray(0, exact.length));
		return exact;
	}
}

/** Calls `keep` with the old and the new place of every row that is not dropped. */
export function eachKept(dropped: Int32Array, rows: number, keep: (from: number, to: number) => void): void {
	let next = 0;
	let to = 0;
	for (let from = 0; from < rows; from++) {
		if (next < dropped.length && dropped[next] === from) {
			next++;
		} else {
			keep(from, to++);
		}
	}
}
