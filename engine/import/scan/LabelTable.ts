import type { LabelBytes } from '../../columns/dictionary.ts';
import { grown } from '../../columns/grown.ts';

const ENTRY = 6;
/** Up to here four words and the length say all of a label. */
const MAX_WORDS_LENGTH = 16;

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
		const { starts, ends, codes } = this.#one;
		starts[0] = start;
		ends[0] = end;
		this.codes(bytes, view, starts, ends, 0, 1, codes, 0);
		return codes[0]!;
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
		let done = 0;
		for (;;) {
			done = findShort(this.#slots, this.#entries, view, starts, ends, first, done, count, codes, at);
			if (done === count) {
				return;
			}
			codes[at + done] = this.#findOrAdd(bytes, view, starts[first + done]!, ends[first + done]!);
			done++;
		}
	}

	/** Any label, known or new. */
	#findOrAdd(bytes: Uint8Array, view: DataView, start: number, end: number): number {
		const length = end - start;
		const a = headWord(view, start, length);
		const b = length < 4 ? 0 : view.getInt32(end - 4, true);
		const c = length > 8 ? view.getInt32(start + 4, true) : 0;
		const d = length > 8 ? view.getInt32(end - 8, true) : 0;
		const hash = hashOf(a, b, c, d, length);
		const entries = this.#entries;
		const mask = this.#slots.length - 1;
		let probe = hash & mask;
		for (let code = this.#slots[probe]!; code >= 0; code = this.#slots[probe]!) {
			const entry = code * ENTRY;
			const isSame =
				entries[entry] === a &&
				entries[entry + 1] === b &&
				entries[entry + 2] === c &&
				entries[entry + 3] === d &&
				entries[entry + 4] === length;
			if (isSame && (length <= MAX_WORDS_LENGTH || this.#hasBytes(code, bytes, start, length))) {
				return code;
			}
			probe = (probe + 1) & mask;
		}
		return this.#add(bytes, start, end, [a, b, c, d], hash, probe);
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

	#add(bytes: Uint8Array, start: number, end: number, words: number[], hash: number, slot: number): number {
		const code = this.count++;
		if (code * ENTRY >= this.#entries.length) {
			this.#entries = grown(this.#entries, new Int32Array(this.#entries.length * 2));
			this.#offsets = grown(this.#offsets, new Int32Array(this.#entries.length / ENTRY + 1));
		}
		const from = this.#offsets[code]!;
		const to = from + end - start;
		if (to > this.#bytes.length) {
			this.#bytes = grown(this.#bytes, new Uint8Array(Math.max(this.#bytes.length * 2, to)));
		}
		this.#bytes.set(bytes.subarray(start, end), from);
		this.#offsets[code + 1] = to;
		this.#entries.set([...words, end - start, hash], code * ENTRY);
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

/**
 * Codes of known labels of up to MAX_WORDS_LENGTH bytes; returns the place of the first other one. It calls nothing that is not
 * inlined, which keeps it fast.
 */
function findShort(
	slots: Int32Array,
	entries: Int32Array,
	view: DataView,
	starts: Int32Array,
	ends: Int32Array,
	first: number,
	from: number,
	count: number,
	codes: Int32Array,
	at: number,
): number {
	const mask = slots.length - 1;
	for (let done = from; done < count; done++) {
		const start = starts[first + done]!;
		const end = ends[first + done]!;
		const length = end - start;
		if (length > MAX_WORDS_LENGTH) {
			return done;
		}
		const a = headWord(view, start, length);
		const b = length < 4 ? 0 : view.getInt32(end - 4, true);
		const c = length > 8 ? view.getInt32(start + 4, true) : 0;
		const d = length > 8 ? view.getInt32(end - 8, true) : 0;
		let probe = hashOf(a, b, c, d, length) & mask;
		for (;;) {
			const code = slots[probe]!;
			if (code < 0) {
				return done;
			}
			const entry = code * ENTRY;
			if (
				entries[entry] === a &&
				entries[entry + 1] === b &&
				entries[entry + 2] === c &&
				entries[entry + 3] === d &&
				entries[entry + 4] === length
			) {
				codes[at + done] = code;
				break;
			}
			probe = (probe + 1) & mask;
		}
	}
	return count;
}

function headWord(view: DataView, start: number, length: number): number {
	const word = view.getInt32(start, true);
	return length < 4 ? word & ((1 << (length << 3)) - 1) : word;
}

function hashOf(a: number, b: number, c: number, d: number, length: number): number {
	const mixed = Math.imul(a ^ Math.imul(b, 0x9e3779b1) ^ Math.imul(c + length, 0x85ebca6b) ^ (d >>> 3), 0x27d4eb2f);
	return mixed ^ (mixed >>> 15);
}
