import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FrameField } from '#shared/model/frameField.ts';
import { checkRule } from '#shared/rules/checkRule.ts';
import { printRule } from '#shared/rules/printRule.ts';
import { evaluateCondition } from '../../../../engine/rules/evaluateCondition.ts';
import { OutcomeCache } from '../../../../engine/rules/OutcomeCache.ts';
import { frameProofFields } from '../../../../engine/rules/proof/frameProofFields.ts';
import { IS_NOT_TRUE, IS_TRUE, Prover } from '../../../../engine/rules/proof/Prover.ts';
import { arbitraryTypedRule } from '../arbitraryTypedRule.ts';
import { AS_OF_DAY, sampleFrame } from '../sampleFrame.ts';

const frames = [1, 2, 3].map((seed) => sampleFrame(seed, 1500).frame);
const fields: readonly FrameField[] = frames[0]!.fields;

function typedOf(text: string) {
	const { typed } = checkRule(text, fields);
	if (!typed) {
		throw new Error(`Not a rule: ${text}`);
	}
	return typed;
}

test('what the proof calls impossible is met by no row of random data, with every operator and function', () => {
	const counts = { possible: 0, impossible: 0, open: 0 };
	fc.assert(
		fc.property(arbitraryTypedRule, arbitraryTypedRule, fc.boolean(), (first, second, isNegated) => {
			const texts = [printRule(first), printRule(second)];
			const [a, b] = texts.map(typedOf);
			const prover = new Prover(frameProofFields(frames[0]!), AS_OF_DAY);
			const wanted = isNegated ? IS_NOT_TRUE : IS_TRUE;
			const finding = prover.find([prover.rule(a!).goal(IS_TRUE), prover.rule(b!).goal(wanted)]);
			counts[finding.kind]++;
			if (finding.kind === 'impossible') {
				for (const frame of frames) {
					const cache = new OutcomeCache();
					const [x, y] = [a!, b!].map((typed) => evaluateCondition(typed, frame, cache).isTrue);
					const rows = [...x!.keys()].filter((word) => (x![word]! & (isNegated ? ~y![word]! : y![word]!)) !== 0);
					expect({ texts, isNegated, rows: rows.slice(0, 1) }).toEqual({ texts, isNegated, rows: [] });
				}
			}
		}),
		{ seed: 7, numRuns: 600 },
	);
	expect(counts.impossible).toBeGreaterThan(60);
});
