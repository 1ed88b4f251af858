import { describe, expect, test } from 'vitest';
import { checkRule } from '#shared/rules/checkRule.ts';
import { printRule } from '#shared/rules/printRule.ts';
import { ruleDiagnosticCodes } from '#shared/rules/RuleDiagnostic.ts';
import { ruleFields } from './ruleFields.ts';

const wrong: readonly (readonly [text: string, code: string, marked: string, message: string])[] = [
	['', 'rule.empty', '', 'The rule is empty'],
	['recency_days =', 'rule.syntax', '=', 'ends too early'],
	["country = 'DE", 'rule.unclosed-quote', "'DE", 'is missing'],
	["Home country = 'x'", 'rule.syntax', 'Home country', 'stands in backticks: `Home country`'],
	['recencydays <= 30', 'rule.unknown-field', 'recencydays', 'Did you mean recency_days?'],
	['recency <= 30', 'rule.unknown-field', 'recency', 'Did you mean recency_days?'],
	['Country is null', 'rule.unknown-field', 'Country', 'Did you mean country?'],
	['country = DE', 'rule.unknown-field', 'DE', "Text values stand in quotes: 'DE'"],
	['lowr(country) = 1', 'rule.unknown-function', 'lowr(country)', 'Did you mean lower?'],
	['abs() > 1', 'rule.argument-count', 'abs()', 'abs takes 1 value'],
	['coalesce(revenue) > 1', 'rule.argument-count', 'coalesce(revenue)', '2 to 100 values'],
	['zip = 10115', 'rule.type', '10115', "zip is text, so its values stand in quotes: '10115'"],
	["recency_days = '30'", 'rule.type', "'30'", 'Write 30 without quotes'],
	["recency_days in (1, 'a')", 'rule.type', "'a'", 'Compare it with a number'],
	['recency_days = true', 'rule.type', 'true', 'Write 1 instead of true'],
	["is_member = 'yes'", 'rule.type', "'yes'", 'Write true or false'],
	['is_member > false', 'rule.type', 'is_member', 'Use = or !='],
	['first_order_date > 90', 'rule.type', '90', 'Write a date'],
	['recency_days = first_order_date', 'rule.type', 'first_order_date', 'cannot be compared'],
	['country contains 5', 'rule.type', '5', 'needs text'],
	['recency_days contains 5', 'rule.type', 'recency_days', 'needs text'],
	['asof - 90 > first_order_date', 'rule.type', 'asof - 90', 'asof - 90 days'],
	['recency_days + 90 days > 5', 'rule.type', 'recency_days + 90 days', 'Only a date'],
	['asof - 1.5 days > first_order_date', 'rule.type', '1.5 days', 'whole number'],
	['asof + first_order_date > asof', 'rule.type', 'asof + first_order_date', 'Dates can be subtracted'],
	['country + 1 > 2', 'rule.type', 'country + 1', 'needs numbers'],
	['-country = 1', 'rule.type', 'country', 'needs a number'],
	['5 days > 3', 'rule.type', '5 days', 'added to a date'],
	['lower(recency_days) = 1', 'rule.type', 'recency_days', 'needs text'],
	['recency_days', 'rule.not-a-condition', 'recency_days', 'Compare it with something: recency_days > 0'],
	['country and recency_days > 1', 'rule.not-a-condition', 'country', "country = 'DE'"],
	["first_order_date > '2024-02-30'", 'rule.not-a-date', "'2024-02-30'", "'2024-01-31'"],
	["first_order_date > '31.01.2024'", 'rule.not-a-date', "'31.01.2024'", 'is not a date'],
	["first_order_date > date '2023-02-29'", 'rule.not-a-date', "date '2023-02-29'", 'is not a date'],
	["signed_up_at > '2024-01-31 25:00'", 'rule.not-a-date', "'2024-01-31 25:00'", '14:30'],
	['country = null', 'rule.null-comparison', 'null', 'is null'],
	["country matches '(a'", 'rule.pattern', "'(a'", 'At character 1 of the pattern'],
	['country matches zip', 'rule.pattern', 'zip', 'text in quotes'],
	['not '.repeat(300) + 'is_member', 'rule.too-deep', 'not '.repeat(100) + 'is_member', 'too deeply'],
];
const doubtful: typeof wrong = [
	['recency_days between 5 and 3', 'rule.never-true', 'recency_days between 5 and 3', 'the lower one comes first'],
	['revenue > 5 and revenue < 3', 'rule.never-true', 'revenue > 5 and revenue < 3', 'no value for revenue'],
	['5 < revenue and revenue <= 5', 'rule.never-true', '5 < revenue and revenue <= 5', 'no value for revenue'],
	["country = 'DE' and country = 'AT'", 'rule.never-true', "country = 'DE' and country = 'AT'", 'no value for country'],
	['1 = 1', 'rule.constant', '1 = 1', 'the same for every customer'],
	["country in ('DE', 'ATT')", 'rule.unknown-value', "'ATT'", "Did you mean 'AT'?"],
];

describe('errors leave the rule without a meaning and mark the place', () => {
	test.each(wrong)('%s', (text, code, marked, message) => {
		const { typed, diagnostics } = checkRule(text, ruleFields);
		expect(typed).toBeNull();
		const [found] = diagnostics;
		expect(found).toMatchObject({ severity: 'error', code, message: expect.stringContaining(message) });
		expect(text.slice(found?.from, found?.to)).toBe(marked);
		expect(diagnostics).toHaveLength(1);
	});
});

describe('doubts are reported and the rule keeps its meaning', () => {
	test.each(doubtful)('%s', (text, code, marked, message) => {
		const { typed, diagnostics } = checkRule(text, ruleFields);
		expect(typed?.type).toBe('boolean');
		expect(diagnostics).toMatchObject([{ code, message: expect.stringContaining(message) }]);
		expect(text.slice(diagnostics[0]?.from, diagnostics[0]?.to)).toBe(marked);
	});
});

test('every diagnostic code is shown by an example above, or with the definitions', () => {
	const shown = new Set([...wrong, ...doubtful].map(([, code]) => code));
	for (const code of ['rule.unknown-segment', 'rule.cycle', 'rule.broken-reference', 'rule.too-large']) {
		shown.add(code);
	}
	expect([...shown].sort()).toEqual([...ruleDiagnosticCodes].sort());
});

test('a field name with a hyphen that reads as a subtraction is suggested in backticks', () => {
	const [found] = checkRule('click-rate > 0.5', ruleFields).diagnostics;
	expect(found).toMatchObject({ code: 'rule.unknown-field', message: expect.stringContaining('`click-rate`?') });
});

test('two errors in one rule are both reported, in the order of the text', () => {
	const { diagnostics } = checkRule("contry = 'DE'\nor recency_days = 'x'", ruleFields);
	expect(diagnostics.map(({ code, line, column }) => [code, line, column])).toEqual([
		['rule.unknown-field', 1, 1],
		['rule.type', 2, 19],
	]);
});

describe('sound rules have no diagnostics', () => {
	test.each([
		'is_member',
		'not is_member',
		'is_member = 1',
		'is_member != true',
		'true',
		"country in ('DE', 'AT') and recency_days <= 30",
		"first_order_date between '2024-01-01' and asof - 3 months",
		"signed_up_at >= '2024-01-31 14:30' or signed_up_at < '2024-01-31'",
		"signed_up_at between '2024-01-01' and '2024-01-31 10:00'",
		"signed_up_at in ('2024-01-01', '2024-01-31T10:00:00Z')",
		'asof - first_order_date > 90 and signed_up_at - first_order_date <= 0',
		"coalesce(first_order_date, '2020-01-01') < asof",
		'coalesce(is_member, false)',
		'(recency_days > 5) = is_member',
		'revenue / recency_days >= 12.50 and -revenue < abs(margin - 1)',
		"lower(country) starts with 'd' and zip matches '^1[0-9]{4}$' and country ends with zip",
		'`Home country` is null and `click-rate` is not null',
		'year(signed_up_at) = 2024 and month(first_order_date) in (11, 12)',
		"'a' <= country",
	])('%s', (text) => {
		const { rule, typed, diagnostics } = checkRule(text, ruleFields);
		expect(diagnostics).toEqual([]);
		expect(typed?.type).toBe('boolean');
		const again = checkRule(rule ? printRule(rule) : '', ruleFields);
		expect(again.typed).toEqual(typed);
	});
});

test('a moment compared with a date counts as its date', () => {
	expect(checkRule("signed_up_at <= '1970-01-02'", ruleFields).typed).toEqual({
		kind: 'comparison',
		type: 'boolean',
		operator: '<=',
		left: { kind: 'date-of', type: 'date', operand: { kind: 'field', type: 'timestamp', name: 'signed_up_at' } },
		right: { kind: 'constant', type: 'date', day: 1 },
	});
});
