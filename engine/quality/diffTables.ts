import type { ColumnType } from '#shared/model/columnType.ts';
import type { ColumnDiff, TableDiff } from '#shared/model/tableDiff.ts';
import { cellOf } from '../columns/cellOf.ts';
import { readRows } from '../columns/readRows.ts';
import type { Job } from '../job.ts';
import type { ColumnSource } from './ColumnSource.ts';
import { emptyFingerprints, type Fingerprints } from './fingerprint.ts';
import { FingerprintTable } from './FingerprintTable.ts';
import { mixSource } from './mixSource.ts';

const EXAMPLES = 5;

export interface DiffSide {
	readonly rows: number;
	readonly columns: readonly (ColumnSource & { readonly name: string; readonly type: ColumnType })[];
}

/** One side by key: what each row is called, and the rows of each key. */
interface KeyedSide extends DiffSide {
	readonly keyOf: Int32Array;
	/** By key; grows with the keys of the other side. */
	readonly counts: Int32Array;
	readonly firstRow: Int32Array;
}

export type DiffFigures = Omit<TableDiff, 'token' | 'tableId' | 'file' | 'rowsQuarantined' | 'problems'>;

/** The keys of both sides, and which rows have one that the other side knows. */
export interface KeyedDiff extends DiffFigures {
	/** Rows of the table whose key is in the export, and rows of the export whose key is in the table; ascending. */
	readonly knownBefore: Int32Array;
	readonly knownAfter: Int32Array;
}

/**
 * Compares two states of a table by key. Values are compared by 64-bit fingerprints (see mixColumn), so that a number and its
 * spelling are the same. Where a key has several rows, they are compared together, in any order.
 */
export async function diffTables(
	before: DiffSide,
	after: DiffSide,
	keys: readonly string[],
	job: Job,
): Promise<KeyedDiff> {
	const table = new FingerprintTable(Math.max(before.rows, after.rows));
	const keyBefore = await numberKeys(before, keys, table, job);
	const keyAfter = await numberKeys(after, keys, table, job);
	const left = keyed(before, keyBefore, table.count);
	const right = keyed(after, keyAfter, table.count);
	const isChanged = new Uint8Array(table.count);
	const names = [...new Set([...before.columns, ...after.columns].map(({ name }) => name))];
	const common = names.filter((name) => !keys.includes(name) && columnNamed(before, name) && columnNamed(after, name));
	const changedRows = new Map<string, { changed: number; examples: number[] }>();
	for (const name of common) {
		changedRows.set(name, await compareColumn(left, right, name, isChanged, job));
	}
	const isUnique = isOnce(left.counts) && isOnce(right.counts);
	if (!isUnique) {
		await compareGroups(left, right, common, isChanged, job);
	}
	const figures = { added: 0, removed: 0, changed: 0, same: 0, rowsAdded: 0, rowsRemoved: 0 };
	const [added, removed]: [number[], number[]] = [[], []];
	for (let key = 0; key < table.count; key++) {
		const [was, is] = [left.counts[key]!, right.counts[key]!];
		if (was === 0) {
			figures.added++;
			figures.rowsAdded += is;
			if (added.length < EXAMPLES) {
				added.push(key);
			}
		} else if (is === 0) {
			figures.removed++;
			figures.rowsRemoved += was;
			if (removed.length < EXAMPLES) {
				removed.push(key);
			}
		} else if (isChanged[key] === 1) {
			figures.changed++;
		} else {
			figures.same++;
		}
	}
	const columns: ColumnDiff[] = [];
	for (const name of names) {
		const found = changedRows.get(name);
		await job.tick(0, null, 'Comparing');
		columns.push({
			name,
			before: columnNamed(before, name)?.type ?? null,
			after: columnNamed(after, name)?.type ?? null,
			changed: found?.changed ?? null,
			examples: (found?.examples ?? []).map((key) => ({
				key: keyText(before, keys, left.firstRow[key]!),
				before: cellAt(before, name, left.firstRow[key]!),
				after: cellAt(after, name, right.firstRow[key]!),
			})),
		});
	}
	return {
		keys: [...keys],
		isUnique,
		rowsBefore: before.rows,
		rowsAfter: after.rows,
		...figures,
		examplesAdded: added.map((key) => keyText(after, keys, right.firstRow[key]!)),
		examplesRemoved: removed.map((key) => keyText(before, keys, left.firstRow[key]!)),
		columns,
		knownBefore: knownRows(left, right),
		knownAfter: knownRows(right, left),
	};
}

/** Whether the values of some columns name each row of a side once. */
export async function areUniqueKeys(side: DiffSide, keys: readonly string[], job: Job): Promise<boolean> {
	const table = new FingerprintTable(side.rows);
	await numberKeys(side, keys, table, job);
	return table.count === side.rows;
}

async function numberKeys(
	side: DiffSide,
	keys: readonly string[],
	table: FingerprintTable,
	job: Job,
): Promise<Int32Array> {
	const prints = emptyFingerprints(side.rows);
	for (const name of keys) {
		const column = columnNamed(side, name);
		if (column) {
			await mixSource(column, prints, job, 'Reading the keys');
		}
	}
	const ids = new Int32Array(side.rows);
	const batch = 2 ** 18;
	for (let from = 0; from < side.rows; from += batch) {
		table.addRows(prints, from, Math.min(side.rows, from + batch), ids);
		await job.tick(from, side.rows, 'Reading the keys');
	}
	return ids;
}

function keyed(side: DiffSide, keyOf: Int32Array, keys: number): KeyedSide {
	const counts = new Int32Array(keys);
	const firstRow = new Int32Array(keys).fill(-1);
	for (let row = 0; row < keyOf.length; row++) {
		const key = keyOf[row]!;
		if (counts[key]!++ === 0) {
			firstRow[key] = row;
		}
	}
	return { ...side, keyOf, counts, firstRow };
}

/** Keys that name one row on each side and differ in the column; marks them. */
async function compareColumn(left: KeyedSide, right: KeyedSide, name: string, isChanged: Uint8Array, job: Job) {
	const was = await printsOf(left, name, job);
	const is = await printsOf(right, name, job);
	let changed = 0;
	const examples: number[] = [];
	for (let key = 0; key < isChanged.length; key++) {
		if (left.counts[key] === 1 && right.counts[key] === 1) {
			const [first, second] = [left.firstRow[key]!, right.firstRow[key]!];
			if (was.low[first] !== is.low[second] || was.high[first] !== is.high[second]) {
				isChanged[key] = 1;
				changed++;
				if (examples.length < EXAMPLES) {
					examples.push(key);
				}
			}
		}
	}
	return { changed, examples };
}

/** Keys with several rows on a side, whose rows are not the same ones on both; marks them. */
async function compareGroups(
	left: KeyedSide,
	right: KeyedSide,
	names: readonly string[],
	isChanged: Uint8Array,
	job: Job,
): Promise<void> {
	const was = await groupSums(left, names, isChanged.length, job);
	const is = await groupSums(right, names, isChanged.length, job);
	for (let key = 0; key < isChanged.length; key++) {
		const [before, after] = [left.counts[key]!, right.counts[key]!];
		const isGroup = before > 0 && after > 0 && (before > 1 || after > 1);
		if (isGroup && (before !== after || was.low[key] !== is.low[key] || was.high[key] !== is.high[key])) {
			isChanged[key] = 1;
		}
	}
}

/** Sums of the fingerprints of the rows of each key, which do not depend on the order of the rows. */
async function groupSums(side: KeyedSide, names: readonly string[], keys: number, job: Job): Promise<Fingerprints> {
	const rows = emptyFingerprints(side.rows);
	for (const name of names) {
		await mixSource(columnNamed(side, name)!, rows, job, 'Comparing');
	}
	const sums = emptyFingerprints(keys);
	for (let row = 0; row < side.rows; row++) {
		const key = side.keyOf[row]!;
		sums.low[key]! += rows.low[row]!;
		sums.high[key]! += rows.high[row]!;
	}
	return sums;
}

async function printsOf(side: DiffSide, name: string, job: Job): Promise<Fingerprints> {
	const prints = emptyFingerprints(side.rows);
	await mixSource(columnNamed(side, name)!, prints, job, `Comparing ${name}`);
	return prints;
}

function knownRows(side: KeyedSide, other: KeyedSide): Int32Array {
	const rows: number[] = [];
	for (let row = 0; row < side.rows; row++) {
		if (other.counts[side.keyOf[row]!]! > 0) {
			rows.push(row);
		}
	}
	return Int32Array.from(rows);
}

function isOnce(counts: Int32Array): boolean {
	return counts.every((count) => count <= 1);
}

function columnNamed(side: DiffSide, name: string) {
	return side.columns.find((column) => column.name === name);
}

function cellAt(side: DiffSide, name: string, row: number) {
	const column = columnNamed(side, name);
	return column ? cellOf(readRows(column.reader, column.position, column.storage, row, 1), 0) : null;
}

function keyText(side: DiffSide, keys: readonly string[], row: number): string {
	return keys.map((name) => String(cellAt(side, name, row) ?? 'no value')).join(', ');
}
