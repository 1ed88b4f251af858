/** Bytes before and after the file's bytes in a scan buffer, so that whole words can be read around any field. */
export const BUFFER_PADDING = 64;

/** A record that is not a row: wrong number of values, or quotes that do not pair up. */
export interface RejectedRecord {
	/** Byte positions in the buffer; `end` is after the last byte, before the line break. */
	readonly start: number;
	readonly end: number;
	/** Line breaks between the start of the morsel and this record. */
	readonly line: number;
	readonly reason: string;
}

/**
 * Where the fields of a run of records lie in the scan buffer: field f of record r is
 * `bytes[starts[r * fieldCount + f] .. ends[r * fieldCount + f]]`, quotes taken off and doubled quotes undone.
 */
export class FieldBlock {
	readonly fieldCount: number;
	readonly capacity: number;
	readonly starts: Int32Array;
	readonly ends: Int32Array;
	/**
	 * Plain unsigned or negative numbers of up to nine digits, and dates as yyyymmdd, read while their field is looked for:
	 * `numbers[slot] / 10 ** places[slot]`. `places` is -1 where the field is something else.
	 */
	readonly numbers: Int32Array;
	readonly places: Int8Array;
	/** Per record, as in RejectedRecord. */
	readonly recordStarts: Int32Array;
	readonly recordEnds: Int32Array;
	readonly recordLines: Int32Array;
	bytes: Uint8Array = new Uint8Array(0);
	view: DataView = new DataView(this.bytes.buffer);
	records = 0;
	/** Where the record after the last one starts. */
	next = 0;

	constructor(fieldCount: number, maxRecords = 2048) {
		this.fieldCount = fieldCount;
		this.capacity = Math.max(1, Math.min(maxRecords, Math.ceil(32_768 / fieldCount)));
		this.starts = new Int32Array(this.capacity * fieldCount + 1);
		this.ends = new Int32Array(this.capacity * fieldCount + 1);
		this.numbers = new Int32Array(this.capacity * fieldCount + 1);
		this.places = new Int8Array(this.capacity * fieldCount + 1);
		this.recordStarts = new Int32Array(this.capacity);
		this.recordEnds = new Int32Array(this.capacity);
		this.recordLines = new Int32Array(this.capacity);
	}

	useBuffer(bytes: Uint8Array): void {
		this.bytes = bytes;
		this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	}
}
