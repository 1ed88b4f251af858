import { isUtf8 } from 'node:buffer';
import type { ColumnWriter } from '../../scan/ColumnWriter.ts';
import { BUFFER_PADDING, FieldBlock } from '../../scan/FieldBlock.ts';
import { canonicalField } from '../canonicalText.ts';
import { faultOf, MAX_VALUE_CHARACTERS } from '../rowFault.ts';
import type { SourceValue } from '../TableReader.ts';
import { textAt, vectorLength, vectorReader, type SourceVector, type Texts } from './SourceVector.ts';

const QUOTE = 34;
/** Of one character in UTF-8, counted in halves of surrogate pairs. */
const MAX_CHARACTER_BYTES = 3;
const encoder = new TextEncoder();

/**
 * Hands values to the writers of the scanner as the texts that they would be in canonical text, all of them quoted, so that a word
 * for "no value" is a word.
 */
export class TextBlocks {
	readonly block: FieldBlock;
	#bytes = new Uint8Array(2 * BUFFER_PADDING);
	#at = BUFFER_PADDING;

	constructor(columns: number) {
		this.block = new FieldBlock(columns);
		this.block.places.fill(-1);
	}

	/** Calls `reject` for rows with a value that no text of a table can hold; they are written as having none. */
	write(
		vector: SourceVector,
		column: number,
		writer: ColumnWriter,
		reject: (row: number, reason: string) => void,
	): void {
		const { block } = this;
		const rows = vectorLength(vector);
		const fill = this.#filler(vector);
		for (let from = 0; from < rows; from += block.capacity) {
			const count = Math.min(block.capacity, rows - from);
			const first = column * block.capacity;
			this.#at = BUFFER_PADDING;
			for (let record = 0; record < count; record++) {
				this.#reserve(1);
				this.#bytes[this.#at++] = QUOTE;
				block.starts[first + record] = this.#at;
				fill(from + record);
				block.ends[first + record] = this.#at;
			}
			this.#reserve(BUFFER_PADDING);
			this.placeRows(from, count);
			this.#check(vector, first, from, count, reject);
			block.useBuffer(this.#bytes, 0);
			writer.write(block, from);
		}
	}

	/** Makes the records of the block rows of the batch, for reports of what does not fit. */
	placeRows(from: number, count: number): void {
		const { recordStarts, recordEnds, recordLines } = this.block;
		this.block.records = count;
		for (let record = 0; record < count; record++) {
			recordStarts[record] = from + record;
			recordEnds[record] = from + record;
			recordLines[record] = from + record;
		}
	}

	/** Appends the text of a row to the bytes. */
	#filler(vector: SourceVector): (row: number) => void {
		switch (vector.kind) {
			case 'texts':
				return (row) => {
					if (vector.nulls?.[row] !== 1) {
						this.#copy(vector, row);
					}
				};
			case 'labels':
				return (row) => {
					if (vector.nulls?.[row] !== 1) {
						this.#copy(vector.labels, vector.codes[row] ?? 0);
					}
				};
			case 'numbers':
			case 'values': {
				const read = vectorReader(vector);
				return (row) => this.#append(textOf(read(row)));
			}
		}
	}

	#copy({ bytes, starts, ends }: Texts, place: number): void {
		const [start, end] = [starts[place]!, ends[place]!];
		this.#reserve(end - start);
		for (let from = start; from < end; from++) {
			this.#bytes[this.#at++] = bytes[from]!;
		}
	}

	#append(text: string): void {
		this.#reserve(text.length * MAX_CHARACTER_BYTES);
		this.#at += encoder.encodeInto(text, this.#bytes.subarray(this.#at)).written;
	}

	#reserve(bytes: number): void {
		if (this.#at + bytes > this.#bytes.length) {
			const grown = new Uint8Array((this.#at + bytes) * 2);
			grown.set(this.#bytes.subarray(0, this.#at));
			this.#bytes = grown;
		}
	}

	/** Texts in which nothing needs a second look are the rule: one look at all bytes tells. */
	#check(
		vector: SourceVector,
		first: number,
		from: number,
		count: number,
		reject: (row: number, reason: string) => void,
	): void {
		const { starts, ends } = this.block;
		const written = this.#bytes.subarray(BUFFER_PADDING, this.#at);
		const isText = isUtf8(written);
		if (isText && !written.includes(0) && written.length < MAX_VALUE_CHARACTERS) {
			return;
		}
		const read = isText ? null : vectorReader(vector);
		for (let record = 0; record < count; record++) {
			const cell = first + record;
			const text = textAt({ bytes: this.#bytes, starts, ends }, cell);
			if (read && text.includes('\uFFFD')) {
				const known = textOf(read(from + record));
				starts[cell] = ++this.#at;
				this.#append(known);
				this.#bytes[starts[cell] - 1] = QUOTE;
				ends[cell] = this.#at;
			}
			const fault = faultOf(text);
			if (fault !== null) {
				reject(from + record, fault);
				ends[cell] = starts[cell]!;
			}
		}
		this.#reserve(BUFFER_PADDING);
	}
}

function textOf(value: SourceValue): string {
	return typeof value === 'string' ? value : canonicalField(value);
}
