import { zstdDecompressSync } from 'node:zlib';
import {
	compressionRegistry,
	CompressionType,
	DataType,
	RecordBatchReader,
	type Data,
	type RecordBatch,
	type Schema,
} from 'apache-arrow';
import { EngineError } from '#shared/protocol/envelope.ts';
import { nameColumns } from '../../nameColumns.ts';
import type { TablePart } from '../TablePart.ts';
import type { SourceValue, TableReader } from '../TableReader.ts';
import { joinVectors } from '../vectors/joinVectors.ts';
import { rowsOfVectors } from '../vectors/rowsOfVectors.ts';
import type { SourceVector } from '../vectors/SourceVector.ts';
import { ArrowMessages } from './ArrowMessages.ts';
import { arrowColumnType, requireWhole } from './arrowValues.ts';
import { arrowVector } from './arrowVector.ts';
import { decodeLz4Frame } from './decodeLz4Frame.ts';

const BATCH_ROWS = 4096;
const MAX_BUFFER_BYTES = 2 ** 31 - 1;

compressionRegistry.set(CompressionType.LZ4_FRAME, { decode: decodeLz4Frame });
compressionRegistry.set(CompressionType.ZSTD, {
	// A copy of its own, since a view into a pool need not be aligned.
	decode: (bytes) => new Uint8Array(zstdDecompressSync(bytes, { maxOutputLength: MAX_BUFFER_BYTES })),
});

/**
 * An Arrow IPC file or stream (Feather version 2 is the former), which is one table; `part` is not looked at. One record batch is in
 * memory at a time. Columns of types that no table has are left out with a note; a file of nothing else is refused.
 */
export async function openArrow(path: string, _part: string | null): Promise<TableReader> {
	const messages = new ArrowMessages(path);
	try {
		const reader = RecordBatchReader.from(messages);
		return await Promise.resolve(new ArrowReader(messages, reader));
	} catch (error) {
		messages.close();
		throw asDamage(messages, error);
	}
}

/** One nameless part; how many rows it has is known only once it is read. */
export async function listArrowParts(path: string): Promise<readonly TablePart[]> {
	const reader = await openArrow(path, null);
	reader.close();
	return [{ name: '', state: 'visible', rows: null }];
}

class ArrowReader implements TableReader {
	readonly columns: TableReader['columns'];
	readonly notes: string[] = [];
	private readonly messages: ArrowMessages;
	private readonly reader: Iterable<RecordBatch>;
	/** Positions of the columns that are read. */
	private readonly kept: readonly number[];

	constructor(messages: ArrowMessages, reader: Iterable<RecordBatch> & { open(): { readonly schema: Schema } }) {
		this.messages = messages;
		const { fields } = reader.open().schema;
		this.reader = reader;
		this.kept = fields.flatMap(({ type }, index) => (arrowColumnType(type) === null ? [] : [index]));
		if (this.kept.length === 0) {
			throw messages.refused('it has no column of plain values. Export it with plain columns');
		}
		const { names, changes } = nameColumns(
			this.kept.map((index) => fields[index]?.name ?? ''),
			this.kept.length,
		);
		this.columns = names.map((name, column) => {
			const field = fields[this.kept[column] ?? -1];
			return { name, type: field && !DataType.isNull(field.type) ? arrowColumnType(field.type) : null };
		});
		const leftOut = fields.filter((_, index) => !this.kept.includes(index));
		this.notes.push(
			...leftOut.map(
				({ name }) => `The column ${name} holds lists, structures or other values that no table has, and was left out.`,
			),
			...changes,
		);
	}

	get progress(): number {
		return this.messages.progress;
	}

	batches(): AsyncGenerator<readonly (readonly SourceValue[])[]> {
		return rowsOfVectors(this.vectors(BATCH_ROWS));
	}

	async *vectors(maxRows: number): AsyncGenerator<readonly SourceVector[]> {
		const source = this.reader[Symbol.iterator]();
		let waiting: (readonly SourceVector[])[] = [];
		let rows = 0;
		for (;;) {
			const next = this.guarded(() => source.next());
			// Small batches are put together.
			if (rows > 0 && (next.done || rows + next.value.numRows > maxRows)) {
				const parts = waiting;
				waiting = [];
				rows = 0;
				yield await Promise.resolve(this.guarded(() => joined(parts)));
			}
			if (next.done) {
				return;
			}
			const { numRows } = next.value;
			const columns = this.guarded(() => this.columnsOf(next.value));
			for (let from = 0; from < numRows; from += maxRows) {
				const to = Math.min(from + maxRows, numRows);
				const batch = this.guarded(() => columns.map((column) => arrowVector(column, from, to)));
				if (numRows > maxRows) {
					yield await Promise.resolve(batch);
				} else {
					waiting.push(batch);
					rows += numRows;
				}
			}
		}
	}

	close(): void {
		this.messages.close();
	}

	/** Throws where columns differ in length, or hold less than they claim. */
	private columnsOf(batch: RecordBatch): Data[] {
		return this.kept.map((index) => {
			const data = batch.data.children[index];
			if (data?.length !== batch.numRows) {
				throw new Error('its columns differ in length');
			}
			requireWhole(data);
			return data;
		});
	}

	private guarded<T>(work: () => T): T {
		try {
			return work();
		} catch (error) {
			throw asDamage(this.messages, error);
		}
	}
}

/** Batches of the same columns, one below the other. */
function joined(batches: readonly (readonly SourceVector[])[]): SourceVector[] {
	return (batches[0] ?? []).map((_, column) => joinVectors(batches.flatMap((batch) => batch[column] ?? [])));
}

/** Whatever the decoder stumbles over is damage of the file. */
function asDamage(messages: ArrowMessages, error: unknown): EngineError {
	if (error instanceof EngineError) {
		return error;
	}
	return messages.refused(`it is damaged (${error instanceof Error ? error.message : String(error)})`);
}
