import type { ChunkReader } from '../columns/ChunkReader.ts';
import type { Column } from '../columns/Column.ts';
import { decodeChunks } from '../columns/decodeChunks.ts';
import type { StoredTable } from '../store/StoredTable.ts';
import { arrowOf } from './arrowOf.ts';

/** Single rows of a table as Arrow bytes, their number in the table first. `rows` are ascending; only their chunks are decoded. */
export function rowsPage(table: StoredTable, reader: ChunkReader, rows: Int32Array): Uint8Array {
	const dictionaries = table.columns.map(({ storage }, position) =>
		storage.hasDictionary ? reader.readDictionary(position) : null,
	);
	const parts: Column[][] = table.columns.map(() => []);
	const wanted: number[][] = [];
	let from = 0;
	let next = 0;
	for (const [chunk, length] of reader.chunkRows().entries()) {
		const inChunk: number[] = [];
		while (next < rows.length && rows[next]! < from + length) {
			inChunk.push(rows[next++]! - from);
		}
		if (inChunk.length > 0) {
			wanted.push(inChunk);
			for (const [position, { storage }] of table.columns.entries()) {
				parts[position]!.push(
					decodeChunks([reader.readChunk(position, chunk)], length, storage, dictionaries[position]!),
				);
			}
		}
		from += length;
	}
	const names = table.columns.map(({ summary }) => summary.name);
	return arrowOf(
		names.map((name, position) => ({ name, parts: parts[position]! })),
		wanted,
		{ name: rowColumnName(names), cells: Array.from(rows, (row) => String(row + 1)) },
	);
}

/** Header over the numbers of rows. */
export function rowColumnName(names: readonly string[]): string {
	return names.includes('Row') ? 'Row in table' : 'Row';
}
