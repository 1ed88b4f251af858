import type { TypedRule } from '#shared/rules/TypedRule.ts';
import type { Frame } from '../frame/Frame.ts';
import type { KernelPool } from '../metrics/kernel/KernelPool.ts';
import { plainOutcome } from './ConditionPlan.ts';
import { compiledOutcomes } from './kernel/compiledOutcomes.ts';
import { LaidColumns } from './kernel/LaidColumns.ts';
import { KERNEL_ROWS } from './kernel/RulesKernel.ts';
import type { Outcome } from './Outcome.ts';
import type { OutcomeCache } from './OutcomeCache.ts';
import { planCondition } from './planCondition.ts';

/** A checked rule on every row of the frame. */
export function evaluateCondition(typed: TypedRule, frame: Frame, cache: OutcomeCache): Outcome {
	return evaluateConditions([typed], frame, cache, null)[0]!;
}

/** Several at once, which is faster with helper threads. */
export function evaluateConditions(
	rules: readonly TypedRule[],
	frame: Frame,
	cache: OutcomeCache,
	pool: KernelPool | null,
): readonly Outcome[] {
	if (rules.length === 0) {
		return [];
	}
	const plans = rules.map((typed) => planCondition(typed, frame, cache));
	const columns = frame.length < KERNEL_ROWS ? null : LaidColumns.of(frame);
	const compiled = columns && compiledOutcomes(plans, columns, frame.length, pool);
	return compiled ?? plans.map((plan) => plainOutcome(plan, frame.length));
}
