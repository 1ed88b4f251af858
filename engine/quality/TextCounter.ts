import { hasBit } from '../columns/bitmap.ts';
import type { Bitmap } from '../columns/Column.ts';
import { DistinctEstimate } from './DistinctEstimate.ts';
import { hashText } from './fingerprint.ts';
import { FingerprintTable } from './FingerprintTable.ts';
import { suspiciousText, type Suspicion } from './suspiciousText.ts';

/** Distinct texts that are counted one by one; of further ones only the number is estimated. */
export const MAX_COUNTED = 2 ** 20;
const MAX_LENGTH = 256;
/** Bytes of a value that are shown. */
const MAX_TEXT = 1024;
const AT_SIGN = 64;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export interface TextCount {
	readonly value: string;
	readonly rows: number;
}

/** Counts the values of a text column. Equal texts are told by 64-bit fingerprints. */
export class TextCounter {
	/** Rows by length in bytes, the last entry for all that are longer. */
	readonly lengths = new Int32Array(MAX_LENGTH + 1);
	readonly suspicious: Record<'test' | 'placeholder', { rows: number; examples: string[] }> = {
		test: { rows: 0, examples: [] },
		placeholder: { rows: 0, examples: [] },
	};
	readonly #table = new FingerprintTable(1024);
	readonly #estimate = new DistinctEstimate();
	#counts = new Int32Array(1024);
	#suspicions = new Uint8Array(1024);
	/** The first text of each number of the table, while there is room for it. */
	readonly #texts: string[] = [];
	#isOver = false;

	get isDistinctExact(): boolean {
		return !this.#isOver;
	}

	get distinct(): number {
		return this.#isOver ? this.#estimate.count() : this.#table.count;
	}

	/** Whether every value met has been counted, so that the most frequent ones are certain. */
	get isComplete(): boolean {
		return !this.#isOver;
	}

	addRows(offsets: Int32Array | Float64Array, bytes: Uint8Array, nulls: Bitmap | null, rows: number): void {
		for (let row = 0; row < rows; row++) {
			if (nulls === null || !hasBit(nulls, row)) {
				this.add(bytes, offsets[row]!, offsets[row + 1]!, 1);
			}
		}
	}

	add(bytes: Uint8Array, start: number, end: number, rows: number): void {
		this.lengths[Math.min(MAX_LENGTH, end - start)]! += rows;
		const { low, high } = hashText(bytes, start, end);
		this.#estimate.add(low, high);
		const known = this.#table.find(low, high);
		if (known >= 0) {
			this.#counts[known]! += rows;
			if (this.#suspicions[known] !== 0) {
				this.#note(suspicionOf(this.#suspicions[known]!), rows, null);
			}
			return;
		}
		const isFull = this.#table.count >= MAX_COUNTED;
		this.#isOver ||= isFull;
		if (isFull && !mayBeSuspicious(bytes, start, end)) {
			return;
		}
		const text = decoder.decode(bytes.slice(start, Math.min(end, start + MAX_TEXT)));
		const suspicion = suspiciousText(text);
		this.#note(suspicion, rows, text);
		if (isFull) {
			return;
		}
		const id = this.#table.findOrAdd(low, high);
		if (id >= this.#counts.length) {
			this.#grow();
		}
		this.#counts[id] = rows;
		this.#suspicions[id] = suspicion === null ? 0 : suspicion === 'test' ? 1 : 2;
		this.#texts.push(text);
	}

	/** The most frequent values; equally frequent ones in the order in which they came. */
	top(size: number): TextCount[] {
		const ids: number[] = [];
		for (let id = 0; id < this.#table.count; id++) {
			const rows = this.#counts[id]!;
			if (ids.length < size || rows > this.#counts[ids.at(-1)!]!) {
				let at = ids.length;
				while (at > 0 && this.#counts[ids[at - 1]!]! < rows) {
					at--;
				}
				ids.splice(at, 0, id);
				ids.length = Math.min(ids.length, size);
			}
		}
		return ids.map((id) => ({ value: this.#texts[id]!, rows: this.#counts[id]! }));
	}

	/** Every counted text with its rows, for columns of few distinct values. */
	values(limit: number): TextCount[] {
		return this.#texts.slice(0, limit).map((value, id) => ({ value, rows: this.#counts[id]! }));
	}

	#note(suspicion: Suspicion, rows: number, example: string | null): void {
		if (suspicion !== null) {
			const found = this.suspicious[suspicion];
			found.rows += rows;
			if (example !== null && found.examples.length < 5) {
				found.examples.push(example);
			}
		}
	}

	#grow(): void {
		const counts = new Int32Array(this.#counts.length * 2);
		counts.set(this.#counts);
		this.#counts = counts;
		const suspicions = new Uint8Array(counts.length);
		suspicions.set(this.#suspicions);
		this.#suspicions = suspicions;
	}
}

/** Cheap test before a text is decoded: mail addresses and very short texts. */
function mayBeSuspicious(bytes: Uint8Array, start: number, end: number): boolean {
	for (let at = start; at < end; at++) {
		if (bytes[at] === AT_SIGN) {
			return true;
		}
	}
	return end - start <= 4;
}

function suspicionOf(code: number): Suspicion {
	return code === 1 ? 'test' : code === 2 ? 'placeholder' : null;
}
