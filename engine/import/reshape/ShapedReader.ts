import type { ChunkReader } from '../../columns/ChunkReader.ts';
import type { Column } from '../../columns/Column.ts';
import type { EncodedChunk } from '../../columns/EncodedChunk.ts';
import { encodeColumn } from '../../columns/encodeColumn.ts';
import { gatherRows } from '../../columns/gatherRows.ts';
import type { ShapedTable } from './ShapedTable.ts';

const CHUNK_ROWS = 2 ** 18;

/** A shaped table as clustering reads it: chunk by chunk, one column after the other. Keeps the column that was read last. */
export class ShapedReader implements ChunkReader {
	private readonly table: ShapedTable;
	private last: { readonly position: number; readonly column: Column } | null = null;

	constructor(table: ShapedTable) {
		this.table = table;
	}

	chunkRows(): readonly number[] {
		const { rows } = this.table;
		return Array.from({ length: Math.ceil(rows / CHUNK_ROWS) }, (_, chunk) =>
			Math.min(CHUNK_ROWS, rows - chunk * CHUNK_ROWS),
		);
	}

	readChunk(column: number, chunk: number): EncodedChunk {
		const from = chunk * CHUNK_ROWS;
		const count = this.chunkRows()[chunk]!;
		const rows = Int32Array.from({ length: count }, (_, row) => from + row);
		return { ...encodeColumn(gatherRows(this.columnAt(column), rows)), column, chunk };
	}

	readDictionary(column: number): Uint8Array | null {
		return this.table.columns[column]!.dictionary;
	}

	private columnAt(position: number): Column {
		if (this.last?.position !== position) {
			this.last = { position, column: this.table.columns[position]!.read() };
		}
		return this.last.column;
	}
}
