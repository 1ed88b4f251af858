import { assertNever } from '#shared/base/assertNever.ts';
import { conditionsPart } from '../../rules/kernel/compiledOutcomes.ts';
import { firstMatchPart } from '../../rules/kernel/compiledFirstMatch.ts';
import { aggregatePart } from './aggregate.ts';
import type { KernelJob } from './kernelControl.ts';
import { trendPart } from './trend.ts';

/** One part of a job, on whichever thread took it. */
export function runPart(job: KernelJob, part: number): void {
	switch (job.kind) {
		case 'aggregate':
			return aggregatePart(job, part);
		case 'conditions':
			return conditionsPart(job, part);
		case 'first-match':
			return firstMatchPart(job, part);
		case 'trend':
			return trendPart(job, part);
		default:
			return assertNever(job);
	}
}
