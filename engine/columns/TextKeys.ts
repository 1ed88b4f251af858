import { grown } from './grown.ts';

const EMPTY = -1;

/** Byte strings to dense ids, compared byte by byte after the hash agrees; one flat pool, no string per key. */
export class TextKeys {
	#slots = new Int32Array(2048).fill(EMPTY);
	#hashes = new Int32Array(1024);
	/** Entry e is `#bytes[#offsets[e] .. #offsets[e + 1]]` and stands for id `#ids[e]`. */
	#offsets = new Float64Array(1025);
	#ids = new Int32Array(1024);
	#bytes = new Uint8Array(16_384);
	#count = 0;

	/** The id of the key, -1 when there is none. */
	find(bytes: Uint8Array, start: number, end: number): number {
		const entry = this.#slots[this.#slotOf(bytes, start, end, hashBytes(bytes, start, end))]!;
		return entry === EMPTY ? -1 : this.#ids[entry]!;
	}

	/** The id of the key; a new key gets `newId`. */
	findOrAdd(bytes: Uint8Array, start: number, end: number, newId: number): number {
		const hash = hashBytes(bytes, start, end);
		const slot = this.#slotOf(bytes, start, end, hash);
		const entry = this.#slots[slot]!;
		if (entry !== EMPTY) {
			return this.#ids[entry]!;
		}
		this.#slots[slot] = this.#append(bytes, start, end, hash, newId);
		if (this.#count * 2 > this.#slots.length) {
			this.#rehash();
		}
		return newId;
	}

	#slotOf(bytes: Uint8Array, start: number, end: number, hash: number): number {
		const slots = this.#slots;
		const mask = slots.length - 1;
		let slot = hash & mask;
		for (;;) {
			const entry = slots[slot]!;
			if (entry === EMPTY || (this.#hashes[entry] === hash && this.#isEqual(entry, bytes, start, end))) {
				return slot;
			}
			slot = (slot + 1) & mask;
		}
	}

	#isEqual(entry: number, bytes: Uint8Array, start: number, end: number): boolean {
		const from = this.#offsets[entry]!;
		if (this.#offsets[entry + 1]! - from !== end - start) {
			return false;
		}
		const pool = this.#bytes;
		for (let at = start, own = from; at < end; at++, own++) {
			if (pool[own] !== bytes[at]) {
				return false;
			}
		}
		return true;
	}

	#append(bytes: Uint8Array, start: number, end: number, hash: number, id: number): number {
		const entry = this.#count++;
		if (entry === this.#ids.length) {
			this.#hashes = grown(this.#hashes, new Int32Array(entry * 2));
			this.#ids = grown(this.#ids, new Int32Array(entry * 2));
			this.#offsets = grown(this.#offsets, new Float64Array(entry * 2 + 1));
		}
		const from = this.#offsets[entry]!;
		const to = from + end - start;
		if (to > this.#bytes.length) {
			this.#bytes = grown(this.#bytes, new Uint8Array(Math.max(this.#bytes.length * 2, to)));
		}
		this.#bytes.set(bytes.subarray(start, end), from);
		this.#offsets[entry + 1] = to;
		this.#hashes[entry] = hash;
		this.#ids[entry] = id;
		return entry;
	}

	#rehash(): void {
		this.#slots = new Int32Array(this.#slots.length * 4).fill(EMPTY);
		const mask = this.#slots.length - 1;
		for (let entry = 0; entry < this.#count; entry++) {
			let slot = this.#hashes[entry]! & mask;
			while (this.#slots[slot] !== EMPTY) {
				slot = (slot + 1) & mask;
			}
			this.#slots[slot] = entry;
		}
	}
}

function hashBytes(bytes: Uint8Array, start: number, end: number): number {
	let hash = end - start;
	for (let at = start; at < end; at++) {
		hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
	}
	hash ^= hash >>> 15;
	hash = Math.imul(hash, 0x85ebca6b);
	return hash ^ (hash >>> 13);
}
