import type { SourceFormat } from '#shared/model/tableSource.ts';
import type { TablePart } from './TablePart.ts';
import type { TableReader } from './TableReader.ts';

/** A format whose files are read through a library: one or more tables each, with typed or untyped columns. */
export interface TableFormat {
	/** `part` is the name of a part, null for the first visible one. Throws an EngineError for what it cannot read. */
	open(path: string, part: string | null): Promise<TableReader>;
	/** Whether its readers give vectors, and giving them again is cheap. */
	readonly isColumnar?: boolean;
	/** In the order of the file. Throws an EngineError for what it cannot read. */
	listParts(path: string): Promise<readonly TablePart[]>;
}

/** Formats whose readers take the path of a file; loaded when first needed. One line per format. */
export const tableFormats: Partial<Record<SourceFormat, () => Promise<TableFormat>>> = {
	xlsx: async () => (await import('./xlsx/xlsxFormat.ts')).xlsxFormat,
	parquet: async () => (await import('./parquet/parquetFormat.ts')).parquetFormat,
	arrow: async () => (await import('./arrow/arrowFormat.ts')).arrowFormat,
	sqlite: async () => (await import('./sqlite/sqliteFormat.ts')).sqliteFormat,
};
