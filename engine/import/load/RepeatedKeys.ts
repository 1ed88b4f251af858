import type { Column } from '../../columns/Column.ts';
import { KeyTable } from '../../columns/KeyTable.ts';

/** Finds the customers of a customers table that have been seen before. The first row of a customer counts. */
export class RepeatedKeys {
	readonly #keys = new KeyTable();
	#firstLines = new Float64Array(1024);

	/** `lineOf` gives the line of a row. Returns the repeated rows, ascending, with the line of the customer's first row. */
	find(keys: Column, lineOf: (row: number) => number): { readonly row: number; readonly firstLine: number }[] {
		const ids = new Int32Array(keys.length);
		let known = this.#keys.count;
		this.#keys.addColumn(keys, ids, 0);
		const repeated: { row: number; firstLine: number }[] = [];
		for (let row = 0; row < ids.length; row++) {
			const id = ids[row]!;
			if (id === known) {
				this.#remember(id, lineOf(row));
				known++;
			} else if (id >= 0) {
				repeated.push({ row, firstLine: this.#firstLines[id]! });
			}
		}
		return repeated;
	}

	#remember(id: number, line: number): void {
		if (id === this.#firstLines.length) {
			const grown = new Float64Array(id * 2);
			grown.set(this.#firstLines);
			this.#firstLines = grown;
		}
		this.#firstLines[id] = line;
	}
}
