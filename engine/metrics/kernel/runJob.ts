import type { KernelJob } from './kernelControl.ts';
import type { KernelPool } from './KernelPool.ts';

/** Works through all parts of a job, on the threads of the pool where there is one. */
export function runJob<J extends KernelJob>(
	pool: KernelPool | null,
	job: J,
	runPart: (job: J, part: number) => void,
): void {
	if (pool !== null && job.parts > 1) {
		pool.run(job);
		return;
	}
	for (let part = 0; part < job.parts; part++) {
		runPart(job, part);
	}
}
