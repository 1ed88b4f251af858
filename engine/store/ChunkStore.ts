import { z } from 'zod';
import { crc32 } from 'node:zlib';
import type { ChunkReader, ClusterReader } from '../columns/ChunkReader.ts';
import type { EncodedChunk } from '../columns/EncodedChunk.ts';
import { bytesColumn, type Connection } from './Connection.ts';
import { damaged } from './storeError.ts';

const encoding = z.enum(['u8', 'u16', 'i32', 'f64', 'code8', 'code16', 'text8', 'text16', 'text32']);
const chunkRow = z.object({
	rows: z.int(),
	encoding,
	min: z.number().nullable(),
	max: z.number().nullable(),
	nulls: z.int(),
	checksum: z.int(),
	data: bytesColumn,
});
const blobRow = z.object({ checksum: z.int(), data: bytesColumn });
const rowsRow = z.object({ rows: z.int() });

/** The stored columns of one table. Every blob is checked against its checksum as it is read. */
export class ChunkStore implements ChunkReader, ClusterReader {
	protected readonly connection: Connection;
	readonly tableId: number;

	constructor(connection: Connection, tableId: number) {
		this.connection = connection;
		this.tableId = tableId;
	}

	chunkRows(): readonly number[] {
		const sql = 'SELECT rows FROM chunks WHERE table_id = ? AND column = 0 ORDER BY chunk';
		return this.connection.all(rowsRow, sql, [this.tableId]).map(({ rows }) => rows);
	}

	readChunk(column: number, chunk: number): EncodedChunk {
		const row = this.connection.find(
			chunkRow,
			'SELECT rows, encoding, min, max, nulls, checksum, data FROM chunks WHERE table_id = ? AND column = ? AND chunk = ?',
			[this.tableId, column, chunk],
		);
		if (!row) {
			throw damaged(this.connection.path, `part ${chunk + 1} of column ${column + 1} of a table is missing`);
		}
		const { checksum, data, ...facts } = row;
		return { column, chunk, ...facts, data: this.checked(data, checksum, `column ${column + 1}`) };
	}

	readDictionary(column: number): Uint8Array | null {
		const row = this.connection.find(
			blobRow,
			'SELECT checksum, data FROM dictionaries WHERE table_id = ? AND column = ?',
			[this.tableId, column],
		);
		return row && this.checked(row.data, row.checksum, `the values of column ${column + 1}`);
	}

	*readCluster(name: string): Iterable<Uint8Array> {
		for (let part = 0; ; part++) {
			const row = this.connection.find(
				blobRow,
				'SELECT checksum, data FROM clusters WHERE table_id = ? AND name = ? AND part = ?',
				[this.tableId, name, part],
			);
			if (!row) {
				return;
			}
			yield this.checked(row.data, row.checksum, `the events by customer (${name})`);
		}
	}

	protected checked(data: Uint8Array, checksum: number, what: string): Uint8Array {
		if (crc32(data) !== checksum) {
			throw damaged(this.connection.path, `${what} of a table does not match its checksum`);
		}
		// A plain view, since slice() of a Buffer shares its bytes where every other array copies them.
		return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
	}
}
