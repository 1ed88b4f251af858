import type { ChunkReader } from '../../columns/ChunkReader.ts';
import type { ColumnStorage } from '../../columns/ColumnStorage.ts';

export interface PartColumn {
	readonly name: string;
	/** Place among the columns of the reader. */
	readonly position: number;
	readonly storage: ColumnStorage;
}

/** Rows of one source that go into a table that is put together from several. */
export interface TablePart {
	readonly reader: ChunkReader;
	readonly columns: readonly PartColumn[];
	/** Rows that are left out, ascending. */
	readonly dropped: Int32Array;
}
