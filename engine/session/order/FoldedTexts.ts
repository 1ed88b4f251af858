import { grown } from '../../columns/grown.ts';

const MARKS = /\p{M}/gu;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/**
 * Texts as they are compared: without regard to case and accents, the way people look names up ("Émile" between "Emil" and "Emma").
 * Bytes of text t are `bytes[offsets[t] .. offsets[t + 1]]`.
 */
export class FoldedTexts {
	count = 0;
	#offsets = new Float64Array(1024);
	#bytes = new Uint8Array(1 << 16);
	#end = 0;

	add(bytes: Uint8Array, from: number, to: number): void {
		if (this.#end + (to - from) > this.#bytes.length) {
			this.#grow(to - from);
		}
		const start = this.#end;
		let end = start;
		for (let at = from; at < to; at++) {
			const byte = bytes[at]!;
			if (byte >= 0x80) {
				this.#end = start;
				this.#addFolded(decoder.decode(bytes.slice(from, to)));
				return;
			}
			this.#bytes[end++] = byte >= 65 && byte <= 90 ? byte + 32 : byte;
		}
		this.#finish(end);
	}

	length(text: number): number {
		return this.#offsets[text + 1]! - this.#offsets[text]!;
	}

	/** Four bytes of a text from a place on, the first in the highest bits; 0 behind its end. */
	word(text: number, place: number): number {
		const bytes = this.#bytes;
		const at = this.#offsets[text]! + place;
		const left = this.#offsets[text + 1]! - at;
		if (left >= 4) {
			return ((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) >>> 0;
		}
		let word = 0;
		for (let index = 0; index < 4; index++) {
			word = (word << 8) | (index < left ? bytes[at + index]! : 0);
		}
		return word >>> 0;
	}

	/** Compares two texts from a place on, before which they are the same. */
	compare(a: number, b: number, place: number): number {
		const length = Math.max(this.length(a), this.length(b));
		for (let at = place; at < length; at += 4) {
			const difference = this.word(a, at) - this.word(b, at);
			if (difference !== 0) {
				return difference;
			}
		}
		return 0;
	}

	#addFolded(text: string): void {
		const folded = encoder.encode(text.normalize('NFKD').replace(MARKS, '').toLowerCase().replaceAll('ß', 'ss'));
		if (this.#end + folded.length > this.#bytes.length) {
			this.#grow(folded.length);
		}
		this.#bytes.set(folded, this.#end);
		this.#finish(this.#end + folded.length);
	}

	#finish(end: number): void {
		this.#end = end;
		this.count++;
		if (this.count === this.#offsets.length) {
			this.#offsets = grown(this.#offsets, new Float64Array(this.count * 2));
		}
		this.#offsets[this.count] = end;
	}

	#grow(needed: number): void {
		this.#bytes = grown(this.#bytes, new Uint8Array((this.#end + needed) * 2));
	}
}
