import { readFileSync } from 'node:fs';

/** What one tool did of one job in a process of its own. */
export interface JobRun {
	/** Wall time of the job without process start. */
	readonly ms: number;
	readonly peakRssMb: number;
	/** A figure that every tool must agree on, so that nobody is fast by being wrong. */
	readonly check: string;
}

/** A job whose check needs more memory than the job says itself what the peak was before; see peakRssMb. */
export type JobOutcome = Omit<JobRun, 'peakRssMb'> & Partial<Pick<JobRun, 'peakRssMb'>>;

export interface JobInput {
	readonly orders: string;
	readonly textOrders: string;
	readonly customers: string;
	/** The orders as Parquet, and a workbook of other orders; empty for jobs that need none. */
	readonly parquet: string;
	readonly workbook: string;
	readonly customerCount: number;
	readonly orderCount: number;
	/** Folder for project files and databases of this size; the import job of a tool leaves what its other jobs open. */
	readonly folder: string;
}

export type Job = (input: JobInput) => Promise<JobOutcome>;

/**
 * Peak resident memory of this process so far. The usual figure of a child counts what its parent held when it was started, which
 * Linux's own of the program that runs does not.
 */
export function peakRssMb(): number {
	const highWaterKb =
		process.platform === 'linux' ? /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] : undefined;
	return (highWaterKb === undefined ? process.resourceUsage().maxRSS : Number(highWaterKb)) / 1024;
}

/** Median time of `repetitions` runs in ms after one warm-up run, for jobs that are measured warm. */
export async function medianMs(repetitions: number, run: () => void | Promise<void>): Promise<number> {
	await run();
	const times: number[] = [];
	for (let repetition = 0; repetition < repetitions; repetition++) {
		const startedMs = performance.now();
		await run();
		times.push(performance.now() - startedMs);
	}
	return median(times);
}

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
