import { readSheet } from 'read-excel-file/node';
import { readRevenue } from '../workbookCheck.ts';
import type { Job } from '../JobRun.ts';

/** Reads the sheet into memory; nothing is stored. */
export const jobs: Readonly<Record<string, Job>> = {
	xlsx: async ({ workbook }) => {
		const startedMs = performance.now();
		const rows = await readSheet(workbook);
		const ms = performance.now() - startedMs;
		return { ms, check: readRevenue(rows) };
	},
};
