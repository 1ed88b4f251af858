import type { EncodedChunk } from '../../columns/EncodedChunk.ts';
import { NewTexts } from './NewTexts.ts';
import type { NumberedTexts } from './numberTexts.ts';

/** Puts the texts that two parts have numbered, each for itself, into the order in which they first appear; see TextNumbers. */
export class MergedTexts {
	readonly #texts = new NewTexts();
	/** By number. What is not used of it takes no memory. */
	readonly #textOf: Int32Array;
	/** Texts of each part so far. */
	readonly #counts: [number, number] = [0, 0];
	#count = 0;

	/** `rows` are those of all chunks. */
	constructor(rows: number) {
		this.#textOf = new Int32Array(2 * rows);
	}

	/** The rows whose text is new to a part, in ascending order. */
	add(chunk: EncodedChunk, here: Int32Array, there: Int32Array): void {
		const rows = new Int32Array(here.length + there.length);
		for (let at = 0, mine = 0, theirs = 0; at < rows.length; at++) {
			const isMine = theirs === there.length || (mine < here.length && here[mine]! < there[theirs]!);
			const part = isMine ? 0 : 1;
			rows[at] = isMine ? here[mine++]! : there[theirs++]!;
			this.#textOf[this.#counts[part]++ * 2 + part] = this.#count++;
		}
		this.#texts.add(chunk, rows);
	}

	finish(): Pick<NumberedTexts, 'texts' | 'textOf'> {
		return { texts: this.#texts.column(), textOf: this.#textOf.slice(0, 2 * Math.max(...this.#counts)) };
	}
}
