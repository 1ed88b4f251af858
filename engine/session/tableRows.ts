import { decodeChunks } from '../columns/decodeChunks.ts';
import type { RowSource } from '../export/table/RowSource.ts';
import type { ChunkStore } from '../store/ChunkStore.ts';
import type { StoredTable } from '../store/StoredTable.ts';

/** The rows of an imported table in file order, one stored chunk at a time. */
export function tableRows(table: StoredTable, chunks: ChunkStore, asOfDay: number): RowSource {
	return {
		name: table.name,
		columns: table.columns.map(({ summary, storage }) => ({
			name: summary.name,
			type: storage.type,
			scale: storage.scale,
			isExact: storage.isExact,
			isWide: storage.isWide,
		})),
		rows: table.rowsLoaded,
		asOfDay,
		*blocks(positions) {
			const dictionaries = new Map(
				positions
					.filter((position) => table.columns[position]!.storage.hasDictionary)
					.map((position) => [position, chunks.readDictionary(position)]),
			);
			for (const [chunk, rows] of chunks.chunkRows().entries()) {
				yield positions.map((position) =>
					decodeChunks(
						[chunks.readChunk(position, chunk)],
						rows,
						table.columns[position]!.storage,
						dictionaries.get(position) ?? null,
					),
				);
			}
		},
	};
}
