import type { LabelBytes } from '../../columns/dictionary.ts';
import type { ByteRoom } from '../../columns/byteRoom.ts';
import { encodeCodes } from '../../columns/encodeChunk.ts';
import { eachKept, NullRows, type ColumnWriter, type WrittenColumn } from './ColumnWriter.ts';
import type { FieldBlock } from './FieldBlock.ts';
import { LabelTable } from './LabelTable.ts';
import { isNullField } from './nullTokens.ts';
import { SHORT_LABEL_LENGTH, type ScanKernel } from './ScanKernel.ts';
import { transcodeStrings } from './transcode.ts';

/** Labels per morsel above which the column is read as plain text. */
export const MAX_MORSEL_LABELS = 32_768;

const QUOTE = 34;
/** In every byte of an empty cache, so that each code of it is negative. */
const NO_CODE = 0xff;
const USED = 1;
const USED_AS_TEXT = 2;

/** The column has too many distinct values for codes. */
export class TooManyLabels extends Error {
	readonly column: number;

	constructor(column: number) {
		super(`Column ${column} has too many distinct values for codes`);
		this.column = column;
	}
}

/** Text of few distinct values as codes. */
export class CategoryWriter implements ColumnWriter {
	readonly #column: number;
	readonly #isWindows1252: boolean;
	readonly #isKey: boolean;
	readonly #table = new LabelTable();
	/** Codes of labels that mean null unless they are quoted. */
	#words: number[] = [];
	#wordsSeenTo = 0;
	#codes = new Int32Array(0);
	#hasDropped = false;
	/** No label of the column has been longer than SHORT_LABEL_LENGTH. */
	#isShort = true;
	readonly #kernel: ScanKernel | null;
	readonly #cache: Uint8Array | null;

	/** `isKey`: quoted words for "no value" count as such. */
	constructor(column: number, isWindows1252: boolean, isKey: boolean, kernel: ScanKernel | null = null) {
		this.#kernel = kernel;
		this.#cache = kernel?.labelCache() ?? null;
		this.#column = column;
		this.#isKey = isKey;
		this.#isWindows1252 = isWindows1252;
	}

	write(block: FieldBlock, firstRow: number): void {
		const { records } = block;
		if (firstRow + records > this.#codes.length) {
			const grown = new Int32Array(Math.ceil((firstRow + records) * 1.5));
			grown.set(this.#codes);
			this.#codes = grown;
		}
		if (firstRow === 0) {
			this.#table.clear();
			this.#cache?.fill(NO_CODE);
			this.#words = [];
			this.#wordsSeenTo = 0;
			this.#hasDropped = false;
		}
		this.#readCodes(block, firstRow);
		this.#markQuotedWords(block, firstRow);
		if (this.#table.count > MAX_MORSEL_LABELS) {
			throw new TooManyLabels(this.#column);
		}
	}

	#readCodes(block: FieldBlock, firstRow: number): void {
		const { bytes, view, starts, ends, numbers, records, capacity } = block;
		const kernel = this.#kernel;
		const cache = this.#cache;
		const first = this.#column * capacity;
		if (!kernel || !cache || bytes !== kernel.buffer) {
			this.#table.codes(bytes, view, starts, ends, first, records, this.#codes, firstRow);
			return;
		}
		const end = first + records;
		let cell = kernel.findLabels(cache, first, end, this.#isShort);
		while (cell < end) {
			this.#isShort &&= ends[cell]! - starts[cell]! <= SHORT_LABEL_LENGTH;
			const code = this.#table.code(bytes, view, starts[cell]!, ends[cell]!);
			numbers[cell] = code;
			kernel.rememberLabel(cache, cell, code);
			cell = kernel.findLabels(cache, cell + 1, end, this.#isShort);
		}
		this.#codes.set(numbers.subarray(first, end), firstRow);
	}

	drop(dropped: Int32Array, rows: number): void {
		const codes = this.#codes;
		eachKept(dropped, rows, (from, to) => (codes[to] = codes[from]!));
		this.#hasDropped = true;
	}

	isNull(row: number): boolean {
		const { offsets, bytes } = this.#table.labels();
		const code = this.#codes[row]!;
		return code >= 0 && isNullField(bytes, offsets[code]!, offsets[code + 1]!);
	}

	finish(rows: number, room: ByteRoom): WrittenColumn {
		const kept = this.#keepUsedLabels(rows);
		const { offsets, bytes } = this.#isWindows1252
			? transcodeStrings(kept.labels.offsets, kept.labels.bytes, kept.labels.count)
			: kept.labels;
		const encoded = encodeCodes(this.#codes, rows, kept.nulls.take(rows), room);
		return {
			...encoded,
			labels: { count: kept.labels.count, offsets: offsets.slice(), bytes: bytes.slice(0, offsets[kept.labels.count]) },
		};
	}

	/** A quoted "NULL" is text: its row gets the negative code that stands for the label itself. */
	#markQuotedWords({ bytes, starts, records, capacity }: FieldBlock, firstRow: number): void {
		const { offsets, bytes: labels, count } = this.#table.labels();
		for (; this.#wordsSeenTo < count; this.#wordsSeenTo++) {
			const [from, to] = [offsets[this.#wordsSeenTo]!, offsets[this.#wordsSeenTo + 1]!];
			if (to > from && !this.#isKey && isNullField(labels, from, to)) {
				this.#words.push(this.#wordsSeenTo);
			}
		}
		if (this.#words.length === 0) {
			return;
		}
		for (let record = 0, cell = this.#column * capacity; record < records; record++, cell++) {
			const code = this.#codes[firstRow + record]!;
			if (this.#words.includes(code) && bytes[starts[cell]! - 1] === QUOTE) {
				this.#codes[firstRow + record] = literalCode(code);
			}
		}
	}

	/** Renumbers the codes so that labels of no remaining row, and those that mean null, have none. */
	#keepUsedLabels(rows: number): { readonly labels: LabelBytes; readonly nulls: NullRows } {
		const codes = this.#codes;
		const all = this.#table.labels();
		if (!this.#hasDropped && !hasNullLabel(all)) {
			return { labels: all, nulls: new NullRows() };
		}
		const isUsed = new Uint8Array(all.count);
		for (let row = 0; row < rows; row++) {
			const code = codes[row]!;
			isUsed[code < 0 ? literalCode(code) : code]! |= code < 0 ? USED_AS_TEXT : USED;
		}
		const nulls = new NullRows();
		const newCodes = new Int32Array(all.count);
		const isNullLabel = new Uint8Array(all.count);
		const offsets = new Int32Array(all.count + 1);
		const bytes = new Uint8Array(all.offsets[all.count]!);
		let count = 0;
		let isChanged = false;
		for (let code = 0; code < all.count; code++) {
			const [from, to] = [all.offsets[code]!, all.offsets[code + 1]!];
			isNullLabel[code] = isNullField(all.bytes, from, to) ? 1 : 0;
			const isKept = isNullLabel[code] === 1 ? (isUsed[code]! & USED_AS_TEXT) !== 0 : isUsed[code] !== 0;
			isChanged ||= !isKept || isNullLabel[code] === 1;
			newCodes[code] = count;
			if (isKept) {
				bytes.set(all.bytes.subarray(from, to), offsets[count]);
				offsets[count + 1] = offsets[count]! + to - from;
				count++;
			}
		}
		for (let row = 0; isChanged && row < rows; row++) {
			const code = codes[row]!;
			if (code >= 0 && isNullLabel[code] === 1) {
				codes[row] = 0;
				nulls.add(row);
			} else {
				codes[row] = newCodes[code < 0 ? literalCode(code) : code]!;
			}
		}
		return { labels: { count, offsets: offsets.subarray(0, count + 1), bytes }, nulls };
	}
}

function hasNullLabel({ offsets, bytes, count }: LabelBytes): boolean {
	for (let code = 0; code < count; code++) {
		if (isNullField(bytes, offsets[code]!, offsets[code + 1]!)) {
			return true;
		}
	}
	return false;
}

/** Its own inverse; negative for codes from 0 on. */
function literalCode(code: number): number {
	return -1 - code;
}
