import type { TableExportFormat } from '#shared/model/tableExport.ts';
import type { Column } from '../../columns/Column.ts';
import type { SourceColumn } from './RowSource.ts';

/** Writes one file, block by block. */
export interface TableWriter {
	/** At most some ten thousand rows; every column has `rows` of them. */
	write(columns: readonly Column[], rows: number): void | Promise<void>;
	/** Completes the file and closes it. Returns sentences on what the format could not hold as it was. */
	finish(): readonly string[] | Promise<readonly string[]>;
	/** Lets go of the file, whatever state it is in. */
	abandon(): void;
}

export interface TableFormat {
	readonly id: TableExportFormat;
	/** The path is free. `name` is what a sheet or table is called. */
	open(path: string, name: string, columns: readonly SourceColumn[]): TableWriter;
}
