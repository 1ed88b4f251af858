/** One job of one tool, in a process of its own: `node runJob.ts TOOL JOB INPUT_JSON`; prints a JobRun as JSON. */
import type { Job, JobInput } from './JobRun.ts';

const [tool, name, inputJson] = process.argv.slice(2);
const job = tool && name ? (await jobsOf(tool))[name] : undefined;
if (!job || !inputJson) {
	throw new Error(`No job ${name} of ${tool}`);
}
const { ms, check } = await job(JSON.parse(inputJson) as JobInput);
process.stdout.write(JSON.stringify({ ms, check, peakRssMb: process.resourceUsage().maxRSS / 1024 }));

async function jobsOf(wanted: string): Promise<Readonly<Record<string, Job>>> {
	switch (wanted) {
		case 'tranche':
			return (await import('./peers/tranche.ts')).trancheJobs;
		case 'duckdb':
			return (await import('./peers/duckdb.ts')).duckdbJobs;
		case 'sqlite':
			return (await import('./peers/sqlite.ts')).sqliteJobs;
		case 'polars':
			return (await import('./peers/polars.ts')).polarsJobs;
		case 'hucre':
			return (await import('./peers/hucre.ts')).hucreJobs;
		case 'read-excel-file':
			return (await import('./peers/readExcelFile.ts')).readExcelFileJobs;
		default:
			throw new Error(`No tool ${wanted}`);
	}
}
