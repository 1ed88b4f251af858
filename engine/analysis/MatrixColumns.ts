import type { MeasureColumn } from '../metrics/kernel/MeasureMatrix.ts';
import type { Slot } from '../metrics/kernel/statisticsAt.ts';

/** Collects the columns that metrics need, each once, and the pairs of them whose products are needed too. */
export class MatrixColumns {
	readonly #names: string[] = [];
	readonly #columns: MeasureColumn[] = [];
	readonly #pairs: (readonly [Slot, Slot])[] = [];

	get columns(): readonly MeasureColumn[] {
		return this.#columns;
	}

	get pairs(): readonly (readonly [Slot, Slot])[] {
		return this.#pairs;
	}

	/** Where the column is; it is added unless one of that name is there. */
	slot(name: string, column: () => MeasureColumn): Slot {
		const known = this.#names.indexOf(name);
		if (known >= 0) {
			return known;
		}
		this.#columns.push(column());
		return this.#names.push(name) - 1;
	}

	/** The number of the pair; it is added unless it is there. */
	pair(x: Slot, y: Slot): number {
		const known = this.#pairs.findIndex(([left, right]) => left === x && right === y);
		return known >= 0 ? known : this.#pairs.push([x, y]) - 1;
	}
}
