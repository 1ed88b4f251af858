import { readFile } from 'node:fs/promises';
import { readXlsx } from 'hucre/xlsx';
import { readRevenue } from '../workbookCheck.ts';
import type { Job } from '../JobRun.ts';

/** Reads the sheet into memory; nothing is stored. */
export const jobs: Readonly<Record<string, Job>> = {
	xlsx: async ({ workbook }) => {
		const startedMs = performance.now();
		const { sheets } = await readXlsx(await readFile(workbook));
		const ms = performance.now() - startedMs;
		return { ms, check: readRevenue(sheets[0]?.rows ?? []) };
	},
};
