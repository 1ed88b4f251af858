import type { Fingerprints } from './fingerprint.ts';

/** Fingerprints to numbers in order of first appearance, without an object per entry. */
export class FingerprintTable {
	count = 0;
	#low: Int32Array;
	#high: Int32Array;
	#slots: Int32Array;

	/** `expected` distinct fingerprints; more make it grow. */
	constructor(expected: number) {
		const size = 2 ** Math.ceil(Math.log2(Math.max(1024, expected * 1.6)));
		this.#slots = new Int32Array(size);
		this.#low = new Int32Array(Math.max(256, Math.ceil(size * 0.7)));
		this.#high = new Int32Array(this.#low.length);
	}

	/** The number of a fingerprint, -1 when there is none. */
	find(low: number, high: number): number {
		return this.#slots[this.#slotOf(low, high)]! - 1;
	}

	/** The number of a fingerprint; a new one gets the next. */
	findOrAdd(low: number, high: number): number {
		const slot = this.#slotOf(low, high);
		const known = this.#slots[slot]!;
		if (known > 0) {
			return known - 1;
		}
		const id = this.count++;
		this.#low[id] = low;
		this.#high[id] = high;
		this.#slots[slot] = this.count;
		if (this.count >= this.#low.length) {
			this.#grow();
		}
		return id;
	}

	/** The numbers of rows `from` to `to`, new ones included, into `ids`. */
	addRows({ low, high }: Fingerprints, from: number, to: number, ids: Int32Array): void {
		for (let row = from; row < to; row++) {
			ids[row] = this.findOrAdd(low[row]!, high[row]!);
		}
	}

	#slotOf(low: number, high: number): number {
		const mask = this.#slots.length - 1;
		let slot = (low ^ (high >>> 11)) & mask;
		for (;;) {
			const known = this.#slots[slot]!;
			if (known === 0 || (this.#low[known - 1] === low && this.#high[known - 1] === high)) {
				return slot;
			}
			slot = (slot + 1) & mask;
		}
	}

	#grow(): void {
		const size = this.#slots.length * 2;
		const [low, high] = [new Int32Array(Math.ceil(size * 0.7)), new Int32Array(Math.ceil(size * 0.7))];
		low.set(this.#low.subarray(0, this.count));
		high.set(this.#high.subarray(0, this.count));
		this.#low = low;
		this.#high = high;
		this.#slots = new Int32Array(size);
		for (let id = 0; id < this.count; id++) {
			this.#slots[this.#slotOf(low[id]!, high[id]!)] = id + 1;
		}
	}
}
