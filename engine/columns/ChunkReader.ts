import type { EncodedChunk } from './EncodedChunk.ts';

/** Read access to the stored columns of one table; `column` is the position in the file, chunks count from 0. */
export interface ChunkReader {
	/** Rows of each chunk, in order. */
	chunkRows(): readonly number[];
	readChunk(column: number, chunk: number): EncodedChunk;
	/** Bytes as given to TableSink.writeDictionary, null where none was written. */
	readDictionary(column: number): Uint8Array | null;
}

/** Read access to the clustered copies of one event table. */
export interface ClusterReader {
	/** The parts of a blob in order; empty when nothing was written under the name. */
	readCluster(name: string): Iterable<Uint8Array>;
}
