import type { EncodedChunk } from '../../../engine/columns/EncodedChunk.ts';
import type { ClusterReader } from '../../../engine/columns/ChunkReader.ts';
import { cellOf } from '../../../engine/columns/cellOf.ts';
import { readColumn } from '../../../engine/columns/readRows.ts';
import type { ImportedTable } from '../../../engine/import/ImportedTable.ts';
import type { TableSink } from '../../../engine/import/TableSink.ts';
import type { Cell } from '../../../shared/model/columnType.ts';
import type { QuarantinedRow } from '../../../shared/model/table.ts';

/** Keeps copies of what an import writes, and checks the order in which it writes. */
export class MemorySink implements TableSink, ClusterReader {
	quarantine: QuarantinedRow[] = [];
	clears = 0;
	readonly chunks: EncodedChunk[][] = [];
	readonly #dictionaries = new Map<number, Uint8Array>();
	readonly #clusters = new Map<string, Uint8Array[]>();

	writeChunk(chunk: EncodedChunk): void {
		const columns = (this.chunks[chunk.chunk] ??= []);
		if (chunk.chunk !== this.chunks.length - 1 || columns.length !== chunk.column || chunk.rows < 1) {
			throw new Error(`Chunk ${chunk.chunk} of column ${chunk.column} came out of order`);
		}
		columns.push({ ...chunk, data: chunk.data.slice() });
	}

	writeQuarantine(rows: readonly QuarantinedRow[]): void {
		this.quarantine.push(...rows);
	}

	writeDictionary(column: number, bytes: Uint8Array): void {
		this.#dictionaries.set(column, bytes.slice());
	}

	writeCluster(name: string, part: number, bytes: Uint8Array): void {
		const parts = this.#clusters.get(name) ?? [];
		if (parts.length !== part) {
			throw new Error(`Part ${part} of ${name} came out of order`);
		}
		this.#clusters.set(name, [...parts, bytes.slice()]);
	}

	clear(): void {
		this.clears++;
		this.chunks.length = 0;
		this.quarantine = [];
		this.#dictionaries.clear();
		this.#clusters.clear();
	}

	chunkRows(): readonly number[] {
		return this.chunks.map((columns) => columns[0]!.rows);
	}

	readChunk(column: number, chunk: number): EncodedChunk {
		return this.chunks[chunk]![column]!;
	}

	readDictionary(column: number): Uint8Array | null {
		return this.#dictionaries.get(column) ?? null;
	}

	readCluster(name: string): Iterable<Uint8Array> {
		return this.#clusters.get(name) ?? [];
	}

	/** Drops clustered copies, as before they are made again. */
	clearClusters(): void {
		this.#clusters.clear();
	}

	/** All rows as cells, in file order. */
	rows({ columns }: ImportedTable): Cell[][] {
		const read = columns.map(({ storage }, column) => readColumn(this, column, storage));
		const length = this.chunkRows().reduce((sum, rows) => sum + rows, 0);
		return Array.from({ length }, (_, row) => read.map((column) => cellOf(column, row)));
	}
}
