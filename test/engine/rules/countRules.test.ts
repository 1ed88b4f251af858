import { expect, test } from 'vitest';
import { emptySegmentation } from '#shared/model/segmentation.ts';
import { SegmentEvaluator } from '../../../engine/rules/SegmentEvaluator.ts';
import { referenceTruth } from './referenceTruth.ts';
import { sampleFrame } from './sampleFrame.ts';
import { parseRule } from '#shared/rules/parseRule.ts';

test('rules are counted by themselves among all but the excluded; those that cannot be read have no count', () => {
	const { frame, rows } = sampleFrame(5, 100);
	const evaluator = new SegmentEvaluator(frame);
	const truth = (text: string) => rows.map((row) => referenceTruth(parseRule(text).rule!, row) === true);
	const [visited, member] = [truth('visits >= 1'), truth('visits < 2')];
	const both = visited.filter((isVisited, row) => isVisited && member[row]).length;
	expect(both).toBeGreaterThan(0);

	const rules = ['visits >= 1', "segment('Few')", 'visitz >= 1', 'visits >='];
	const segments = [{ id: 'few', name: 'Few', rule: 'visits < 2' }];
	const draft = { ...emptySegmentation, segments };
	const countOf = (truths: readonly boolean[]) => truths.filter(Boolean).length;
	expect(evaluator.countRules(rules, draft)).toEqual([countOf(visited), countOf(member), null, null]);

	const exclusions = [{ id: 'out', name: 'Out', rule: 'visits < 2' }];
	expect(evaluator.countRules(rules, { ...draft, exclusions })).toEqual([countOf(visited) - both, 0, null, null]);
});
