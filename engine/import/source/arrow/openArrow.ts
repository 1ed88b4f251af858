import { zstdDecompressSync } from 'node:zlib';
import {
	compressionRegistry,
	CompressionType,
	DataType,
	RecordBatchReader,
	type RecordBatch,
	type Schema,
} from 'apache-arrow';
import { EngineError } from '#shared/protocol/envelope.ts';
import { nameColumns } from '../../nameColumns.ts';
import type { TablePart } from '../TablePart.ts';
import type { SourceValue, TableReader } from '../TableReader.ts';
import { ArrowMessages } from './ArrowMessages.ts';
import { arrowColumnType, arrowRead, dictionaryRead } from './arrowValues.ts';
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

	async *batches(): AsyncGenerator<readonly (readonly SourceValue[])[]> {
		const source = this.reader[Symbol.iterator]();
		for (;;) {
			const next = this.guarded(() => source.next());
			if (next.done) {
				return;
			}
			const rows = this.guarded(() => this.rowsOf(next.value));
			for (let from = 0; from < next.value.numRows; from += BATCH_ROWS) {
				yield await Promise.resolve(this.guarded(() => rows(from, Math.min(from + BATCH_ROWS, next.value.numRows))));
			}
		}
	}

	close(): void {
		this.messages.close();
	}

	private rowsOf(batch: RecordBatch): (from: number, end: number) => SourceValue[][] {
		const reads = this.kept.map((index) => {
			const vector = batch.getChildAt(index);
			const data = batch.data.children[index];
			if (!vector || data?.length !== batch.numRows) {
				throw new Error('its columns differ in length');
			}
			return DataType.isDictionary(data.type) ? dictionaryRead(data) : arrowRead(vector, data);
		});
		return (from, end) => Array.from({ length: end - from }, (_, step) => reads.map((read) => read(from + step)));
	}

	private guarded<T>(work: () => T): T {
		try {
			return work();
		} catch (error) {
			throw asDamage(this.messages, error);
		}
	}
}

/** Whatever the decoder stumbles over is damage of the file. */
function asDamage(messages: ArrowMessages, error: unknown): EngineError {
	if (error instanceof EngineError) {
		return error;
	}
	return messages.refused(`it is damaged (${error instanceof Error ? error.message : String(error)})`);
}
