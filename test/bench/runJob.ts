/** One job of one tool, in a process of its own: `node runJob.ts MODULE JOB INPUT_JSON`; prints a JobRun as JSON. */
import { pathToFileURL } from 'node:url';
import { peakRssMb, type Job, type JobInput, type JobRun } from './JobRun.ts';

const [path, name, inputJson] = process.argv.slice(2);
if (!path || !name || !inputJson) {
	throw new Error('Which job, of which module, on what?');
}
const { jobs } = (await import(pathToFileURL(path).href)) as { readonly jobs: Readonly<Record<string, Job>> };
const job = jobs[name];
if (!job) {
	throw new Error(`There is no job ${name} in ${path}`);
}
const outcome = await job(JSON.parse(inputJson) as JobInput);
process.stdout.write(JSON.stringify({ peakRssMb: peakRssMb(), ...outcome } satisfies JobRun));
