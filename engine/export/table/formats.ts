import type { TableExportFormat } from '#shared/model/tableExport.ts';
import type { TableFormat } from './TableWriter.ts';

/** Writers by format, loaded when first needed. One line per format. */
export const tableFormats: Readonly<Record<TableExportFormat, () => Promise<TableFormat>>> = {
	csv: async () => (await import('./csvFormat.ts')).csvFormat,
	'csv-semicolon': async () => (await import('./csvFormat.ts')).csvSemicolonFormat,
	xlsx: async () => (await import('./xlsxFormat.ts')).xlsxFormat,
	parquet: async () => (await import('./parquetFormat.ts')).parquetFormat,
	arrow: async () => (await import('./arrowFormat.ts')).arrowFormat,
	sqlite: async () => (await import('./sqliteFormat.ts')).sqliteFormat,
};
