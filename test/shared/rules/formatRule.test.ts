import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatRule, formatRuleText } from '#shared/rules/formatRule.ts';
import { parseRule } from '#shared/rules/parseRule.ts';
import { arbitraryRule } from './arbitraryRule.ts';
import { withoutPositions } from './withoutPositions.ts';

test('a formatted rule reads back as the same rule, at any width', () => {
	fc.assert(
		fc.property(arbitraryRule, fc.integer({ min: 1, max: 60 }), (rule, width) => {
			const text = formatRule(rule, { width });
			const again = parseRule(text).rule;
			expect(again && withoutPositions(again)).toEqual(withoutPositions(rule));
			expect(again && formatRule(again, { width })).toBe(text);
		}),
		{ seed: 20_260_102, numRuns: 800 },
	);
});

test('what fits stays on one line', () => {
	expect(formatRuleText("COUNTRY = 'DE'\n  and  revenue > 010.50")).toBe("COUNTRY = 'DE' and revenue > 10.5");
});

test('longer rules are broken where they join', () => {
	const text =
		"country in ('DE', 'AT', 'CH') and (recency_days <= 30 or order_count >= 5 and revenue > 1000 or newsletter) and not (opens = 0 or opens is null)";
	expect(formatRuleText(text, { width: 50 })?.split('\n')).toEqual([
		"country in ('DE', 'AT', 'CH')",
		'and (',
		'\trecency_days <= 30',
		'\tor order_count >= 5 and revenue > 1000',
		'\tor newsletter',
		')',
		'and not (opens = 0 or opens is null)',
	]);
});

test('long lists are wrapped', () => {
	expect(formatRuleText("a in ('one', 'two', 'three', 'four', 'five')", { width: 25 })?.split('\n')).toEqual([
		'a in (',
		"\t'one', 'two',",
		"\t'three', 'four',",
		"\t'five'",
		')',
	]);
});

test('a text with remarks, or one that cannot be read, is left alone', () => {
	expect(formatRuleText('a = 1 -- why\nand b = 2')).toBeNull();
	expect(formatRuleText('a = ')).toBeNull();
	expect(formatRuleText("a = '--'")).toBe("a = '--'");
});
