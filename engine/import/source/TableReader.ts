import type { ColumnType } from '#shared/model/columnType.ts';
import type { SourceVector } from './vectors/SourceVector.ts';

/** Instants are Dates, days are ISO texts; whole numbers beyond 2^53 are bigints. */
export type SourceValue = string | number | bigint | boolean | Date | null;

export interface SourceColumn {
	readonly name: string;
	/** What the file says the column holds; null where only its values can tell. */
	readonly type: ColumnType | null;
}

/** One table of a file that is not delimited text, read front to back. */
export interface TableReader {
	readonly columns: readonly SourceColumn[];
	/**
	 * Sentences that a person should read: what was skipped, left out or read in a way that may surprise. Those about the
	 * whole table stand here once all batches have been read.
	 */
	readonly notes: readonly string[];
	/** Share of the file that has been read, 0 to 1; null where it cannot be told. */
	readonly progress: number | null;
	/** Rows in the order of the file, some thousand at a time, one value per column. Throws an EngineError for a damaged file. */
	batches(): AsyncGenerator<readonly (readonly SourceValue[])[]>;
	/**
	 * The same rows column by column, where the format holds columns: one vector each, all of one length, which is above 0 and at most
	 * `maxRows`. Either this or `batches` is called, once.
	 */
	vectors?(maxRows: number): AsyncGenerator<readonly SourceVector[]>;
	/** Lets go of the file. */
	close(): void;
}
