import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ConditionGroup, ConditionNode } from '#shared/rules/conditions/ConditionTree.ts';
import {
	insertNode,
	moveNode,
	nodeAt,
	removeNode,
	replaceNode,
	stepNode,
	type MoveStep,
	type NodePath,
} from '#shared/rules/conditions/editConditions.ts';
import { negateNode } from '#shared/rules/conditions/negateNode.ts';
import { newCondition } from '#shared/rules/conditions/newCondition.ts';
import { readConditions } from '#shared/rules/conditions/readConditions.ts';
import { writeConditions } from '#shared/rules/conditions/writeConditions.ts';
import { arbitraryTree } from './arbitraryTree.ts';
import { withoutText } from './withoutText.ts';

const remarked = [
	'-- who buys often',
	"country  in ('DE','AT') -- home markets",
	'and (recency_days <= 090 -- lapsed after that',
	'or  revenue / order_count  > 100)',
].join('\n');

function read(text: string): ConditionGroup {
	const { tree } = readConditions(text);
	if (!tree) {
		throw new Error(`not a rule: ${text}`);
	}
	return tree;
}

function at(tree: ConditionGroup, path: NodePath): ConditionNode {
	const node = nodeAt(tree, path);
	if (!node) {
		throw new Error(`nothing at ${path.join('.')}`);
	}
	return node;
}

test('changing one condition leaves every remark and space of the rest as it is', () => {
	const tree = read(remarked);
	const condition = at(tree, [1, 0]);
	if (condition.kind !== 'compare') {
		throw new Error('not a comparison');
	}
	const next = { ...condition, value: { kind: 'number', digits: '120' }, written: null } as const;
	expect(writeConditions(replaceNode(tree, [1, 0], next))).toBe(remarked.replace('090', '120'));
	const negated = writeConditions(replaceNode(tree, [0], negateNode(at(tree, [0]))));
	expect(negated).toBe(remarked.replace("country  in ('DE','AT')", "country not in ('DE', 'AT')"));
});

test('conditions that come and go cost the remarks of their own group only, and expressions keep their words', () => {
	const tree = read(remarked);
	const added = insertNode(tree, [1], 2, { kind: 'flag', field: 'newsletter', written: null });
	expect(writeConditions(added)).toBe(
		[
			'-- who buys often',
			"country  in ('DE','AT') -- home markets",
			'and (recency_days <= 090 or revenue / order_count  > 100 or newsletter)',
		].join('\n'),
	);
	expect(writeConditions(removeNode(tree, [0]))).toBe(
		'recency_days <= 090 -- lapsed after that\nor  revenue / order_count  > 100',
	);
});

test('a group that is laid out anew takes those within it along, but for their remarks', () => {
	const long = (field: string) => `${field}_with_a_name_that_takes_room`;
	const inner = ['a', 'b', 'c'].map((field) => `${long(field)} > 1`);
	const tree = read(`x = 1 and (${inner.join('  or  ')})`);
	expect(writeConditions(insertNode(tree, [], 2, { kind: 'flag', field: 'y', written: null }))).toBe(
		['x = 1', 'and (', `\t${inner.join('\n\tor ')}`, ')', 'and y'].join('\n'),
	);
});

test('another joining word gets the parentheses that it needs', () => {
	const tree = read('a = 1 and b = 2 or c = 3');
	const group = at(tree, [0]);
	if (group.kind !== 'group') {
		throw new Error('not a group');
	}
	expect(writeConditions(replaceNode(tree, [0], { ...group, match: 'any', gaps: null }))).toBe(
		'(a = 1 or b = 2) or c = 3',
	);
	expect(writeConditions(replaceNode(tree, [0], negateNode(group)))).toBe('not (a = 1 and b = 2) or c = 3');
	expect(writeConditions(replaceNode(tree, [], { ...tree, match: 'none', gaps: null }))).toBe(
		'not (a = 1 and b = 2 or c = 3)',
	);
});

test('what is still to be chosen is no part of the text', () => {
	const tree = read('a = 1');
	expect(writeConditions(insertNode(tree, [], 1, newCondition('country', 'text')))).toBe('a = 1');
	expect(writeConditions(removeNode(tree, [0]))).toBe('');
	expect(readConditions('').tree?.parts).toEqual([]);
	expect(readConditions('a = ').tree).toBeNull();
});

test.each<[MoveStep, NodePath, string | null, NodePath | null]>([
	['up', [0], null, null],
	['up', [1], '(b = 2 or c = 3) and a = 1 and d = 4', [0]],
	['down', [0], '(b = 2 or c = 3) and a = 1 and d = 4', [1]],
	['down', [2], null, null],
	['in', [2], 'a = 1 and (b = 2 or c = 3 or d = 4)', [1, 2]],
	['in', [0], '(a = 1 or b = 2 or c = 3) and d = 4', [0, 0]],
	['in', [1, 1], null, null],
	['out', [1, 0], 'a = 1 and c = 3 and b = 2 and d = 4', [2]],
	['out', [0], null, null],
])('a step %s from %j', (step, from, text, path) => {
	const moved = stepNode(read('a = 1 and (b = 2 or c = 3) and d = 4'), from, step);
	expect(moved && { text: writeConditions(moved.root), path: moved.path }).toEqual(
		text === null ? null : { text, path },
	);
});

test('a moved node is found at its new place, nothing is lost, and nothing goes into itself', () => {
	const paths = (node: ConditionNode, path: NodePath = []): NodePath[] => [
		path,
		...(node.kind === 'group' ? node.parts.flatMap((part, index) => paths(part, [...path, index])) : []),
	];
	fc.assert(
		fc.property(arbitraryTree, fc.nat(), fc.nat(), fc.nat(5), (tree, fromPick, toPick, index) => {
			const all = paths(tree);
			const from = all[fromPick % all.length]!;
			const to = all[toPick % all.length]!;
			const moved = moveNode(tree, from, to, index);
			const isOwn = from.every((step, level) => to[level] === step);
			if (isOwn || nodeAt(tree, to)?.kind !== 'group') {
				expect(moved).toBeNull();
			} else if (moved) {
				expect(paths(moved.root)).toHaveLength(all.length);
				expect(withoutText(nodeAt(moved.root, moved.path))).toEqual(withoutText(nodeAt(tree, from)));
			}
		}),
		{ seed: 20_260_406, numRuns: 500 },
	);
});
