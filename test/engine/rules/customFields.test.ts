import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptySegmentation } from '#shared/model/segmentation.ts';
import { problem } from '#shared/model/problem.ts';
import { printRule } from '#shared/rules/printRule.ts';
import { SegmentEvaluator } from '../../../engine/rules/SegmentEvaluator.ts';
import { arbitraryTypedRule } from './arbitraryTypedRule.ts';
import { namedParts } from './namedParts.ts';
import { referenceTruth } from './referenceTruth.ts';
import { sampleFrame } from './sampleFrame.ts';

test('rules built from custom fields mean what they mean written out, also after edits of these', () => {
	fc.assert(
		fc.property(
			fc.array(fc.tuple(arbitraryTypedRule, fc.infiniteStream(fc.boolean())), { minLength: 1, maxLength: 4 }),
			fc.integer({ min: 0, max: 1e9 }),
			(versions, seed) => {
				const { frame, rows } = sampleFrame(seed, 40);
				// One evaluator for all versions: what it keeps from one must not show in the next, whose fields have the same names.
				const evaluator = new SegmentEvaluator(frame);
				for (const [written, choices] of versions) {
					const { rule, customFields } = namedParts(written, () => choices.next().value === true);
					const { codes, problems } = evaluator.evaluate({
						...emptySegmentation,
						segments: [{ id: 'only', name: 'Only', rule: printRule(rule) }],
						customFields: [...customFields],
					});
					expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
					expect([...codes]).toEqual(rows.map((row) => (referenceTruth(written, row) === true ? 0 : 1)));
				}
			},
		),
		{ seed: 17, numRuns: 250 },
	);
});

test('proof, SQL and whoever else asks for the rules get custom fields and references written out', () => {
	const { frame } = sampleFrame(5, 10);
	const evaluator = new SegmentEvaluator(frame);
	const segments = (rule: string) => [{ id: 'big', name: 'Big', rule }];
	const named = evaluator.typedRules({
		...emptySegmentation,
		segments: segments("`big spend` > 10 and not segment('staff')"),
		customFields: [{ name: 'big spend', expression: 'spend * 2' }],
		exclusions: [{ id: 'staff', name: 'Staff', rule: "city = 'A'" }],
	});
	const written = evaluator.typedRules({
		...emptySegmentation,
		segments: segments("spend * 2 > 10 and not city = 'A'"),
	});
	expect(named.segments).toEqual(written.segments);
	expect(named.segments).not.toContain(null);
});

test('what is wrong with a custom field is told also where no rule uses it', () => {
	const { frame } = sampleFrame(5, 10);
	const { problems } = new SegmentEvaluator(frame).evaluate({
		...emptySegmentation,
		customFields: [
			{ name: 'fine', expression: 'spend / visits' },
			{ name: 'a', expression: 'b + 1' },
			{ name: 'b', expression: 'spend +\n a' },
			{ name: 'empty', expression: '' },
		],
	});
	expect(problem.array().parse(problems)).toEqual(problems);
	expect(problems.map(({ code, source, message }) => ({ code, source, message }))).toMatchObject([
		{
			code: 'rule.broken-reference',
			source: { kind: 'custom-field', name: 'a', from: 0, to: 1, line: 1, column: 1 },
			message: expect.stringMatching(/^Custom field “a”, line 1, column 1: .*a → b → a/),
		},
		{ code: 'rule.cycle', source: { kind: 'custom-field', name: 'b', line: 2, column: 2 } },
		{ code: 'rule.empty', source: { kind: 'custom-field', name: 'empty' } },
	]);
});
