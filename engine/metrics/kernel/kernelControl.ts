import type { ConditionsJob } from '../../rules/kernel/compiledOutcomes.ts';
import type { FirstMatchJob } from '../../rules/kernel/compiledFirstMatch.ts';
import type { AggregateJob } from './aggregate.ts';
import type { TrendJob } from './trend.ts';

export type KernelJob = AggregateJob | ConditionsJob | FirstMatchJob | TrendJob;

/** What the caller posts before it wakes the helpers. */
export interface KernelMessage {
	readonly sequence: number;
	readonly job: KernelJob;
}

/** Words of the control array that caller and helpers share. */
export const SEQUENCE = 0;
/** Sequence and next free part in one word, so that a late helper cannot take a part of a job that it does not hold. */
export const TICKET = 1;
export const FINISHED = 2;
export const FAILED = 3;
export const STOP = 4;
export const READY = 5;
export const CONTROL_WORDS = 6;

export const PART_BITS = 6;
const PART_MASK = (1 << PART_BITS) - 1;
export const LAST_SEQUENCE = (1 << (31 - PART_BITS)) - 1;

/** Takes parts of the job until none is left; each part is taken by exactly one thread. */
export function workThrough(
	control: Int32Array,
	message: KernelMessage,
	runPart: (job: KernelJob, part: number) => void,
): void {
	for (;;) {
		const ticket = Atomics.load(control, TICKET);
		const part = ticket & PART_MASK;
		if (ticket >> PART_BITS !== message.sequence || part >= message.job.parts) {
			return;
		}
		if (Atomics.compareExchange(control, TICKET, ticket, ticket + 1) !== ticket) {
			continue;
		}
		try {
			runPart(message.job, part);
		} catch (error) {
			Atomics.store(control, FAILED, 1);
			throw error;
		} finally {
			Atomics.add(control, FINISHED, 1);
			Atomics.notify(control, FINISHED);
		}
	}
}
