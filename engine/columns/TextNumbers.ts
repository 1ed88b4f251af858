import { kernelOf } from '../kernels/kernelOf.ts';
import { FIRST_FREE, MOST_PAGES } from '../kernels/KernelMemory.ts';
import { keysModule } from '../kernels/keysModule.ts';
import type { EncodedChunk } from './EncodedChunk.ts';
import { storedValues } from './storedValues.ts';

/** What engine/kernels/assembly/keys.ts exports. */
interface KeysKernel {
	reset(free: number): void;
	allocate(bytes: number): number;
	addTexts(lengths: number, width: number, bytes: number, rows: number, numbers: number, part: number): number;
}

/** Of two that share the work, which one; null does all of it. */
export type TextPart = 0 | 1 | null;

const ALL_PARTS = -1;
/** The number of a text that belongs to the other part. */
const OTHER_PART = -2;

/** Numbers the texts of one column from 0 on in order of first appearance, chunk by chunk, for millions of different ones. */
export class TextNumbers {
	/** Different texts so far. */
	count = 0;
	readonly #memory = new WebAssembly.Memory({ initial: 16, maximum: MOST_PAGES });
	readonly #kernel: KeysKernel;
	/** Where a chunk is laid before the kernel reads it, and the numbers that it writes. */
	#staging = { texts: 0, textBytes: 0, numbers: 0, rows: 0 };
	readonly #part: TextPart;

	constructor(part: TextPart = null) {
		this.#part = part;
		this.#kernel = kernelOf<KeysKernel>(keysModule, this.#memory);
		this.#kernel.reset(FIRST_FREE);
	}

	/**
	 * Numbers of the rows of a text chunk into `numbers`, -1 where the text is empty or null. A part writes nothing but twice the number plus
	 * itself, or -1, in the rows of its own texts, so that two can write to the same array. The rows whose text had not come before go into
	 * `newRows`, which has room for all; returns how many there are.
	 */
	add(chunk: EncodedChunk, numbers: Int32Array, newRows: Int32Array): number {
		const { rows, data } = chunk;
		const lengths = storedValues(chunk);
		this.#reserve(data.byteLength, rows);
		const { texts, numbers: at } = this.#staging;
		new Uint8Array(this.#memory.buffer).set(data, texts);
		const width = lengths.BYTES_PER_ELEMENT;
		const part = this.#part;
		const before = this.count;
		this.count = this.#kernel.addTexts(texts, width, texts + lengths.byteLength, rows, at, part ?? ALL_PARTS);
		const found = new Int32Array(this.#memory.buffer, at, rows);
		if (part === null) {
			numbers.set(found);
		} else {
			writePart(found, part, numbers);
		}
		return findNew(found, before, this.count, newRows);
	}

	#reserve(textBytes: number, rows: number): void {
		if (textBytes > this.#staging.textBytes || rows > this.#staging.rows) {
			const texts = this.#kernel.allocate(textBytes * 2);
			this.#staging = {
				texts,
				textBytes: textBytes * 2,
				numbers: this.#kernel.allocate(rows * 8),
				rows: rows * 2,
			};
		}
	}
}

function writePart(found: Int32Array, part: number, numbers: Int32Array): void {
	for (let row = 0; row < found.length; row++) {
		const number = found[row]!;
		if (number !== OTHER_PART) {
			numbers[row] = number < 0 ? -1 : number * 2 + part;
		}
	}
}

/** The first row of each number from `before` to `after`. */
function findNew(found: Int32Array, before: number, after: number, newRows: Int32Array): number {
	let next = before;
	for (let row = 0; next < after; row++) {
		if (found[row] === next) {
			newRows[next++ - before] = row;
		}
	}
	return after - before;
}
