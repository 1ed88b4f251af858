import type { TypedRule } from '#shared/rules/TypedRule.ts';
import type { BlockScope } from './BlockScope.ts';
import { compileTruth } from './compileTruth.ts';

/** What a condition is for the first `length` rows: a Truth each. */
export function allTruths(typed: TypedRule, scope: BlockScope, length: number): Uint8Array {
	const fill = compileTruth(typed, scope);
	const truths = new Uint8Array(length);
	for (let from = 0; from < length; from += scope.blockRows) {
		const to = Math.min(length, from + scope.blockRows);
		fill(from, to - from, truths.subarray(from, to));
	}
	return truths;
}
