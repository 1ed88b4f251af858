import { isUtf8 } from 'node:buffer';
import { freshRoom } from '../../../columns/byteRoom.ts';
import type { Bitmap } from '../../../columns/Column.ts';
import type { LabelBytes } from '../../../columns/dictionary.ts';
import { encodeCodes, encodeNumbers } from '../../../columns/encodeChunk.ts';
import { MAX_MORSEL_LABELS, TooManyLabels } from '../../scan/CategoryWriter.ts';
import type { ColumnFormat } from '../../scan/ColumnFormat.ts';
import { eachKept, type ColumnWriter, type WrittenColumn } from '../../scan/ColumnWriter.ts';
import { createWriter } from '../../scan/createWriter.ts';
import type { FailureLog } from '../../scan/FailureLog.ts';
import { isNullField } from '../../scan/nullTokens.ts';
import { MAX_VALUE_CHARACTERS } from '../rowFault.ts';
import { numbersOf, type StoredNumbers } from './numbersOf.ts';
import type { LabelVector, SourceVector, Texts } from './SourceVector.ts';
import type { TextBlocks } from './TextBlocks.ts';

type Held =
	| { readonly kind: 'numbers'; readonly numbers: StoredNumbers }
	| { readonly kind: 'labels'; readonly vector: LabelVector }
	| { readonly kind: 'texts'; readonly writer: ColumnWriter };

/**
 * One column of a batch as it is stored: numbers and labels as they are, where they mean what their texts would; by the texts
 * otherwise, through the writers of the scanner, so that both ways come to the same.
 */
export class VectorColumn {
	readonly #column: number;
	readonly #format: ColumnFormat;
	readonly #isKey: boolean;
	readonly #log: FailureLog;
	#writer: ColumnWriter | null = null;
	#held: Held = { kind: 'numbers', numbers: { values: new Int32Array(0), nulls: null } };

	constructor(column: number, format: ColumnFormat, isKey: boolean, log: FailureLog) {
		this.#column = column;
		this.#format = format;
		this.#isKey = isKey;
		this.#log = log;
	}

	/** `reject` is told of rows with a value that no text of a table can hold. */
	write(vector: SourceVector, blocks: TextBlocks, reject: (row: number, reason: string) => void): void {
		const numbers = numbersOf(vector, this.#format);
		if (numbers) {
			this.#held = { kind: 'numbers', numbers };
		} else if (vector.kind === 'labels' && this.#format.kind === 'category' && areUsualLabels(vector.labels)) {
			this.#held = { kind: 'labels', vector };
		} else {
			this.#writeTexts(vector, blocks, reject);
		}
	}

	isNull(row: number): boolean {
		const held = this.#held;
		switch (held.kind) {
			case 'numbers':
				return held.numbers.nulls?.[row] === 1;
			case 'labels':
				return held.vector.nulls?.[row] === 1 || this.#isNullLabel(held.vector, held.vector.codes[row]!);
			case 'texts':
				return held.writer.isNull(row);
		}
	}

	/** The encoded rows without the dropped ones, ascending, of the `rows` of the batch. */
	finish(rows: number, dropped: Int32Array): WrittenColumn {
		const held = this.#held;
		switch (held.kind) {
			case 'numbers':
				return finishNumbers(held.numbers, rows, dropped);
			case 'labels':
				return this.#finishLabels(held.vector, rows, dropped);
			case 'texts':
				if (dropped.length > 0) {
					held.writer.drop(dropped, rows);
				}
				return held.writer.finish(rows - dropped.length, freshRoom);
		}
	}

	#writeTexts(vector: SourceVector, blocks: TextBlocks, reject: (row: number, reason: string) => void): void {
		const options = { isWindows1252: false, isKey: this.#isKey, kernel: null };
		this.#writer ??= createWriter(this.#column, this.#format, options, this.#log);
		try {
			blocks.write(vector, this.#column, this.#writer, reject);
		} catch (error) {
			if (!(error instanceof TooManyLabels)) {
				throw error;
			}
			this.#writer = createWriter(this.#column, { kind: 'text' }, options, this.#log);
			blocks.write(vector, this.#column, this.#writer, reject);
		}
		this.#held = { kind: 'texts', writer: this.#writer };
	}

	#isNullLabel({ labels: { bytes, starts, ends } }: LabelVector, code: number): boolean {
		const [start, end] = [starts[code]!, ends[code]!];
		return end === start || (this.#isKey && isNullField(bytes, start, end));
	}

	/** Labels are numbered by their first row, and only those of some row are kept. */
	#finishLabels(vector: LabelVector, rows: number, dropped: Int32Array): WrittenColumn {
		const { codes, labels, nulls } = vector;
		const numbers = new Int32Array(labels.starts.length).fill(UNSEEN);
		const used: number[] = [];
		const found = new Int32Array(rows - dropped.length);
		let flags: Uint8Array | null = null;
		eachKept(dropped, rows, (from, to) => {
			const code = codes[from]!;
			let number = nulls?.[from] === 1 ? NO_LABEL : numbers[code]!;
			if (number === UNSEEN) {
				number = this.#isNullLabel(vector, code) ? NO_LABEL : used.push(code) - 1;
				numbers[code] = number;
			}
			if (number === NO_LABEL) {
				flags ??= new Uint8Array(found.length);
				flags[to] = 1;
				return;
			}
			found[to] = number;
		});
		return { ...encodeCodes(found, found.length, bitmapOf(flags)), labels: labelBytes(labels, used) };
	}
}

const UNSEEN = -1;
const NO_LABEL = -2;

const usual = new WeakMap<Texts, boolean>();

/** Few enough, and all of them texts as a table has them; others take the way of texts. */
function areUsualLabels(labels: Texts): boolean {
	const known = usual.get(labels);
	if (known !== undefined) {
		return known;
	}
	const { bytes, starts, ends } = labels;
	const isUsual =
		starts.length <= MAX_MORSEL_LABELS &&
		starts.every((start, place) => {
			const text = bytes.subarray(start, ends[place]);
			return text.length < MAX_VALUE_CHARACTERS && !text.includes(0) && isUtf8(text);
		});
	usual.set(labels, isUsual);
	return isUsual;
}

function labelBytes({ bytes, starts, ends }: Texts, used: readonly number[]): LabelBytes {
	const offsets = new Int32Array(used.length + 1);
	for (const [number, code] of used.entries()) {
		offsets[number + 1] = offsets[number]! + ends[code]! - starts[code]!;
	}
	const packed = new Uint8Array(offsets[used.length]!);
	for (const [number, code] of used.entries()) {
		packed.set(bytes.subarray(starts[code], ends[code]), offsets[number]);
	}
	return { count: used.length, offsets, bytes: packed };
}

function finishNumbers({ values, nulls }: StoredNumbers, rows: number, dropped: Int32Array): WrittenColumn {
	if (dropped.length === 0) {
		return { ...encodeNumbers(values, rows, bitmapOf(nulls)), labels: null };
	}
	const kept = rows - dropped.length;
	const found = values instanceof Float64Array ? new Float64Array(kept) : new Int32Array(kept);
	const flags = nulls && new Uint8Array(kept);
	eachKept(dropped, rows, (from, to) => {
		found[to] = values[from]!;
		if (nulls && flags) {
			flags[to] = nulls[from]!;
		}
	});
	return { ...encodeNumbers(found, kept, bitmapOf(flags)), labels: null };
}

function bitmapOf(flags: Uint8Array | null): Bitmap | null {
	if (!flags?.includes(1)) {
		return null;
	}
	const bits = new Uint32Array((flags.length + 31) >>> 5);
	for (let row = 0; row < flags.length; row++) {
		bits[row >>> 5]! |= flags[row]! << (row & 31);
	}
	return bits;
}
