import { eachKept } from './ColumnWriter.ts';
import type { FieldBlock } from './FieldBlock.ts';

/** Where each row of a morsel stands in the file. */
export interface RowPlaces {
	/** File offsets. */
	readonly starts: Float64Array<ArrayBuffer>;
	readonly ends: Float64Array<ArrayBuffer>;
	/** Line breaks between the start of the morsel and the row. */
	readonly lines: Int32Array<ArrayBuffer>;
}

export class RowPlaceList {
	readonly #starts: number[] = [];
	readonly #ends: number[] = [];
	readonly #lines: number[] = [];

	add(block: FieldBlock): void {
		for (let record = 0; record < block.records; record++) {
			this.#starts.push(block.fileOffset + block.recordStarts[record]!);
			this.#ends.push(block.fileOffset + block.recordEnds[record]!);
			this.#lines.push(block.recordLines[record]!);
		}
	}

	/** The places of all rows but the dropped ones, which are given in ascending order. */
	without(dropped: Int32Array): RowPlaces {
		const rows = this.#starts.length;
		const kept = rows - dropped.length;
		const places = { starts: new Float64Array(kept), ends: new Float64Array(kept), lines: new Int32Array(kept) };
		eachKept(dropped, rows, (from, to) => {
			places.starts[to] = this.#starts[from]!;
			places.ends[to] = this.#ends[from]!;
			places.lines[to] = this.#lines[from]!;
		});
		return places;
	}
}
