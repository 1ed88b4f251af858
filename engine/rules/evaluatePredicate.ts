import type { TypedRule } from '#shared/rules/TypedRule.ts';
import type { Frame } from '../frame/Frame.ts';
import { constantOutcome, outcomeOf } from './Outcome.ts';
import type { Outcome } from './Outcome.ts';
import { domainPredicate } from './predicate/domainPredicate.ts';
import { rangePredicate } from './predicate/rangePredicate.ts';
import { rowPredicate } from './predicate/rowPredicate.ts';
import { textPredicate } from './predicate/textPredicate.ts';

/** One condition without and, or, not, on every row, by the fastest path that fits; all paths give the same. */
export function evaluatePredicate(typed: TypedRule, frame: Frame): Outcome {
	return (
		constantPredicate(typed, frame) ??
		nullPredicate(typed, frame) ??
		rangePredicate(typed, frame) ??
		textPredicate(typed, frame) ??
		domainPredicate(typed, frame) ??
		rowPredicate(typed, frame)
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
