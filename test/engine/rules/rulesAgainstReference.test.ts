import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkRule } from '#shared/rules/checkRule.ts';
import { printRule } from '#shared/rules/printRule.ts';
import { evaluateCondition } from '../../../engine/rules/evaluateCondition.ts';
import { OutcomeCache } from '../../../engine/rules/OutcomeCache.ts';
import { blockPredicate } from '../../../engine/rules/predicate/blockPredicate.ts';
import { arbitraryTypedRule } from './arbitraryTypedRule.ts';
import { outcomeLetters } from './outcomeLetters.ts';
import { referenceTruth } from './referenceTruth.ts';
import { sampleFrame } from './sampleFrame.ts';

test('the engine agrees with the reference on random rules and data, by its fast paths and by its general one', () => {
	fc.assert(
		fc.property(
			arbitraryTypedRule,
			fc.integer({ min: 0, max: 100 }),
			fc.integer({ min: 0, max: 2 ** 31 }),
			(rule, length, seed) => {
				const { frame, rows } = sampleFrame(seed, length);
				const { typed, diagnostics } = checkRule(printRule(rule), frame.fields);
				expect(diagnostics.filter((found) => found.severity === 'error')).toEqual([]);
				const expected = rows
					.map((row) => ({ true: 'T', false: 'F', null: '?' })[`${referenceTruth(rule, row)}`])
					.join('');
				const general = typed && outcomeLetters(blockPredicate(typed, frame), length);
				const fast = typed && outcomeLetters(evaluateCondition(typed, frame, new OutcomeCache()), length);
				expect({ rule: printRule(rule), general, fast }).toEqual({
					rule: printRule(rule),
					general: expected,
					fast: expected,
				});
			},
		),
		{ seed: 42, numRuns: 1500 },
	);
});
