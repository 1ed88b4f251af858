import type { ValueRange } from '../../columns/encodeChunk.ts';
import type { FieldBlock } from './FieldBlock.ts';

/** Smallest and largest value of one column of a morsel, known while every block of it was plain (see FieldBlock.plain). */
export class PlainRange {
	#min = Infinity;
	#max = -Infinity;
	#isKnown = true;

	add({ plain, lowest, highest, records }: FieldBlock, column: number): void {
		if (plain[column] !== records) {
			this.#isKnown = false;
		} else if (records > 0) {
			this.#min = Math.min(this.#min, lowest[column]!);
			this.#max = Math.max(this.#max, highest[column]!);
		}
	}

	/** Rows were taken out. */
	forget(): void {
		this.#isKnown = false;
	}

	/** Null where the values have to be looked at; makes this ready for the next morsel. */
	take(): ValueRange | null {
		const range = this.#isKnown && this.#min <= this.#max ? { min: this.#min, max: this.#max } : null;
		this.#min = Infinity;
		this.#max = -Infinity;
		this.#isKnown = true;
		return range;
	}
}
