import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ConditionGroup, ConditionNode } from '#shared/rules/conditions/ConditionTree.ts';
import { readConditions } from '#shared/rules/conditions/readConditions.ts';
import { tidyConditions } from '#shared/rules/conditions/tidyConditions.ts';
import { writeConditions } from '#shared/rules/conditions/writeConditions.ts';
import { formatRule } from '#shared/rules/formatRule.ts';
import { parseRule } from '#shared/rules/parseRule.ts';
import { printRule } from '#shared/rules/printRule.ts';
import { arbitraryRule } from '../arbitraryRule.ts';
import { arbitraryTree } from './arbitraryTree.ts';
import { withoutText } from './withoutText.ts';

function read(text: string): ConditionGroup {
	const { tree } = readConditions(text);
	if (!tree) {
		throw new Error(`not a rule: ${text}`);
	}
	return tree;
}

const canonical = (text: string) => {
	const { rule } = parseRule(text);
	return rule && printRule(rule);
};

/** The same conditions as if they had just been made by hand. */
const unwritten = (node: ConditionNode): ConditionNode =>
	node.kind === 'group' ? { ...node, gaps: null, parts: node.parts.map(unwritten) } : { ...node, written: null };

test('every rule has a tree, and a tree that nobody changed is written as it stood', () => {
	fc.assert(
		fc.property(arbitraryRule, fc.integer({ min: 5, max: 60 }), (rule, width) => {
			const text = formatRule(rule, { width });
			expect(writeConditions(read(text))).toBe(text);
		}),
		{ seed: 20_260_401, numRuns: 400 },
	);
});

test('a tree made by hand is written as the same rule, and that reads back as the same tree', () => {
	fc.assert(
		fc.property(arbitraryRule, (rule) => {
			const tree = read(printRule(rule));
			const text = writeConditions({ ...tree, ...unwritten(tree) } as ConditionGroup);
			expect(canonical(text)).toBe(printRule(rule));
			expect(withoutText(read(text))).toEqual(withoutText(tree));
			expect(writeConditions(read(text))).toBe(text);
		}),
		{ seed: 20_260_402, numRuns: 400 },
	);
});

test('any tree, also half-built, is written as a text that reads back as the tidied tree', () => {
	fc.assert(
		fc.property(arbitraryTree, (tree) => {
			const text = writeConditions(tree);
			expect(withoutText(read(text))).toEqual(withoutText(tidyConditions(tree)));
			expect(writeConditions(tidyConditions(tree))).toBe(text);
		}),
		{ seed: 20_260_403, numRuns: 400 },
	);
});
