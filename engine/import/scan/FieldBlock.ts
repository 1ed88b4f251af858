import type { KernelMemory } from '../../kernels/KernelMemory.ts';

/** Bytes before and after the file's bytes in a scan buffer, so that whole words can be read around any field. */
export const BUFFER_PADDING = 64;

/** A record that is not a row: wrong number of values, or quotes that do not pair up. */
export interface RejectedRecord {
	/** File offsets; `end` is before the line break. */
	readonly start: number;
	readonly end: number;
	/** Line breaks between the start of the morsel and this record. */
	readonly line: number;
	readonly reason: string;
}

/** Not a multiple of a power of two, so that the columns of a block do not fall on the same cache lines. */
const MAX_RECORDS = 1003;
const MAX_CELLS = 65_536;

/**
 * A run of records, column by column: field f of record r is cell `f * capacity + r`. Where `places` of the cell is -1 the field
 * is the text `bytes[starts[cell] .. ends[cell]]`, quotes taken off and doubled quotes undone. Anywhere else it was read while
 * it was looked for: it is the number `numbers[cell] / 10 ** places[cell]`, or the day `numbers[cell]`, counted from
 * 1970-01-01, and has no `starts` and `ends`.
 */
export class FieldBlock {
	readonly fieldCount: number;
	readonly capacity: number;
	readonly starts: Int32Array;
	readonly ends: Int32Array;
	readonly numbers: Int32Array;
	readonly places: Int8Array;
	/** Per field: of so many first records all fields are known to have been read with all the places of the column. */
	readonly plain: Int32Array;
	/** Per field: the smallest and the largest number of those first records. */
	readonly lowest: Int32Array;
	readonly highest: Int32Array;
	/** Per record, positions in the buffer; a carriage return before the line break may lie before the end. */
	readonly recordStarts: Int32Array;
	readonly recordEnds: Int32Array;
	/** Line breaks between the start of the morsel and the record. */
	readonly recordLines: Int32Array;
	bytes: Uint8Array = new Uint8Array(0);
	view: DataView = new DataView(this.bytes.buffer);
	fileOffset = 0;
	records = 0;
	/** Where the record after the last one starts. */
	next = 0;

	/** The arrays lie in `memory`, where given. */
	constructor(fieldCount: number, memory: KernelMemory | null = null, maxRecords: number = MAX_RECORDS) {
		this.fieldCount = fieldCount;
		this.capacity = Math.max(1, Math.min(maxRecords, Math.ceil(MAX_CELLS / fieldCount)));
		const cells = this.capacity * fieldCount;
		const int32 = (length: number) => memory?.int32(length) ?? new Int32Array(length);
		this.starts = int32(cells);
		this.ends = int32(cells);
		this.numbers = int32(cells);
		this.places = memory?.int8(cells) ?? new Int8Array(cells);
		this.plain = int32(fieldCount);
		this.lowest = int32(fieldCount);
		this.highest = int32(fieldCount);
		this.recordStarts = int32(this.capacity);
		this.recordEnds = int32(this.capacity);
		this.recordLines = int32(this.capacity);
	}

	/** `fileOffset` is the file offset of position 0. */
	useBuffer(bytes: Uint8Array, fileOffset: number): void {
		this.bytes = bytes;
		this.fileOffset = fileOffset;
		this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	}
}
