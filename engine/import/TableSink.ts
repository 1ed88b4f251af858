import type { QuarantinedRow } from '#shared/model/table.ts';
import type { ChunkReader } from '../columns/ChunkReader.ts';
import type { EncodedChunk } from '../columns/EncodedChunk.ts';

/**
 * Where an import puts what it read: the staging area of one table. Every call is synchronous and may commit as it
 * likes; nothing counts until whoever opened the sink promotes it, and a cancel or a crash drops it. The importer never
 * promotes or drops. Byte arrays may be reused by the importer once a call returns.
 *
 * Reading back what was written (ChunkReader) serves the clustering that follows the load.
 */
export interface TableSink extends ChunkReader, ClusterSink {
	/** Chunks arrive in order of `chunk`, all columns of one chunk together. */
	writeChunk(chunk: EncodedChunk): void;
	/** In order of line, in batches. */
	writeQuarantine(rows: readonly QuarantinedRow[]): void;
	/** At most once per column, after its last chunk. */
	writeDictionary(column: number, bytes: Uint8Array): void;
	/** Drops everything written so far: the file is read again from the start, with wider column types. */
	clear(): void;
}

/** Clustered copies of an event table: large blobs in parts of at most a few MiB, so that reopening is a plain read. */
export interface ClusterSink {
	/** Parts of one name arrive in order from 0, with parts of other names in between. */
	writeCluster(name: string, part: number, bytes: Uint8Array): void;
}
