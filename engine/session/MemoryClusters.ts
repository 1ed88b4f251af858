import type { ClusterReader } from '../columns/ChunkReader.ts';
import type { ClusterSink } from '../import/TableSink.ts';

/** Clustered events that are kept in memory, for projects that cannot be written. */
export class MemoryClusters implements ClusterSink, ClusterReader {
	private readonly parts = new Map<string, Uint8Array[]>();

	writeCluster(name: string, _part: number, bytes: Uint8Array): void {
		const parts = this.parts.get(name) ?? [];
		parts.push(bytes.slice());
		this.parts.set(name, parts);
	}

	readCluster(name: string): Iterable<Uint8Array> {
		return this.parts.get(name) ?? [];
	}
}
