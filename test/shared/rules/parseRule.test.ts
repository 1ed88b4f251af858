import { describe, expect, test } from 'vitest';
import { parseRule } from '#shared/rules/parseRule.ts';
import { withoutPositions } from './withoutPositions.ts';

function read(text: string): unknown {
	const { rule, diagnostics } = parseRule(text);
	expect(diagnostics).toEqual([]);
	return rule && withoutPositions(rule);
}

const a = { kind: 'field', name: 'a' };
const b = { kind: 'field', name: 'b' };
const one = { kind: 'number', digits: '1' };

describe('what a rule means', () => {
	test.each([
		['a = 1', { kind: 'comparison', operator: '=', left: a, right: one }],
		['a not between 1 and b', { kind: 'between', isNegated: true, operand: a, low: one, high: b }],
		['a in (1)', { kind: 'in', isNegated: false, operand: a, items: [one] }],
		['a is not null', { kind: 'is-null', isNegated: true, operand: a }],
		['a ends with b', { kind: 'text-match', operator: 'ends with', isNegated: false, operand: a, pattern: b }],
		['a or b and not a', { kind: 'or', operands: [a, { kind: 'and', operands: [b, { kind: 'not', operand: a }] }] }],
		[
			'a - b * 1',
			{ kind: 'arithmetic', operator: '-', left: a, right: { kind: 'arithmetic', operator: '*', left: b, right: one } },
		],
		['coalesce(a, -1)', { kind: 'call', name: 'coalesce', arguments: [a, { kind: 'number', digits: '-1' }] }],
		["date '2024-01-31'", { kind: 'date', value: '2024-01-31' }],
		[
			'asof - 3 MONTHS',
			{
				kind: 'arithmetic',
				operator: '-',
				left: { kind: 'asof' },
				right: { kind: 'duration', digits: '3', unit: 'months' },
			},
		],
		['`a``b`', { kind: 'field', name: 'a`b' }],
		["'it''s'", { kind: 'text', value: "it's" }],
		['True', { kind: 'boolean', value: true }],
		[
			'a between 1 and 1 and b',
			{ kind: 'and', operands: [{ kind: 'between', isNegated: false, operand: a, low: one, high: one }, b] },
		],
	])('%s', (text, rule) => {
		expect(read(text)).toEqual(rule);
	});

	test('words that are keywords in one place only stay usable as field names', () => {
		expect(read("date > 5 and days contains 'x' and starts starts with 'y' and year(year) = 2024")).toMatchObject({
			kind: 'and',
			operands: [
				{ left: { name: 'date' } },
				{ operand: { name: 'days' } },
				{ operand: { name: 'starts' } },
				{ left: { name: 'year' } },
			],
		});
	});

	test('positions point into the text', () => {
		const text = 'a = 1\nand country = 2';
		const { rule } = parseRule(text);
		expect(rule?.kind === 'and' && rule.operands[1] && text.slice(rule.operands[1].from, rule.operands[1].to)).toBe(
			'country = 2',
		);
	});
});

describe('what a syntax error says', () => {
	test.each([
		['', 'rule.empty', 1, 1, 'The rule is empty'],
		['  -- only a remark', 'rule.empty', 1, 1, 'The rule is empty'],
		['a =', 'rule.syntax', 1, 3, 'ends too early. After “=”, a field or a value is expected'],
		['a = 1 and\n  or b = 2', 'rule.syntax', 2, 3, '“or” cannot stand here. After “and”, a field or a value'],
		['a b', 'rule.syntax', 1, 3, 'After “a”, an operator is expected'],
		['(a = 1', 'rule.syntax', 1, 6, 'or a closing parenthesis'],
		['a = 1)', 'rule.syntax', 1, 6, '“)” cannot stand here. After “1”, “and” or “or” is expected'],
		['a between 1 or 2', 'rule.syntax', 1, 13, '“and” with the upper bound'],
		["a in 'x'", 'rule.syntax', 1, 6, 'a list in parentheses'],
		["a in ('x' 'y')", 'rule.syntax', 1, 11, 'a comma or a closing parenthesis'],
		['a is 5', 'rule.syntax', 1, 6, '“null” or “not null”'],
		['a not = 5', 'rule.syntax', 1, 7, 'After “not”, “in”, “between”'],
		["a starts 'x'", 'rule.syntax', 1, 10, '“with” is expected'],
		['and a = 1', 'rule.syntax', 1, 1, 'At the beginning of the rule'],
		["a = 'x", 'rule.unclosed-quote', 1, 5, "a single quote (') is missing"],
		['a = "x', 'rule.unclosed-quote', 1, 5, 'double quote'],
		['`a = 1', 'rule.unclosed-quote', 1, 1, 'a backtick is missing'],
		['a = “x”', 'rule.syntax', 1, 5, 'straight quotes'],
		['a = 12,5', 'rule.syntax', 1, 7, 'Decimals are written with a point'],
		['a => 5', 'rule.syntax', 1, 4, 'Write >='],
		['1 < a < 5', 'rule.syntax', 1, 7, 'Comparisons cannot be chained'],
		['a = 1 && b = 2', 'rule.syntax', 1, 7, 'Write and'],
		['a = 1 || b = 2', 'rule.syntax', 1, 7, 'Write or'],
		['a ≥ 5', 'rule.syntax', 1, 3, 'Write >='],
		["a like 'x%'", 'rule.syntax', 1, 3, 'Write contains'],
		['a = 1;', 'rule.syntax', 1, 6, 'semicolon'],
		['[a b] = 1', 'rule.syntax', 1, 1, 'backticks'],
	])('%j', (text, code, line, column, message) => {
		const { rule, diagnostics } = parseRule(text);
		expect(rule).toBeNull();
		expect(diagnostics).toMatchObject([
			{ severity: 'error', code, line, column, message: expect.stringContaining(message) },
		]);
	});
});

describe('rules of any shape are read without exhausting the stack', () => {
	test.each([
		['10,000 parentheses', '('.repeat(10_000) + 'a = 1' + ')'.repeat(10_000)],
		['10,000 parentheses that are not closed', '('.repeat(10_000)],
		['300 parentheses', '('.repeat(300) + 'a = 1' + ')'.repeat(300)],
		['5,000 nots', 'not '.repeat(5000) + 'a'],
		['a sum of 10,000 terms', `${'a + '.repeat(10_000)}a > 1`],
		['10,000 minus signs', `a = ${'- '.repeat(10_000)}1`],
	])('%s', (_, text) => {
		expect(parseRule(text).diagnostics).toMatchObject([
			{ code: 'rule.too-deep', severity: 'error', message: expect.stringContaining('nested too deeply') },
		]);
	});

	test('thousands of alternatives are wide, not deep, and are read', () => {
		expect(parseRule(Array.from({ length: 3000 }, (_, index) => `a=${index}`).join(' or ')).diagnostics).toEqual([]);
	});
});
