import { crc32 } from 'node:zlib';
import type { QuarantinedRow } from '#shared/model/table.ts';
import type { EncodedChunk } from '../columns/EncodedChunk.ts';
import type { TableSink } from '../import/TableSink.ts';
import { ChunkStore } from './ChunkStore.ts';
import { writeClusterPart } from './ClusterWriter.ts';
import type { Connection } from './Connection.ts';

/** Bytes per transaction: few enough that the waits for the disk fall where other threads read on, and that a cancel gets through. */
const TRANSACTION_BYTES = 64 * 2 ** 20;
/** Rough bytes of a quarantined row besides its text. */
const ROW_BYTES = 64;

/**
 * The staging area of one import. Everything written belongs to a table in state `staging`, which nobody reads; commits
 * come every 64 MiB. TableStore promotes or drops it, and an import that was killed is dropped when the file is next opened.
 */
export class StagedTable extends ChunkStore implements TableSink {
	private pendingBytes: number | null = null;
	private quarantined = 0;

	constructor(connection: Connection, tableId: number) {
		super(connection, tableId);
	}

	writeChunk(chunk: EncodedChunk): void {
		const { column, chunk: number, rows, encoding, min, max, nulls, data } = chunk;
		this.write(data.byteLength, () =>
			this.connection.run(
				'INSERT INTO chunks (table_id, column, chunk, rows, encoding, min, max, nulls, checksum, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
				[this.tableId, column, number, rows, encoding, min, max, nulls, crc32(data), data],
			),
		);
	}

	writeQuarantine(rows: readonly QuarantinedRow[]): void {
		for (const { line, reason, text } of rows) {
			this.write(text.length + ROW_BYTES, () =>
				this.connection.run('INSERT INTO quarantine (table_id, position, line, reason, text) VALUES (?, ?, ?, ?, ?)', [
					this.tableId,
					this.quarantined++,
					line,
					reason,
					text,
				]),
			);
		}
	}

	writeDictionary(column: number, bytes: Uint8Array): void {
		this.write(bytes.byteLength, () =>
			this.connection.run('INSERT INTO dictionaries (table_id, column, checksum, data) VALUES (?, ?, ?, ?)', [
				this.tableId,
				column,
				crc32(bytes),
				bytes,
			]),
		);
	}

	writeCluster(name: string, part: number, bytes: Uint8Array): void {
		this.write(bytes.byteLength, () => writeClusterPart(this.connection, this.tableId, name, part, bytes));
	}

	clear(): void {
		this.flush();
		this.quarantined = 0;
		this.connection.transaction(() => {
			for (const table of ['chunks', 'dictionaries', 'clusters', 'quarantine']) {
				this.connection.run(`DELETE FROM ${table} WHERE table_id = ?`, [this.tableId]);
			}
		});
	}

	/** Commits what has been written so far. Needed before promoting. */
	flush(): void {
		if (this.pendingBytes !== null) {
			this.pendingBytes = null;
			this.connection.commit();
		}
	}

	/** Undoes what has not been committed yet, so that the rest can be dropped. */
	abandon(): void {
		this.pendingBytes = null;
		this.connection.rollback();
	}

	/** What this process wrote a moment ago into a file that it holds alone is not checked again. */
	protected override checked(data: Uint8Array): Uint8Array {
		return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
	}

	private write(sizeBytes: number, insert: () => void): void {
		if (this.pendingBytes === null) {
			this.connection.begin();
			this.pendingBytes = 0;
		}
		insert();
		this.pendingBytes += sizeBytes;
		if (this.pendingBytes >= TRANSACTION_BYTES) {
			this.flush();
		}
	}
}
