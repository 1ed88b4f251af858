import type { MeasureColumn } from '../metrics/kernel/MeasureMatrix.ts';
import type { Slot, SlotPair } from '../metrics/kernel/statisticsAt.ts';

/** Collects the columns that metrics need, each once, and the pairs of them whose products are needed too. */
export class MatrixColumns {
	readonly #names: string[] = [];
	readonly #columns: MeasureColumn[] = [];
	readonly #pairs: SlotPair[] = [];

	get columns(): readonly MeasureColumn[] {
		return this.#columns;
	}

	get pairs(): readonly SlotPair[] {
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

	pair(x: Slot, y: Slot): SlotPair {
		const pair = [x, y] as const;
		this.#pairs.push(pair);
		return pair;
	}
}
