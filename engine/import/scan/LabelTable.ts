import type { LabelBytes } from '../../columns/dictionary.ts';

const ENTRY = 6;

/**
 * Exact byte-string dictionary: codes count from 0 in order of first appearance. A label of up to 16 bytes is compared
 * as four words and its length, a longer one byte by byte as well; never by hash alone.
 */
export class LabelTable {
	count = 0;
	#slots = new Int32Array(1024).fill(-1);
	/** Per label: four words, length, hash. */
	#entries = new Int32Array(256 * ENTRY);
	#offsets = new Int32Array(257);
	#bytes = new Uint8Array(4096);
	readonly #one = { starts: new Int32Array(1), ends: new Int32Array(1), codes: new Int32Array(1) };

	clear(): void {
		this.count = 0;
		this.#slots.fill(-1);
	}

	/** The code of one label. See `codes`. */
	code(bytes: Uint8Array, view: DataView, start: number, end: number): number {
		this.#one.starts[0] = start;
		this.#one.ends[0] = end;
		this.codes(bytes, view, this.#one.starts, this.#one.ends, 0, 1, this.#one.codes, 0);
		return this.#one.codes[0]!;
	}

	/**
	 * Codes of `count` labels, the first at `starts[first] .. ends[first]` and the others in the places after it, into `codes` from
	 * `at` on. Reads whole words: 8 bytes before the end and after the start of each must lie in the buffer.
	 */
	codes(
		bytes: Uint8Array,
		view: DataView,
		starts: Int32Array,
		ends: Int32Array,
		first: number,
		count: number,
		codes: Int32Array,
		at: number,
	): void {
		let slots = this.#slots;
		let entries = this.#entries;
		let mask = slots.length - 1;
		for (let index = 0, place = first; index < count; index++, place++) {
			const start = starts[place]!;
			const end = ends[place]!;
			const length = end - start;
			let a = view.getInt32(start, true);
			let b = 0;
			let c = 0;
			let d = 0;
			if (length < 4) {
				a &= (1 << (length << 3)) - 1;
			} else {
				b = view.getInt32(end - 4, true);
				if (length > 8) {
					c = view.getInt32(start + 4, true);
					d = view.getInt32(end - 8, true);
				}
			}
			let hash = Math.imul(a ^ Math.imul(b, 0x9e3779b1) ^ Math.imul(c + length, 0x85ebca6b) ^ (d >>> 3), 0x27d4eb2f);
			hash ^= hash >>> 15;
			let probe = hash & mask;
			let code = slots[probe]!;
			for (;;) {
				if (code < 0) {
					code = this.#add(bytes, start, end, a, b, c, d, hash, probe);
					slots = this.#slots;
					entries = this.#entries;
					mask = slots.length - 1;
					break;
				}
				const entry = code * ENTRY;
				if (
					entries[entry] === a &&
					entries[entry + 1] === b &&
					entries[entry + 2] === c &&
					entries[entry + 3] === d &&
					entries[entry + 4] === length &&
					(length <= 16 || this.#hasBytes(code, bytes, start, length))
				) {
					break;
				}
				probe = (probe + 1) & mask;
				code = slots[probe]!;
			}
			codes[at + index] = code;
		}
	}

	/** A view that is overwritten by the next labels. */
	labels(): LabelBytes {
		return { count: this.count, offsets: this.#offsets.subarray(0, this.count + 1), bytes: this.#bytes };
	}

	#hasBytes(code: number, bytes: Uint8Array, start: number, length: number): boolean {
		const from = this.#offsets[code]!;
		for (let at = 0; at < length; at++) {
			if (this.#bytes[from + at] !== bytes[start + at]) {
				return false;
			}
		}
		return true;
	}

	#add(
		bytes: Uint8Array,
		start: number,
		end: number,
		a: number,
		b: number,
		c: number,
		d: number,
		hash: number,
		slot: number,
	): number {
		const code = this.count++;
		if (code * ENTRY >= this.#entries.length) {
			this.#entries = doubled(this.#entries, new Int32Array(this.#entries.length * 2));
			this.#offsets = doubled(this.#offsets, new Int32Array(this.#entries.length / ENTRY + 1));
		}
		const from = this.#offsets[code]!;
		const to = from + end - start;
		if (to > this.#bytes.length) {
			this.#bytes = doubled(this.#bytes, new Uint8Array(Math.max(this.#bytes.length * 2, to)));
		}
		this.#bytes.set(bytes.subarray(start, end), from);
		this.#offsets[code + 1] = to;
		this.#entries.set([a, b, c, d, end - start, hash], code * ENTRY);
		this.#slots[slot] = code;
		if (this.count * 2 > this.#slots.length) {
			this.#rehash();
		}
		return code;
	}

	#rehash(): void {
		const slots = new Int32Array(this.#slots.length * 2).fill(-1);
		const mask = slots.length - 1;
		for (let code = 0; code < this.count; code++) {
			let slot = this.#entries[code * ENTRY + 5]! & mask;
			while (slots[slot]! >= 0) {
				slot = (slot + 1) & mask;
			}
			slots[slot] = code;
		}
		this.#slots = slots;
	}
}

function doubled<A extends Int32Array | Uint8Array>(from: A, to: A): A {
	to.set(from);
	return to;
}
