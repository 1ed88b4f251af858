import { cellOf } from '../columns/cellOf.ts';
import type { Column } from '../columns/Column.ts';
import type { QueryValue } from '../store/QueryDatabase.ts';
import type { EngineColumns } from './EngineColumns.ts';

const CHECK_EVERY = 1024;

/** Many rows were read and few of them wanted: SQLite filters its own tables several times as fast. */
export class TooFewHits extends Error {}

/**
 * A generator of the rows of a table for a SQLite virtual table. SQLite does not say which columns it will ask for:
 * `needed` does, at the moment the reading begins, and all others are null. Before each chunk `goesOn` is asked with the
 * rows so far; where it says no, TooFewHits is thrown.
 */
export function tableRows(
	table: number,
	width: number,
	source: EngineColumns,
	needed: () => readonly number[],
	goesOn: (rows: number) => boolean,
): () => Generator<readonly QueryValue[]> {
	return function* rows() {
		const wanted = needed();
		let read = 0;
		const row = new Array<QueryValue>(width).fill(null);
		for (const [chunk, length] of source.chunkRows(table).entries()) {
			if (!goesOn(read)) {
				throw new TooFewHits();
			}
			read += length;
			const columns = wanted.map((column) => source.read(table, column, chunk));
			for (let at = 0; at < length; at++) {
				if (at % CHECK_EVERY === 0) {
					source.throwIfCancelled();
				}
				for (let index = 0; index < wanted.length; index++) {
					row[wanted[index]!] = valueOf(columns[index]!, at);
				}
				yield row;
			}
		}
	};
}

function valueOf(column: Column, row: number): QueryValue {
	const cell = cellOf(column, row);
	return typeof cell === 'boolean' ? Number(cell) : cell;
}
