import type { RowOrderRequest } from '#shared/protocol/tableMethods.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import type { ChunkReader } from '../../columns/ChunkReader.ts';
import { decodeChunks } from '../../columns/decodeChunks.ts';
import type { EncodedChunk } from '../../columns/EncodedChunk.ts';
import { pickRows } from '../../columns/pickRows.ts';
import type { Job } from '../../job.ts';
import type { StoredTable } from '../../store/StoredTable.ts';
import { arrowOf } from '../arrowOf.ts';
import { Memo } from '../Memo.ts';
import { rowColumnName } from '../rowsPage.ts';
import { orderRows, type RowOrder } from './orderRows.ts';

/** Orders are four bytes a row. */
const KEPT_ORDERS = 3;
const KEPT_CHUNK_BYTES = 256 * 2 ** 20;

/**
 * Pages of a stored table in the order of a column. The order is found once; the chunks that pages are taken from stay in memory, since
 * rows that follow one another in an order are all over the file.
 */
export class OrderedPages {
	readonly #orders = new Memo<RowOrder>(KEPT_ORDERS);
	readonly #chunks = new Map<string, EncodedChunk>();
	#chunkBytes = 0;

	/** Rows `from` to `from + count` as Arrow bytes, their numbers in the table first. Throws `not-found` for an unknown column. */
	async page(
		table: StoredTable,
		reader: ChunkReader,
		{ column, isDescending }: RowOrderRequest,
		from: number,
		count: number,
		job: Job,
	): Promise<Uint8Array> {
		const position = table.columns.findIndex(({ summary }) => summary.name === column);
		const found = table.columns[position];
		if (!found) {
			throw new EngineError('not-found', `${table.name} has no column "${column}".`);
		}
		const key = `${table.id} ${table.importedAt} ${position}`;
		const order = await this.#orders.get(key, () =>
			orderRows(reader, position, found.storage, job, `Sorting ${table.name} by ${column}`),
		);
		return this.#rows(table, reader, rowsAt(order, isDescending, from, count));
	}

	#rows(table: StoredTable, reader: ChunkReader, rows: readonly number[]): Uint8Array {
		const ascending = [...rows].sort((a, b) => a - b);
		const placeOf = new Map(ascending.map((row, place) => [row, place]));
		const wanted = rows.map((row) => placeOf.get(row)!);
		const inChunks = byChunk(reader.chunkRows(), ascending);
		const columns = table.columns.map(({ summary, storage }, position) => {
			const picked = inChunks.map(({ chunk, rows: picks }) =>
				pickRows(this.#chunk(table, reader, position, chunk), picks),
			);
			const dictionary = storage.hasDictionary ? reader.readDictionary(position) : null;
			return { name: summary.name, parts: [decodeChunks(picked, rows.length, storage, dictionary)] };
		});
		return arrowOf(columns, [wanted], {
			name: rowColumnName(columns.map(({ name }) => name)),
			cells: rows.map((row) => String(row + 1)),
		});
	}

	#chunk(table: StoredTable, reader: ChunkReader, position: number, chunk: number): EncodedChunk {
		const key = `${table.id} ${table.importedAt} ${position} ${chunk}`;
		const known = this.#chunks.get(key);
		if (known) {
			return known;
		}
		const read = reader.readChunk(position, chunk);
		this.#chunks.set(key, read);
		this.#chunkBytes += read.data.byteLength;
		for (const [oldest, { data }] of this.#chunks) {
			if (this.#chunkBytes <= KEPT_CHUNK_BYTES) {
				break;
			}
			this.#chunks.delete(oldest);
			this.#chunkBytes -= data.byteLength;
		}
		return read;
	}
}

/** Rows without a value come last in both directions. */
function rowsAt({ rows, filled }: RowOrder, isDescending: boolean, from: number, count: number): number[] {
	const length = Math.max(0, Math.min(count, rows.length - from));
	return Array.from({ length }, (_, index) => {
		const place = from + index;
		return rows[isDescending && place < filled ? filled - 1 - place : place]!;
	});
}

function byChunk(chunkRows: readonly number[], ascending: readonly number[]) {
	const found: { readonly chunk: number; readonly rows: number[] }[] = [];
	let first = 0;
	let next = 0;
	for (const [chunk, length] of chunkRows.entries()) {
		const rows: number[] = [];
		while (next < ascending.length && ascending[next]! < first + length) {
			rows.push(ascending[next++]! - first);
		}
		if (rows.length > 0) {
			found.push({ chunk, rows });
		}
		first += length;
	}
	return found;
}
