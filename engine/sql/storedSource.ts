import type { ChunkReader } from '../columns/ChunkReader.ts';
import type { StoredTable } from '../store/StoredTable.ts';
import { sqlNames } from './sqlNames.ts';
import type { SqlSource } from './SqlSource.ts';

/** SQLite takes no more columns in one table. */
export const MOST_COLUMNS = 2000;

/** An imported table in file order. Columns beyond the 2,000th cannot be queried. */
export function storedSource(name: string, table: StoredTable, chunks: ChunkReader): SqlSource {
	const columns = table.columns.slice(0, MOST_COLUMNS);
	const names = sqlNames(columns.map(({ summary }) => summary.name));
	let rows: readonly number[] | null = null;
	return {
		table: {
			name,
			kind: 'table',
			rows: table.rowsLoaded,
			columns: columns.map(({ summary }, index) => ({ name: names[index]!, type: summary.type })),
		},
		chunkRows: () => (rows ??= chunks.chunkRows()),
		readChunk: (column, chunk) => ({
			kind: 'stored',
			chunk: chunks.readChunk(column, chunk),
			storage: columns[column]!.storage,
		}),
		readDictionary: (column) => (columns[column]!.storage.hasDictionary ? chunks.readDictionary(column) : null),
	};
}
