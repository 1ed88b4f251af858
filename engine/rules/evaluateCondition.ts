import type { TypedRule } from '#shared/rules/TypedRule.ts';
import type { Frame } from '../frame/Frame.ts';
import { evaluatePredicate } from './evaluatePredicate.ts';
import { conjunction, disjunction, negatedOutcome } from './Outcome.ts';
import type { Outcome } from './Outcome.ts';
import type { OutcomeCache } from './OutcomeCache.ts';

/**
 * A checked rule on every row of the frame. The conditions under and, or, not are evaluated once each and cached; joining them is
 * bit operations on whole words, so that an edit costs the conditions that changed.
 */
export function evaluateCondition(typed: TypedRule, frame: Frame, cache: OutcomeCache): Outcome {
	if (typed.kind === 'and' || typed.kind === 'or') {
		const outcomes = eachOutcome(typed.operands, frame, cache);
		return typed.kind === 'and' ? conjunction(outcomes) : disjunction(outcomes);
	}
	if (typed.kind === 'not') {
		return negatedOutcome(evaluateCondition(typed.operand, frame, cache));
	}
	// A checked rule holds no positions, so equal conditions have equal JSON.
	return cache.get(JSON.stringify(typed), () => evaluatePredicate(typed, frame));
}

function* eachOutcome(operands: readonly TypedRule[], frame: Frame, cache: OutcomeCache): Generator<Outcome> {
	for (const operand of operands) {
		yield evaluateCondition(operand, frame, cache);
	}
}
