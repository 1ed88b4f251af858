import type { QuarantinedRow } from '#shared/model/table.ts';
import type { SourceColumn, SourceValue, TableReader } from './TableReader.ts';

/** Some rows of a table on their way into canonical text. */
export interface RowBatch {
	readonly rows: readonly (readonly SourceValue[])[];
	/** Line or row of the file for each row, counted from 1; null where rows follow one another. */
	readonly places: readonly number[] | null;
	/** What could not be read as a row at all, in order; `line` is its place in the file. */
	readonly rejected: readonly QuarantinedRow[];
}

/** A table that is not delimited text, read front to back. */
export interface RowSource {
	readonly columns: readonly SourceColumn[];
	readonly unit: 'line' | 'row';
	/** Sentences for the user; complete once all batches have been read. */
	readonly notes: readonly string[];
	/** Share of the file that has been read; null where it cannot be told, or where the bytes that were taken tell it. */
	readonly progress: number | null;
	/** Throws an EngineError for a damaged file. */
	batches(): AsyncGenerator<RowBatch>;
	close(): void;
}

/** A reader of a binary format as a source of rows, which are counted from the reader's first one. */
export function rowSourceOf(reader: TableReader): RowSource {
	return {
		columns: reader.columns,
		unit: 'row',
		get notes() {
			return reader.notes;
		},
		get progress() {
			return reader.progress;
		},
		async *batches() {
			for await (const rows of reader.batches()) {
				yield { rows, places: null, rejected: [] };
			}
		},
		close: () => reader.close(),
	};
}
