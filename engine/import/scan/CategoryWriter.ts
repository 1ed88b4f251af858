import type { LabelBytes } from '../../columns/dictionary.ts';
import { encodeCodes } from '../../columns/encodeChunk.ts';
import { eachKept, NullRows, type ColumnWriter, type WrittenColumn } from './ColumnWriter.ts';
import type { FieldBlock } from './FieldBlock.ts';
import { LabelTable } from './LabelTable.ts';
import { isNullField } from './nullTokens.ts';
import { transcodeStrings } from './transcode.ts';

/** Labels per morsel above which the column is read as plain text. */
export const MAX_MORSEL_LABELS = 32_768;

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
	readonly #table = new LabelTable();
	#codes = new Int32Array(0);

	constructor(column: number, isWindows1252: boolean) {
		this.#column = column;
		this.#isWindows1252 = isWindows1252;
	}

	write(block: FieldBlock, firstRow: number): void {
		const { bytes, view, starts, ends, records, fieldCount } = block;
		if (firstRow + records > this.#codes.length) {
			const grown = new Int32Array(Math.ceil((firstRow + records) * 1.5));
			grown.set(this.#codes);
			this.#codes = grown;
		}
		if (firstRow === 0) {
			this.#table.clear();
		}
		const codes = this.#codes;
		const table = this.#table;
		table.codes(bytes, view, starts, ends, this.#column, fieldCount, records, codes, firstRow);
		if (table.count > MAX_MORSEL_LABELS) {
			throw new TooManyLabels(this.#column);
		}
	}

	drop(dropped: Int32Array, rows: number): void {
		const codes = this.#codes;
		eachKept(dropped, rows, (from, to) => (codes[to] = codes[from]!));
	}

	isNull(row: number): boolean {
		const { offsets, bytes } = this.#table.labels();
		const code = this.#codes[row]!;
		return isNullField(bytes, offsets[code]!, offsets[code + 1]!);
	}

	finish(rows: number): WrittenColumn {
		const kept = this.#keepUsedLabels(rows);
		const { offsets, bytes } = this.#isWindows1252
			? transcodeStrings(kept.labels.offsets, kept.labels.bytes, kept.labels.count)
			: kept.labels;
		const encoded = encodeCodes(this.#codes, rows, kept.nulls.take(rows));
		return { ...encoded, labels: { count: kept.labels.count, offsets: offsets.slice(), bytes: bytes.slice(0, offsets[kept.labels.count]) } };
	}

	/** Renumbers the codes so that labels of no remaining row, and those that mean null, have none. */
	#keepUsedLabels(rows: number): { readonly labels: LabelBytes; readonly nulls: NullRows } {
		const codes = this.#codes;
		const all = this.#table.labels();
		const isUsed = new Uint8Array(all.count);
		for (let row = 0; row < rows; row++) {
			isUsed[codes[row]!] = 1;
		}
		const nulls = new NullRows();
		const newCodes = new Int32Array(all.count);
		const offsets = new Int32Array(all.count + 1);
		const bytes = new Uint8Array(all.offsets[all.count]!);
		let count = 0;
		for (let code = 0; code < all.count; code++) {
			const [from, to] = [all.offsets[code]!, all.offsets[code + 1]!];
			const isNull = isNullField(all.bytes, from, to);
			newCodes[code] = isNull ? -1 : count;
			if (isUsed[code] === 1 && !isNull) {
				bytes.set(all.bytes.subarray(from, to), offsets[count]);
				offsets[count + 1] = offsets[count]! + to - from;
				count++;
			}
		}
		if (count !== all.count) {
			for (let row = 0; row < rows; row++) {
				const code = newCodes[codes[row]!]!;
				codes[row] = Math.max(code, 0);
				if (code < 0) {
					nulls.add(row);
				}
			}
		}
		return { labels: { count, offsets: offsets.subarray(0, count + 1), bytes }, nulls };
	}
}
