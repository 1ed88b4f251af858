import type { Column } from '../columns/Column.ts';
import { decodeChunks } from '../columns/decodeChunks.ts';
import type { ChunkStore } from '../store/ChunkStore.ts';
import type { StoredTable } from '../store/StoredTable.ts';
import { arrowOf } from './arrowOf.ts';
import { Memo } from './Memo.ts';

/** Decoded chunks kept for scrolling: about what a screen of twenty columns needs for three chunks. */
const KEPT_CHUNKS = 64;

/** Pages of a stored table in file order. Only the chunks that hold the rows are decoded. */
export class TablePages {
	private readonly columns = new Memo<Column>(KEPT_CHUNKS);

	async page(table: StoredTable, chunks: ChunkStore, from: number, count: number): Promise<Uint8Array> {
		const parts: Column[][] = table.columns.map(() => []);
		const rows: number[][] = [];
		let start = 0;
		for (const [chunk, length] of chunks.chunkRows().entries()) {
			const first = Math.max(from, start);
			const end = Math.min(from + count, start + length);
			if (first < end) {
				rows.push(Array.from({ length: end - first }, (_, index) => first - start + index));
				for (const position of table.columns.keys()) {
					parts[position]!.push(await this.decoded(table, chunks, position, chunk));
				}
			}
			start += length;
		}
		return arrowOf(
			table.columns.map(({ summary }, position) => ({ name: summary.name, parts: parts[position]! })),
			rows,
		);
	}

	private decoded(table: StoredTable, chunks: ChunkStore, position: number, chunk: number): Promise<Column> {
		return this.columns.get(`${table.id} ${position} ${chunk}`, () => {
			const encoded = chunks.readChunk(position, chunk);
			const { storage } = table.columns[position]!;
			const dictionary = storage.hasDictionary ? chunks.readDictionary(position) : null;
			return Promise.resolve(decodeChunks([encoded], encoded.rows, storage, dictionary));
		});
	}
}
