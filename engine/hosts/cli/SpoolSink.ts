import { closeSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import type { QuarantinedRow } from '#shared/model/table.ts';
import type { ChunkReader } from '../../columns/ChunkReader.ts';
import type { EncodedChunk } from '../../columns/EncodedChunk.ts';
import { ScratchFolder } from '../../import/source/ScratchFolder.ts';
import type { TableSink } from '../../import/TableSink.ts';

type Placed = Omit<EncodedChunk, 'data'> & { readonly offset: number; readonly length: number };

/** Keeps what an import writes in a scratch file until it is printed, since types are certain only when all rows have been read. */
export class SpoolSink implements TableSink, ChunkReader {
	readonly quarantine: QuarantinedRow[] = [];
	readonly #maxQuarantine: number;
	readonly #folder = new ScratchFolder();
	readonly #fd: number;
	readonly #dictionaries = new Map<number, Uint8Array>();
	#chunks: Placed[][] = [];
	#end = 0;

	/** Quarantined rows beyond `maxQuarantine` are not kept. Close it when done. */
	constructor(maxQuarantine: number) {
		this.#maxQuarantine = maxQuarantine;
		this.#fd = openSync(this.#folder.newFile('columns'), 'w+', 0o600);
	}

	close(): void {
		closeSync(this.#fd);
		this.#folder.remove();
	}

	writeChunk({ data, ...chunk }: EncodedChunk): void {
		const columns = (this.#chunks[chunk.chunk] ??= []);
		columns[chunk.column] = { ...chunk, offset: this.#end, length: data.length };
		for (let written = 0; written < data.length;) {
			written += writeSync(this.#fd, data, written, data.length - written, this.#end + written);
		}
		this.#end += data.length;
	}

	writeQuarantine(rows: readonly QuarantinedRow[]): void {
		this.quarantine.push(...rows.slice(0, this.#maxQuarantine - this.quarantine.length));
	}

	writeDictionary(column: number, bytes: Uint8Array): void {
		this.#dictionaries.set(column, bytes.slice());
	}

	writeCluster(): void {}

	clear(): void {
		this.#chunks = [];
		this.#dictionaries.clear();
		this.quarantine.length = 0;
		this.#end = 0;
		ftruncateSync(this.#fd);
	}

	chunkRows(): readonly number[] {
		return this.#chunks.map((columns) => columns[0]?.rows ?? 0);
	}

	readChunk(column: number, chunk: number): EncodedChunk {
		const { offset, length, ...facts } = this.#chunks[chunk]![column]!;
		const data = new Uint8Array(length);
		for (let read = 0; read < length;) {
			const got = readSync(this.#fd, data, read, length - read, offset + read);
			if (got === 0) {
				throw new Error('The scratch file ends too early');
			}
			read += got;
		}
		return { ...facts, data };
	}

	readDictionary(column: number): Uint8Array | null {
		return this.#dictionaries.get(column) ?? null;
	}
}
