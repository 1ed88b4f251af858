import type { CategoryColumn, TextColumn } from '../columns/Column.ts';
import { bitAt } from '../frame/bitmap.ts';
import type { Job } from '../job.ts';
import { hashText } from '../quality/fingerprint.ts';
import { FingerprintTable } from '../quality/FingerprintTable.ts';

const ROWS_PER_TICK = 50_000;

/** The distinct texts of a column, without the texts themselves: a row that holds each. */
export interface TextCounts {
	/** Per distinct text the first row that holds it, in order of first appearance. */
	readonly rows: Int32Array;
	/** Per distinct text how many rows hold it. */
	readonly counts: Int32Array;
	/** Positions in `rows`, the most frequent first, equally frequent ones in order of first appearance. */
	readonly order: Int32Array;
}

/** Counts labels by their codes, other texts by 64-bit fingerprints of their bytes. */
export async function countTexts(column: CategoryColumn | TextColumn, job: Job): Promise<TextCounts> {
	const idOf = column.kind === 'category' ? idsOfLabels(column) : idsOfTexts(column);
	const { nulls, length } = column;
	const rows = new Int32Array(length);
	const counts = new Int32Array(length);
	let distinct = 0;
	for (let from = 0; from < length; from += ROWS_PER_TICK) {
		await job.tick(from, length, 'Counting values');
		for (let row = from; row < Math.min(length, from + ROWS_PER_TICK); row++) {
			if (nulls === null || !bitAt(nulls, row)) {
				const id = idOf(row);
				if (id === distinct) {
					rows[distinct++] = row;
				}
				counts[id]!++;
			}
		}
	}
	return { rows: rows.slice(0, distinct), counts: counts.slice(0, distinct), order: byCount(counts, distinct) };
}

/** Numbers from 0 in order of first appearance. */
function idsOfLabels({ codes, labels }: CategoryColumn): (row: number) => number {
	const ids = new Int32Array(labels.length).fill(-1);
	let next = 0;
	return (row) => {
		const code = codes[row]!;
		if (ids[code] === -1) {
			ids[code] = next++;
		}
		return ids[code]!;
	};
}

function idsOfTexts({ offsets, bytes, length }: TextColumn): (row: number) => number {
	const table = new FingerprintTable(length);
	return (row) => {
		const { low, high } = hashText(bytes, offsets[row]!, offsets[row + 1]!);
		return table.findOrAdd(low, high);
	};
}

/** Sorts by counting: as many buckets as the largest count. */
function byCount(counts: Int32Array, distinct: number): Int32Array {
	let most = 0;
	for (let id = 0; id < distinct; id++) {
		most = Math.max(most, counts[id]!);
	}
	const starts = new Int32Array(most + 2);
	for (let id = 0; id < distinct; id++) {
		starts[most - counts[id]! + 1]!++;
	}
	for (let bucket = 1; bucket < starts.length; bucket++) {
		starts[bucket]! += starts[bucket - 1]!;
	}
	const order = new Int32Array(distinct);
	for (let id = 0; id < distinct; id++) {
		order[starts[most - counts[id]!]!++] = id;
	}
	return order;
}
