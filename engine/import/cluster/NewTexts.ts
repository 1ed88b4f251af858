import type { TextColumn } from '../../columns/Column.ts';
import type { EncodedChunk } from '../../columns/EncodedChunk.ts';
import { sharedLike } from '../../columns/gatherRows.ts';
import { grown } from '../../columns/grown.ts';
import { storedValues } from '../../columns/storedValues.ts';

/** Collects texts of a stored column, one after the other. */
export class NewTexts {
	#count = 0;
	#offsets = new Float64Array(1024);
	#bytes = new Uint8Array(16_384);

	/** The texts of some rows of a chunk, in ascending order. */
	add(chunk: EncodedChunk, rows: Int32Array): void {
		const lengths = storedValues(chunk);
		let start = lengths.byteLength;
		let at = 0;
		for (let index = 0; index < rows.length; index++) {
			const row = rows[index]!;
			for (; at < row; at++) {
				start += lengths[at]!;
			}
			this.#append(chunk.data, start, start + lengths[row]!);
		}
	}

	column(): TextColumn {
		const length = this.#count;
		const size = this.#offsets[length]!;
		const offsets = sharedLike(size > 0x7fffffff ? this.#offsets : new Int32Array(0), length + 1);
		const bytes = sharedLike(this.#bytes, size);
		offsets.set(this.#offsets.subarray(0, length + 1));
		bytes.set(this.#bytes.subarray(0, size));
		return { kind: 'text', type: 'text', length, offsets, bytes, nulls: null };
	}

	#append(data: Uint8Array, start: number, end: number): void {
		const from = this.#offsets[this.#count]!;
		const to = from + end - start;
		if (this.#count + 2 > this.#offsets.length) {
			this.#offsets = grown(this.#offsets, new Float64Array(this.#offsets.length * 2));
		}
		if (to > this.#bytes.length) {
			this.#bytes = grown(this.#bytes, new Uint8Array(Math.max(this.#bytes.length * 2, to)));
		}
		this.#bytes.set(data.subarray(start, end), from);
		this.#offsets[++this.#count] = to;
	}
}
