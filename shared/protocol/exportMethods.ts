import { tableExport, tableExportResult } from '#shared/model/tableExport.ts';
import { method } from './method.ts';

export const exportMethods = {
	/** Writes rows to a file, which appears complete or not at all. */
	'tables.export': method({ kind: 'read', input: tableExport, output: tableExportResult }),
} as const;
