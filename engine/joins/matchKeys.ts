import { cellOf } from '../columns/cellOf.ts';
import type { Column } from '../columns/Column.ts';
import { KeyTable } from '../columns/KeyTable.ts';
import { keyBatches, type KeyBatch } from './keyBatches.ts';

/** The keys of one side; ids are shared by both sides. */
export interface SideKeys {
	readonly rows: number;
	readonly rowsWithoutKey: number;
	/** Rows of each id; 0 for keys that only the other side has. */
	readonly rowsOf: Int32Array;
	/** The key in the form in which it is compared. */
	keyOf(id: number): string;
}

/** One side as it is stored, and the form in which its texts are compared; null for as they are. */
export interface KeySource {
	readonly keys: Column;
	readonly form: ((key: string) => string) | null;
}

const encoder = new TextEncoder();

/**
 * Two key columns by the rule of the customer base (see KeyTable): an integer and its plain spelling are the same key. `tick` is
 * told of every batch of rows; what it throws ends the work.
 */
export async function matchKeys(
	left: KeySource,
	right: KeySource,
	tick: (rows: number) => Promise<void>,
): Promise<{ left: SideKeys; right: SideKeys; count: number }> {
	const table = new KeyTable();
	const leftIds = await idsOf(table, left, tick);
	const rightIds = await idsOf(table, right, tick);
	const { count } = table;
	const leftSide = sideOf(left, leftIds, count);
	await tick(0);
	return { left: leftSide, right: sideOf(right, rightIds, count), count };
}

async function idsOf(
	table: KeyTable,
	{ keys, form }: KeySource,
	tick: (rows: number) => Promise<void>,
): Promise<Int32Array> {
	const ids = new Int32Array(keys.length);
	for (const batch of keyBatches(keys)) {
		if (form) {
			addInForm(table, batch, form, ids);
		} else {
			table.addColumn(batch.keys, ids, batch.from);
		}
		await tick(batch.keys.length);
	}
	return ids;
}

function addInForm(table: KeyTable, { keys, from }: KeyBatch, form: (key: string) => string, ids: Int32Array): void {
	for (let row = 0; row < keys.length; row++) {
		const key = cellOf(keys, row);
		if (key === null) {
			ids[from + row] = -1;
		} else {
			const bytes = encoder.encode(form(String(key)));
			ids[from + row] = table.addText(bytes, 0, bytes.length);
		}
	}
}

function sideOf({ keys, form }: KeySource, ids: Int32Array, count: number): SideKeys {
	const rowsOf = new Int32Array(count);
	const firstRow = new Int32Array(count).fill(-1);
	let rowsWithoutKey = 0;
	for (let row = 0; row < ids.length; row++) {
		const id = ids[row]!;
		if (id < 0) {
			rowsWithoutKey++;
		} else if (rowsOf[id]!++ === 0) {
			firstRow[id] = row;
		}
	}
	return {
		rows: ids.length,
		rowsWithoutKey,
		rowsOf,
		keyOf: (id) => {
			const key = String(cellOf(keys, firstRow[id]!));
			return form ? form(key) : key;
		},
	};
}
