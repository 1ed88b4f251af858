import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import type { SqlTable } from '#shared/model/sqlConsole.ts';
import type { Column } from '../columns/Column.ts';
import { QueryDatabase } from '../store/QueryDatabase.ts';
import { tableDefinition } from './tableDefinition.ts';
import { RecordWriter } from './RecordWriter.ts';
import { PAGE_BYTES, TableImage, writeUint32 } from './TableImage.ts';

/** A table of the image with the columns it gets, in order; at least one. */
export interface ImageTable {
	readonly table: SqlTable;
	readonly columns: readonly number[];
	/** Rows of each chunk. */
	readonly chunkRows: readonly number[];
	readonly read: (column: number, chunk: number) => Column;
}

/** Places in the header of a database file: change counter, size in pages, and the change for which the size is valid. */
const CHANGES_AT = 24;
const SIZE_AT = 28;
const VALID_AT = 92;

/**
 * Writes tables into a new SQLite file. `tick` is called before every chunk with the rows written so far and may throw;
 * the caller then removes the file.
 */
export function writeImage(
	path: string,
	tables: readonly ImageTable[],
	tick: (rows: number, name: string) => void,
): void {
	const definitions = tables.map(({ table: { name, columns: all, rows }, columns }) => {
		const definition = tableDefinition(
			name,
			columns.map((column) => all[column]!),
		);
		return { name, definition, rows };
	});
	const roots = QueryDatabase.createFile(path, PAGE_BYTES, definitions);
	const file = openSync(path, 'r+');
	try {
		const header = new Uint8Array(100);
		readSync(file, header, 0, header.length, 0);
		const view = new DataView(header.buffer);
		let pages = view.getUint32(SIZE_AT);
		let written = 0;
		for (const { table, columns, chunkRows, read } of tables) {
			const image = new TableImage(file, () => ++pages);
			const records = new RecordWriter(columns.length);
			for (const [chunk, rows] of chunkRows.entries()) {
				tick(written, table.name);
				records.begin(columns.map((column) => read(column, chunk)));
				for (let row = 0; row < rows; row++) {
					const length = records.write(row);
					image.add(records.bytes, length);
				}
				written += rows;
			}
			image.finish(roots.get(table.name)!);
		}
		writeUint32(header, SIZE_AT, pages);
		writeUint32(header, VALID_AT, view.getUint32(CHANGES_AT));
		writeSync(file, header, 0, header.length, 0);
	} finally {
		closeSync(file);
	}
}
