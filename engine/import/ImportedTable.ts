import type { Dialect } from '#shared/model/importPlan.ts';
import type { Problem } from '#shared/model/problem.ts';
import type { ColumnSummary } from '#shared/model/table.ts';
import type { ColumnStorage } from '../columns/ColumnStorage.ts';
import type { ColumnFormat } from './scan/ColumnFormat.ts';

export interface ImportedColumn {
	readonly summary: ColumnSummary;
	/** Kept by the store; needed to decode the chunks of the column. */
	readonly storage: ColumnStorage;
	/** How its texts were read, so that quarantined rows can be read the same way later; null where they were no texts. */
	readonly format?: ColumnFormat | null;
}

/** What came of an import. Always rowsRead = rowsLoaded + rowsQuarantined. A wholly blank line is not a row. */
export interface ImportedTable {
	readonly rowsRead: number;
	readonly rowsLoaded: number;
	readonly rowsQuarantined: number;
	/** In file order. Types may be wider than planned; `problems` says which and why. */
	readonly columns: readonly ImportedColumn[];
	/** As the file was read in the end. */
	readonly dialect: Dialect;
	readonly problems: readonly Problem[];
}

export interface ImportProgress {
	/** `preparing` unpacks and converts what cannot be scanned as it is. */
	readonly phase: 'preparing' | 'reading' | 'clustering';
	readonly done: number;
	/** Bytes of the files on the user's disk while preparing and reading, columns while clustering. */
	readonly total: number;
	readonly rows: number;
}

export interface ImportOptions {
	readonly signal?: AbortSignal;
	readonly onProgress?: (progress: ImportProgress) => void;
	/** Worker threads; by default one per core. 0 reads on the calling thread, as small files always do. */
	readonly threads?: number;
	/** Bytes of the file per unit of work; tests make it small to put a split at every position. */
	readonly morselBytes?: number;
}
