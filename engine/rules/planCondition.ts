import type { TypedRule } from '#shared/rules/TypedRule.ts';
import type { Frame } from '../frame/Frame.ts';
import type { ConditionPlan } from './ConditionPlan.ts';
import { constantOutcome, outcomeOf } from './Outcome.ts';
import type { Outcome } from './Outcome.ts';
import type { OutcomeCache } from './OutcomeCache.ts';
import { blockPredicate } from './predicate/blockPredicate.ts';
import { domainPredicate } from './predicate/domainPredicate.ts';
import { rangePlan } from './predicate/rangePlan.ts';
import { tablePlan } from './predicate/tablePlan.ts';
import { textPredicate } from './predicate/textPredicate.ts';

/**
 * Each condition under and, or, not by the fastest path that fits; all paths give the same. Those that scan a column are cheap to evaluate
 * again; what the others find is cached.
 */
export function planCondition(typed: TypedRule, frame: Frame, cache: OutcomeCache): ConditionPlan {
	if (typed.kind === 'and' || typed.kind === 'or') {
		return { kind: typed.kind, operands: typed.operands.map((operand) => planCondition(operand, frame, cache)) };
	}
	if (typed.kind === 'not') {
		return { kind: 'not', operand: planCondition(typed.operand, frame, cache) };
	}
	const scan = rangePlan(typed, frame) ?? tablePlan(typed, frame);
	// A checked rule holds no positions, so equal conditions have equal JSON.
	return scan ?? { kind: 'known', outcome: cache.get(JSON.stringify(typed), () => predicate(typed, frame)) };
}

function predicate(typed: TypedRule, frame: Frame): Outcome {
	return (
		constantPredicate(typed, frame) ??
		nullPredicate(typed, frame) ??
		textPredicate(typed, frame) ??
		domainPredicate(typed, frame) ??
		blockPredicate(typed, frame)
	);
}

function constantPredicate(typed: TypedRule, frame: Frame): Outcome | null {
	return typed.kind === 'constant' && typed.type === 'boolean' ? constantOutcome(frame.length, typed.value) : null;
}

function nullPredicate(typed: TypedRule, frame: Frame): Outcome | null {
	if (typed.kind !== 'is-null' || typed.operand.kind !== 'field') {
		return null;
	}
	const nulls = frame.columns.get(typed.operand.name)?.nulls;
	return nulls ? outcomeOf(nulls.slice(), null, frame.length) : constantOutcome(frame.length, false);
}
