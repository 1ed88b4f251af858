import { emptyBitmap } from '../../columns/bitmap.ts';
import type { Bitmap } from '../../columns/Column.ts';

/** Null bits that two threads set at once, each in a bitmap of its own. Allocated with the first null. */
export class NullBits {
	readonly #length: number;
	#here: Bitmap | null = null;
	#there: Bitmap | null = null;

	constructor(length: number) {
		this.#length = length;
	}

	get areExpected(): boolean {
		return this.#here !== null;
	}

	/** Says that there are nulls. */
	expect(): void {
		this.#here ??= emptyBitmap(this.#length);
		this.#there ??= emptyBitmap(this.#length);
	}

	/** The bits from row `from` on, which starts a word, for the thread that asks; null while no nulls are expected. */
	here(from: number): Bitmap | null {
		return this.#here && this.#here.subarray(from >>> 5);
	}

	/** The same for the other thread. */
	there(from: number): Bitmap | null {
		return this.#there && this.#there.subarray(from >>> 5);
	}

	/** Null where no nulls were expected. */
	merged(): Bitmap | null {
		const there = this.#there;
		return this.#here && there && this.#here.map((bits, word) => bits | there[word]!);
	}
}
