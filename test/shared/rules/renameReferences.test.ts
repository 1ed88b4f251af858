import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseRule } from '#shared/rules/parseRule.ts';
import { printRule } from '#shared/rules/printRule.ts';
import { referencesOf } from '#shared/rules/referencesOf.ts';
import { renameReferences } from '#shared/rules/renameReferences.ts';
import { arbitraryRule } from './arbitraryRule.ts';

test.each([
	[
		'share < 0.2 -- share\n and `share`> 0.1',
		'field',
		'share',
		'margin share',
		'`margin share` < 0.2 -- share\n and `margin share`> 0.1',
	],
	["country = 'share' or shares > 1", 'field', 'share', 'x', "country = 'share' or shares > 1"],
	[
		"segment('Best') and not Segment(\"Best\") and name = 'Best'",
		'segment',
		'Best',
		"Tom's",
		"segment('Tom''s') and not Segment('Tom''s') and name = 'Best'",
	],
	['share < ', 'field', 'share', 'x', 'share < '],
] as const)('%s: the %s %s becomes %s', (text, kind, from, to, expected) => {
	expect(renameReferences(text, kind, from, to)).toBe(expected);
});

test('renaming there and back leaves any rule as it was', () => {
	fc.assert(
		fc.property(arbitraryRule, (rule) => {
			const text = printRule(rule);
			const [name] = referencesOf(rule).fields;
			fc.pre(name !== undefined);
			const renamed = renameReferences(text, 'field', name, 'a name of its own');
			expect(referencesOf(parseRule(renamed).rule).fields).not.toContain(name);
			expect(renameReferences(renamed, 'field', 'a name of its own', name)).toBe(text);
		}),
		{ seed: 3, numRuns: 300 },
	);
});
