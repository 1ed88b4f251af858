import { assertNever } from '#shared/base/assertNever.ts';
import { copyBits, emptyBitmap, hasBit } from './bitmap.ts';
import type { Bitmap, Column } from './Column.ts';
import type { ColumnStorage } from './ColumnStorage.ts';
import { decodeLabels, labelStrings, type LabelBytes } from './dictionary.ts';
import type { EncodedChunk } from './EncodedChunk.ts';
import { storedBase, storedNulls, storedValues, type NumberArray } from './storedValues.ts';

/**
 * The rows of consecutive chunks as one column on SharedArrayBuffers. `rows` is their total; `dictionary` is the bytes
 * that the import wrote for the column, null where it wrote none.
 */
export function decodeChunks(
	chunks: Iterable<EncodedChunk>,
	rows: number,
	storage: ColumnStorage,
	dictionary: Uint8Array | null,
): Column {
	const labels = dictionary ? decodeLabels(dictionary) : null;
	const nulls = new NullCollector(rows);
	switch (storage.kind) {
		case 'number': {
			const values = storage.isWide || !storage.isExact ? sharedDoubles(rows) : sharedIntegers(rows);
			fillNumbers(chunks, values, nulls);
			const type = storage.type === 'integer' ? 'integer' : 'decimal';
			const { scale, isExact } = storage;
			return { kind: 'number', type, length: rows, values, scale, isExact, nulls: nulls.bitmap };
		}
		case 'date': {
			const values = sharedIntegers(rows);
			fillNumbers(chunks, values, nulls);
			return { kind: 'date', type: 'date', length: rows, values, nulls: nulls.bitmap };
		}
		case 'timestamp': {
			const values = sharedDoubles(rows);
			fillNumbers(chunks, values, nulls);
			return { kind: 'timestamp', type: 'timestamp', length: rows, values, nulls: nulls.bitmap };
		}
		case 'boolean': {
			const values = new Uint8Array(new SharedArrayBuffer(rows));
			fillNumbers(chunks, values, nulls);
			return { kind: 'boolean', type: 'boolean', length: rows, values, nulls: nulls.bitmap };
		}
		case 'category': {
			const count = labels?.count ?? 0;
			const codes =
				count <= 256 ? new Uint8Array(new SharedArrayBuffer(rows)) : new Uint16Array(new SharedArrayBuffer(rows * 2));
			fillNumbers(chunks, codes, nulls);
			const strings = labels ? labelStrings(labels) : [];
			return { kind: 'category', type: 'text', length: rows, codes, labels: strings, nulls: nulls.bitmap };
		}
		case 'text':
			return decodeText(chunks, rows, labels, nulls);
		default:
			return assertNever(storage.kind);
	}
}

function fillNumbers(chunks: Iterable<EncodedChunk>, values: NumberArray, nulls: NullCollector): void {
	let at = 0;
	for (const chunk of chunks) {
		const body = storedValues(chunk);
		const base = storedBase(chunk);
		if (base === 0) {
			values.set(body, at);
		} else {
			addBase(body, base, values, at);
		}
		nulls.add(chunk, body.byteLength, (row) => (values[at + row] = 0));
		at += chunk.rows;
	}
}

function addBase(body: NumberArray, base: number, values: NumberArray, at: number): void {
	for (let row = 0; row < body.length; row++) {
		values[at + row] = body[row]! + base;
	}
}

/** Codes of chunks written before the column outgrew its dictionary are turned back into text. */
function decodeText(
	chunks: Iterable<EncodedChunk>,
	rows: number,
	labels: LabelBytes | null,
	nulls: NullCollector,
): Column {
	const kept = [...chunks];
	const total = kept.reduce((sum, chunk) => sum + textBytesOf(chunk, labels), 0);
	const offsets = total > 0x7fffffff ? sharedDoubles(rows + 1) : sharedIntegers(rows + 1);
	const bytes = new Uint8Array(new SharedArrayBuffer(total));
	let at = 0;
	let end = 0;
	for (const chunk of kept) {
		const body = storedValues(chunk);
		if (isCoded(chunk)) {
			const isNull = nullTest(chunk, body.byteLength);
			for (let row = 0; row < chunk.rows; row++) {
				const code = isNull(row) ? -1 : body[row]!;
				const from = code < 0 ? 0 : labels!.offsets[code]!;
				const to = code < 0 ? 0 : labels!.offsets[code + 1]!;
				bytes.set(labels!.bytes.subarray(from, to), end);
				end += to - from;
				offsets[at + row + 1] = end;
			}
			nulls.add(chunk, body.byteLength);
		} else {
			const size = textBytesOf(chunk, labels);
			bytes.set(chunk.data.subarray(body.byteLength, body.byteLength + size), end);
			for (let row = 0; row < chunk.rows; row++) {
				end += body[row]!;
				offsets[at + row + 1] = end;
			}
			nulls.add(chunk, body.byteLength + size);
		}
		at += chunk.rows;
	}
	return { kind: 'text', type: 'text', length: rows, offsets, bytes, nulls: nulls.bitmap };
}

function textBytesOf(chunk: EncodedChunk, labels: LabelBytes | null): number {
	const body = storedValues(chunk);
	const isNull = nullTest(chunk, body.byteLength);
	let size = 0;
	for (let row = 0; row < chunk.rows; row++) {
		if (!isCoded(chunk)) {
			size += body[row]!;
		} else if (!isNull(row)) {
			size += labels!.offsets[body[row]! + 1]! - labels!.offsets[body[row]!]!;
		}
	}
	return size;
}

function isCoded(chunk: EncodedChunk): boolean {
	return chunk.encoding === 'code8' || chunk.encoding === 'code16';
}

/** For coded chunks only: in text chunks the bitmap follows the text. */
function nullTest(chunk: EncodedChunk, valueBytes: number): (row: number) => boolean {
	if (chunk.nulls === 0 || !isCoded(chunk)) {
		return () => false;
	}
	const words = storedNulls(chunk, valueBytes);
	return (row) => hasBit(words, row);
}

function sharedIntegers(length: number): Int32Array {
	return new Int32Array(new SharedArrayBuffer(length * 4));
}

function sharedDoubles(length: number): Float64Array {
	return new Float64Array(new SharedArrayBuffer(length * 8));
}

class NullCollector {
	bitmap: Bitmap | null = null;
	readonly #rows: number;
	#at = 0;

	constructor(rows: number) {
		this.#rows = rows;
	}

	add(chunk: EncodedChunk, valueBytes: number, clear?: (row: number) => void): void {
		if (chunk.nulls > 0) {
			this.bitmap ??= emptyBitmap(this.#rows);
			const words = storedNulls(chunk, valueBytes);
			copyBits(words, chunk.rows, this.bitmap, this.#at);
			for (let row = 0; clear && row < chunk.rows; row++) {
				if (hasBit(words, row)) {
					clear(row);
				}
			}
		}
		this.#at += chunk.rows;
	}
}
