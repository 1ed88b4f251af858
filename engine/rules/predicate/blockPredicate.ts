import type { TypedRule } from '#shared/rules/TypedRule.ts';
import type { Frame } from '../../frame/Frame.ts';
import { allTruths } from '../block/allTruths.ts';
import { BlockScope } from '../block/BlockScope.ts';
import { wordsOf } from '../Outcome.ts';
import type { Outcome } from '../Outcome.ts';

/** The general path: any condition, one block of rows after the other. */
export function blockPredicate(typed: TypedRule, frame: Frame): Outcome {
	const truths = allTruths(typed, BlockScope.of(frame), frame.length);
	const isTrue = new Uint32Array(wordsOf(frame.length));
	const isFalse = new Uint32Array(wordsOf(frame.length));
	for (let row = 0; row < frame.length; row++) {
		const truth = truths[row]!;
		isTrue[row >>> 5]! |= (truth & 1) << (row & 31);
		isFalse[row >>> 5]! |= (truth === 0 ? 1 : 0) << (row & 31);
	}
	return { isTrue, isFalse };
}
