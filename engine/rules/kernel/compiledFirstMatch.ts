import { sharedInts } from '../../frame/sharedArrays.ts';
import type { Bitmap } from '../../columns/Column.ts';
import type { KernelPool } from '../../metrics/kernel/KernelPool.ts';
import { runJob } from '../../metrics/kernel/runJob.ts';
import type { Outcome } from '../Outcome.ts';
import { COUNTS, firstMatchKernel } from './FirstMatchKernel.ts';
import { partsOf, rowsOfPart } from './rowsOfPart.ts';

/** Gives every row to the first rule that is true for it: see assignFirstMatch. */
export interface FirstMatchJob {
	readonly kind: 'first-match';
	readonly outcomes: readonly (Outcome | null)[];
	readonly leftOut: Bitmap | null;
	/** Written to, on shared memory. */
	readonly codes: Uint8Array;
	/**
	 * Written to, on shared memory, for each part: three numbers per rule (rows taken, rows true, rows that are free to the rule and that it
	 * leaves unknown), and the rows that no rule takes though one is unknown for them.
	 */
	readonly counts: Int32Array;
	readonly parts: number;
}

/** Counts as in a FirstMatchJob, over all rows; null where there is no memory for the kernel. */
export function compiledFirstMatch(
	outcomes: readonly (Outcome | null)[],
	leftOut: Bitmap | null,
	codes: Uint8Array,
	pool: KernelPool | null,
): Int32Array | null {
	if (!firstMatchKernel()) {
		return null;
	}
	const size = outcomes.length * COUNTS + 1;
	const parts = partsOf(codes.length);
	const counts = sharedInts(parts * size);
	runJob(pool, { kind: 'first-match', outcomes, leftOut, codes, counts, parts }, firstMatchPart);
	for (let at = size; at < counts.length; at++) {
		counts[at % size]! += counts[at]!;
	}
	return counts.subarray(0, size);
}

export function firstMatchPart(job: FirstMatchJob, part: number): void {
	const kernel = firstMatchKernel();
	if (!kernel) {
		throw new Error('There is no memory for the kernel of rules');
	}
	const size = job.outcomes.length * COUNTS + 1;
	const counts = job.counts.subarray(part * size, (part + 1) * size);
	kernel.assign(job, rowsOfPart(job.codes.length, job.parts, part), counts);
}
