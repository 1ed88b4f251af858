import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkRule } from '#shared/rules/checkRule.ts';
import type { ConditionGroup, ConditionNode } from '#shared/rules/conditions/ConditionTree.ts';
import { negateNode } from '#shared/rules/conditions/negateNode.ts';
import { readConditions } from '#shared/rules/conditions/readConditions.ts';
import { writeConditions } from '#shared/rules/conditions/writeConditions.ts';
import { printRule } from '#shared/rules/printRule.ts';
import type { Frame } from '../../../engine/frame/Frame.ts';
import { evaluateCondition } from '../../../engine/rules/evaluateCondition.ts';
import { OutcomeCache } from '../../../engine/rules/OutcomeCache.ts';
import { arbitraryTypedRule } from './arbitraryTypedRule.ts';
import { outcomeLetters } from './outcomeLetters.ts';
import { sampleFrame } from './sampleFrame.ts';

/** For each customer true, false or unknown, as letters. */
function outcomesOf(text: string, frame: Frame): string {
	const { typed, diagnostics } = checkRule(text, frame.fields);
	if (!typed) {
		throw new Error(`${text}: ${diagnostics.map(({ message }) => message).join(' ')}`);
	}
	return outcomeLetters(evaluateCondition(typed, frame, new OutcomeCache()), frame.length);
}

function treeOf(text: string): ConditionGroup {
	const { tree } = readConditions(text);
	if (!tree) {
		throw new Error(`not a rule: ${text}`);
	}
	return tree;
}

const unwritten = <Node extends ConditionNode>(node: Node): Node =>
	node.kind === 'group' ? { ...node, gaps: null, parts: node.parts.map(unwritten) } : { ...node, written: null };

const negated = (tree: ConditionGroup): string =>
	writeConditions({ kind: 'group', match: 'all', parts: [negateNode(tree)], gaps: null });

test('a rule that went through the tree has the same meaning and finds the same customers', () => {
	fc.assert(
		fc.property(arbitraryTypedRule, fc.integer({ min: 0, max: 2 ** 31 }), (rule, seed) => {
			const { frame } = sampleFrame(seed, 60);
			const text = printRule(rule);
			const again = writeConditions(unwritten(treeOf(text)));
			expect(checkRule(again, frame.fields).typed).toEqual(checkRule(text, frame.fields).typed);
			expect(outcomesOf(again, frame)).toBe(outcomesOf(text, frame));
		}),
		{ seed: 20_260_404, numRuns: 300 },
	);
});

test('a negated group, or a negated condition, is true where it was false, and unknown where it was unknown', () => {
	const opposite = (letters: string) => letters.replaceAll(/[TF]/g, (letter) => (letter === 'T' ? 'F' : 'T'));
	fc.assert(
		fc.property(arbitraryTypedRule, fc.integer({ min: 0, max: 2 ** 31 }), (rule, seed) => {
			const { frame } = sampleFrame(seed, 60);
			const text = printRule(rule);
			const tree = treeOf(text);
			expect(outcomesOf(negated(tree), frame)).toBe(opposite(outcomesOf(text, frame)));
			const [part] = tree.parts;
			if (tree.match === 'all' && tree.parts.length === 1 && part) {
				const single: ConditionGroup = { ...tree, parts: [negateNode(part)], gaps: null };
				expect(outcomesOf(writeConditions(single), frame)).toBe(opposite(outcomesOf(text, frame)));
			}
		}),
		{ seed: 20_260_405, numRuns: 300 },
	);
});
