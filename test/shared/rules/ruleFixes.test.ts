import { expect, test } from 'vitest';
import { checkRule } from '#shared/rules/checkRule.ts';
import { applyFix } from '#shared/rules/RuleFix.ts';
import type { RuleField } from '#shared/rules/RuleField.ts';

const fields: readonly RuleField[] = [
	{ name: 'revenue', type: 'decimal', values: [] },
	{ name: 'order count', type: 'integer', values: [] },
	{ name: 'country', type: 'text', values: ['DE', 'AT', 'Germany'] },
	{ name: 'zip', type: 'text', values: [] },
	{ name: 'newsletter', type: 'boolean', values: [] },
];

test.each([
	['revenu > 1', 'revenue > 1'],
	['order count > 1', '`order count` > 1'],
	['country = DE', "country = 'DE'"],
	["country = 'Germani'", "country = 'Germany'"],
	["lowr(country) = 'de'", "lower(country) = 'de'"],
	['country = null', 'country is null'],
	['null != country and revenue > 1', 'country is not null and revenue > 1'],
	['zip = 10115', "zip = '10115'"],
	["revenue > '12.5'", 'revenue > 12.5'],
	['revenue = true', 'revenue = 1'],
	["newsletter = 'True'", 'newsletter = true'],
	['revenue between 20 and 10', 'revenue between 10 and 20'],
	['revenue > 12,5', 'revenue > 12.5'],
	['revenue => 5', 'revenue >= 5'],
	['revenue ≤ 5', 'revenue <= 5'],
	['revenue > 5 && newsletter', 'revenue > 5 and newsletter'],
	['revenue > 5;', 'revenue > 5'],
	["country = 'DE", "country = 'DE'"],
])('%s is repaired to %s', (text, repaired) => {
	const [fix] = checkRule(text, fields).diagnostics.flatMap(({ fixes = [] }) => fixes);
	expect(fix && applyFix(text, fix)).toBe(repaired);
	expect(checkRule(repaired, fields).diagnostics).toEqual([]);
});

test('where nothing is known to help nothing is offered', () => {
	const { diagnostics } = checkRule('whatsoever > 1 and revenue = country', fields);
	expect(diagnostics.flatMap(({ fixes = [] }) => fixes)).toEqual([]);
});
