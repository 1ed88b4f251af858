import type { SqlTable } from '#shared/model/sqlConsole.ts';
import type { Column } from '../columns/Column.ts';
import type { ColumnStorage } from '../columns/ColumnStorage.ts';
import type { EncodedChunk } from '../columns/EncodedChunk.ts';

/** A piece of a column: as it lies in the project file, or decoded where it is in memory anyway. */
export type SqlChunk =
	| { readonly kind: 'stored'; readonly chunk: EncodedChunk; readonly storage: ColumnStorage }
	| { readonly kind: 'column'; readonly column: Column };

/** Where the rows of a table of the console come from. Reads one chunk at a time, on the engine's own thread. */
export interface SqlSource {
	readonly table: SqlTable;
	/** Rows of each chunk, in order. */
	chunkRows(): readonly number[];
	readChunk(column: number, chunk: number): SqlChunk;
	/** Bytes of dictionary.ts for columns of codes, else null. */
	readDictionary(column: number): Uint8Array | null;
}
