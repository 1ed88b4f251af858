import { expect, test } from 'vitest';
import type { RuleDefinitions } from '#shared/rules/RuleChecks.ts';
import { RuleChecks } from '#shared/rules/RuleChecks.ts';
import { ruleFields } from './ruleFields.ts';

const plain = 'revenue > 100';
const onShare = 'share < 0.2';
const onTwice = '`twice the share` < 0.2';
const onVip = "segment('VIP') and margin > 1";
const before: RuleDefinitions = {
	customFields: [
		{ name: 'share', expression: 'margin / revenue' },
		{ name: 'twice the share', expression: '2 * share' },
		{ name: 'other', expression: 'recency_days + 1' },
	],
	segments: [{ id: 'vip', name: 'VIP', rule: 'revenue > 1000' }],
	exclusions: [{ id: 'staff', name: 'Staff', rule: "country = 'DE'" }],
};

function withField(name: string, expression: string): RuleDefinitions {
	const customFields = before.customFields.map((field) => (field.name === name ? { name, expression } : field));
	return { ...before, customFields };
}

function isKept(rule: string, after: RuleDefinitions): boolean {
	const checks = new RuleChecks(ruleFields);
	return checks.within(before).check(rule) === checks.within(after).check(rule);
}

test.each([
	['an unrelated custom field', withField('other', 'recency_days + 2'), [true, true, true, true]],
	['a custom field', withField('share', 'margin / (revenue + 1)'), [true, false, false, true]],
	['one that builds on another', withField('twice the share', '3 * share'), [true, true, false, true]],
	['a segment', { ...before, segments: [{ id: 'vip', name: 'VIP', rule: 'margin > 9' }] }, [true, true, true, false]],
	['an exclusion', { ...before, exclusions: [] }, [true, true, true, true]],
])('an edit of %s makes exactly the rules that depend on it be checked anew', (_what, after, expected) => {
	expect([plain, onShare, onTwice, onVip].map((rule) => isKept(rule, after))).toEqual(expected);
});

test('a name that comes or goes changes what is said of a rule', () => {
	const checks = new RuleChecks(ruleFields);
	const codes = (definitions: RuleDefinitions, rule: string) =>
		checks
			.within(definitions)
			.check(rule)
			.diagnostics.map(({ code }) => code);
	const without = { ...before, customFields: [] };
	expect(codes(without, onShare)).toEqual(['rule.unknown-field']);
	expect(codes(before, onShare)).toEqual([]);
	expect(codes(without, onShare)).toEqual(['rule.unknown-field']);
	expect(codes({ ...before, segments: [] }, onVip)).toEqual(['rule.unknown-segment']);
});

test('a custom field goes before a column of its name, and the column is back when it goes', () => {
	const checks = new RuleChecks(ruleFields);
	const covering = { ...before, customFields: [{ name: 'revenue', expression: 'margin * 2' }] };
	const written = checks.within(before).check('margin * 2 > 100').typed;
	expect(checks.within(covering).check(plain).typed).toEqual(written);
	expect(checks.within(before).check(plain).typed).not.toEqual(written);
});

test('exclusions can be referred to, and a segment goes before an exclusion of the same name', () => {
	const scope = new RuleChecks(ruleFields).within(before);
	expect(scope.check("segment('Staff')").typed).toEqual(scope.check("country = 'DE'").typed);
	const both = { ...before, segments: [{ id: 'x', name: 'Staff', rule: plain }] };
	const { check } = new RuleChecks(ruleFields).within(both);
	expect(check("segment('Staff')").typed).toEqual(check(plain).typed);
});

test('the fields beneath custom fields and references are known, circles or not', () => {
	const { fieldsRead } = new RuleChecks(ruleFields).within({
		...before,
		customFields: [...before.customFields, { name: 'loop', expression: 'loop + zip' }],
	});
	expect([...fieldsRead(`${onTwice} or ${onVip}`)].toSorted()).toEqual(['margin', 'revenue']);
	expect([...fieldsRead('loop > 1')]).toEqual(['zip']);
});
