import { expect, test } from 'vitest';
import { checkRule } from '#shared/rules/checkRule.ts';
import { DefinitionBook } from '#shared/rules/DefinitionBook.ts';
import { ruleFields } from './ruleFields.ts';

const segments = [
	{ id: 'vip', name: 'Big spenders', rule: 'revenue > 1000 and country = "DE"' },
	{ id: 'rest', name: 'Rest', rule: "not segment('vip')" },
	{ id: 'loop', name: 'Loop', rule: "segment('pool') or margin > 3" },
	{ id: 'pool', name: 'Pool', rule: "segment('Loop')" },
	{ id: 'bad', name: 'Bad', rule: 'revenue > ' },
];
const custom = [
	{ name: 'lifetime value', expression: 'revenue * margin' },
	{ name: 'double value', expression: '2 * `lifetime value`', description: 'Twice' },
	{ name: 'is late', expression: 'recency_days > 365' },
	{ name: 'self', expression: 'self + 1' },
	{ name: 'left', expression: 'right + 1' },
	{ name: 'right', expression: 'left + 1' },
	{ name: 'wrong', expression: 'nowhere + 1' },
];

function checked(text: string) {
	const book = new DefinitionBook(ruleFields, custom, segments);
	const { typed, diagnostics } = checkRule(text, ruleFields, book);
	return {
		typed,
		found: diagnostics.map(({ code, message, from, to }) => ({ code, message, piece: text.slice(from, to) })),
	};
}

test('a reference means exactly what the rule of the segment means, by id or by name', () => {
	const written = checkRule('revenue > 1000 and country = "DE" or margin = 1', ruleFields).typed;
	expect(checked("segment('vip') or margin = 1")).toEqual({ typed: written, found: [] });
	expect(checked("SEGMENT('Big spenders') or margin = 1")).toEqual({ typed: written, found: [] });
	expect(checked("segment('rest')").typed).toEqual(
		checkRule('not (revenue > 1000 and country = "DE")', ruleFields).typed,
	);
});

test('a custom field means its expression, and may build on others', () => {
	const written = checkRule('2 * (revenue * margin) > 100 and recency_days > 365', ruleFields).typed;
	expect(checked('`double value` > 100 and `is late`')).toEqual({ typed: written, found: [] });
});

test('custom fields have the types of their expressions', () => {
	const book = new DefinitionBook(ruleFields, custom.slice(0, 3), []);
	expect(book.fields).toEqual([
		{ name: 'lifetime value', type: 'decimal', values: [] },
		{ name: 'double value', type: 'decimal', values: [], description: 'Twice' },
		{ name: 'is late', type: 'boolean', values: [] },
	]);
	expect(checked("`is late` = 'x'").found[0]?.code).toBe('rule.type');
});

test.each([
	["segment('loop')", 'rule.broken-reference', 'Loop → Pool → Loop'],
	['self > 1', 'rule.broken-reference', 'self → self'],
	['left > 1', 'rule.broken-reference', 'left → right → left'],
	['wrong > 1', 'rule.broken-reference', 'There is no field nowhere'],
	["segment('bad')", 'rule.broken-reference', 'The rule ends too early'],
	["segment('Big spender')", 'rule.unknown-segment', "Did you mean 'Big spenders'?"],
	["segment('x')", 'rule.unknown-segment', 'Segments are Big spenders, Rest'],
	['segment(revenue)', 'rule.argument-count', "segment('Champions')"],
])('%s is refused: %s', (text, code, part) => {
	const { typed, found } = checked(text);
	expect({ typed, code: found[0]?.code }).toEqual({ typed: null, code });
	expect(found[0]?.message).toContain(part);
});

test('the definition that closes a circle says so', () => {
	const book = new DefinitionBook(ruleFields, custom, segments);
	expect(book.checked('self').diagnostics).toMatchObject([{ code: 'rule.cycle', from: 0, to: 4 }]);
});

test('references that double are refused before they fill the memory', () => {
	const doubling = Array.from({ length: 60 }, (_, index) => ({
		name: `f${index}`,
		expression: index === 0 ? 'revenue' : `f${index - 1} + f${index - 1}`,
	}));
	const book = new DefinitionBook(ruleFields, doubling, []);
	expect(checkRule('f5 > 1', ruleFields, book).diagnostics).toEqual([]);
	expect(checkRule('f12 > 1', ruleFields, book).diagnostics).toMatchObject([{ code: 'rule.too-large' }]);
	expect(checkRule('f59 > 1', ruleFields, book).typed).toBeNull();
});

test('a long chain of references is refused, and its beginning is still good afterwards', () => {
	const chain = Array.from({ length: 3000 }, (_, index) => ({
		name: `f${index}`,
		expression: index === 0 ? 'revenue' : `f${index - 1} + 1`,
	}));
	const book = new DefinitionBook(ruleFields, chain, []);
	expect(checkRule('f2999 > 1', ruleFields, book).typed).toBeNull();
	expect(checkRule('f90 > 1', ruleFields, book).diagnostics).toEqual([]);
});
