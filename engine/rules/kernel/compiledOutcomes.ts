import { emptyBitmap } from '../../columns/bitmap.ts';
import type { KernelPool } from '../../metrics/kernel/KernelPool.ts';
import { runJob } from '../../metrics/kernel/runJob.ts';
import type { ConditionPlan } from '../ConditionPlan.ts';
import type { Outcome } from '../Outcome.ts';
import { ConditionKernel, ROOM_BYTES } from './ConditionKernel.ts';
import type { LaidColumns } from './LaidColumns.ts';
import { layPlan, type LaidPlan } from './LaidPlan.ts';
import { MOST_PARTS, partsOf, rowsOfPart } from './rowsOfPart.ts';

/** Conditions on every row of a frame. */
export interface ConditionsJob {
	readonly kind: 'conditions';
	readonly memory: WebAssembly.Memory;
	/** Address of ROOM_BYTES for each part. */
	readonly room: number;
	readonly plans: readonly LaidPlan[];
	/** Written to, on shared memory, one for each plan. */
	readonly outcomes: readonly Outcome[];
	readonly rows: number;
	readonly parts: number;
}

/** Compiled, on all threads of the pool; null where there is no room for the kernel. */
export function compiledOutcomes(
	plans: readonly ConditionPlan[],
	columns: LaidColumns,
	rows: number,
	pool: KernelPool | null,
): readonly Outcome[] | null {
	const room = columns.room(MOST_PARTS * ROOM_BYTES);
	if (room === null) {
		return null;
	}
	const outcomes = plans.map(() => ({ isTrue: emptyBitmap(rows), isFalse: emptyBitmap(rows) }));
	const laid = plans.map((plan) => layPlan(plan, columns, rows));
	const { memory } = columns;
	const job = { kind: 'conditions', memory, room, plans: laid, outcomes, rows, parts: partsOf(rows) } as const;
	runJob(pool, job, conditionsPart);
	return outcomes;
}

export function conditionsPart({ memory, room, plans, outcomes, rows, parts }: ConditionsJob, part: number): void {
	const kernel = new ConditionKernel(memory, room + part * ROOM_BYTES);
	const { from, to } = rowsOfPart(rows, parts, part);
	for (const [index, plan] of plans.entries()) {
		kernel.evaluate(plan, from, to, outcomes[index]!);
	}
}
