import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseRule } from '#shared/rules/parseRule.ts';
import { printRule } from '#shared/rules/printRule.ts';
import { arbitraryRule } from './arbitraryRule.ts';
import { withoutPositions } from './withoutPositions.ts';

test('any rule that is printed reads back as the same rule', () => {
	fc.assert(
		fc.property(arbitraryRule, (rule) => {
			const text = printRule(rule);
			const { rule: again, diagnostics } = parseRule(text);
			expect(diagnostics).toEqual([]);
			expect(again && withoutPositions(again)).toEqual(withoutPositions(rule));
			expect(again && printRule(again)).toBe(text);
		}),
		{ seed: 20_260_101, numRuns: 800 },
	);
});

test.each([
	['COUNTRY IN ("DE", \'AT\') AND Recency <= 030.50', "COUNTRY in ('DE', 'AT') and Recency <= 30.5"],
	['((a = 1)) or (b = 2 and (c = 3))', 'a = 1 or b = 2 and c = 3'],
	['(a = 1 or b = 2) and c = 3', '(a = 1 or b = 2) and c = 3'],
	['not (a = 1 and b = 2)', 'not (a = 1 and b = 2)'],
	['a<>1 and b==2', 'a != 1 and b = 2'],
	['a - (b - c) > (a * b) / c', 'a - (b - c) > a * b / c'],
	['x = - -y and z = -(-5) and u = -0', 'x = -(-y) and z = -(-5) and u = 0'],
	["name = 'it''s' or name = \"it's\"", "name = 'it''s' or name = 'it''s'"],
	[
		'`Home country` is not null and `in` = 1 and date is null',
		'`Home country` is not null and `in` = 1 and date is null',
	],
	['a = 1 -- the rest is a remark\nand b = 2', 'a = 1 and b = 2'],
	['seen >= ASOF - 1 Day', 'seen >= asof - 1 days'],
	['a NOT   Starts\nWith "x"', "a not starts with 'x'"],
])('%s is written canonically as %s', (text, canonical) => {
	const { rule } = parseRule(text);
	expect(rule && printRule(rule)).toBe(canonical);
});
