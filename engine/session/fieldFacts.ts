import type { Cell } from '#shared/model/columnType.ts';
import type { Result } from '#shared/protocol/methods.ts';
import type { Column } from '../columns/Column.ts';
import type { Job } from '../job.ts';
import { cellOf } from '../columns/cellOf.ts';

const ROWS_PER_TICK = 50_000;

interface Count {
	/** A row that holds the value. */
	readonly row: number;
	count: number;
}

/**
 * The values of a column: how many are missing, how many differ, the range (null for text), and the most frequent ones whose
 * text begins with `prefix`, whatever its case. Ties come in order of first appearance.
 */
export async function fieldFacts(
	column: Column,
	prefix: string,
	limit: number,
	job: Job,
): Promise<Result<'segments.describeField'>> {
	const counts = new Map<number | string, Count>();
	let nulls = 0;
	for (let row = 0; row < column.length; row++) {
		if (row % ROWS_PER_TICK === 0) {
			await job.tick(row, column.length, 'Counting values');
		}
		const key = keyAt(column, row);
		if (key === null) {
			nulls++;
			continue;
		}
		const known = counts.get(key);
		if (known) {
			known.count++;
		} else {
			counts.set(key, { row, count: 1 });
		}
	}
	const wanted = prefix.toLowerCase();
	const top = [...counts.values()]
		.map(({ row, count }) => ({ value: cellOf(column, row), count }))
		.filter(({ value }) => String(value).toLowerCase().startsWith(wanted))
		.sort((left, right) => right.count - left.count)
		.slice(0, limit);
	return { nulls, distinct: counts.size, ...range(column, counts), top };
}

/** What makes two values the same; null where there is none. */
function keyAt(column: Column, row: number): number | string | null {
	if (column.nulls !== null && (column.nulls[row >>> 5]! >>> (row & 31)) & 1) {
		return null;
	}
	if (column.kind === 'category') {
		return column.codes[row]!;
	}
	return column.kind === 'text' ? String(cellOf(column, row)) : column.values[row]!;
}

function range(column: Column, counts: ReadonlyMap<number | string, Count>): { min: Cell; max: Cell } {
	if (column.kind === 'category' || column.kind === 'text') {
		return { min: null, max: null };
	}
	let least: Count | null = null;
	let greatest: Count | null = null;
	for (const count of counts.values()) {
		const value = column.values[count.row]!;
		least = least === null || value < column.values[least.row]! ? count : least;
		greatest = greatest === null || value > column.values[greatest.row]! ? count : greatest;
	}
	return {
		min: least === null ? null : cellOf(column, least.row),
		max: greatest === null ? null : cellOf(column, greatest.row),
	};
}
