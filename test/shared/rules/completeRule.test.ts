import { describe, expect, test } from 'vitest';
import { checkRule } from '#shared/rules/checkRule.ts';
import { completeRule } from '#shared/rules/complete/completeRule.ts';
import { ruleFields } from './ruleFields.ts';

/** Completion at the bar in the text: what it would replace, and the labels. */
function offer(marked: string): { replaced: string; labels: string[] } | null {
	const position = marked.indexOf('|');
	const text = marked.replace('|', '');
	const completion = completeRule(text, position, ruleFields);
	return (
		completion && {
			replaced: text.slice(completion.from, completion.to),
			labels: completion.items.map((item) => item.label),
		}
	);
}

const names = ruleFields.map((field) => (/[ -]/.test(field.name) ? `\`${field.name}\`` : field.name));

describe('completion', () => {
	test('a condition begins with a field, a function or not', () => {
		const expected = { labels: [...names, 'lower', 'upper', 'year', 'month', 'coalesce', 'abs', 'not'] };
		expect(offer('|')).toEqual({ replaced: '', ...expected });
		expect(offer('rec|')).toEqual({ replaced: 'rec', ...expected });
		expect(offer("country = 'DE' and (not |")).toEqual({ replaced: '', ...expected });
	});

	test('operators fit the type of the field', () => {
		const comparisons = ['=', '!=', '<', '<=', '>', '>='];
		const others = ['between', 'in', 'not in', 'is null', 'is not null', 'and', 'or'];
		expect(offer('recency_days |')?.labels).toEqual([...comparisons, ...others]);
		expect(offer('country |')?.labels).toContain('starts with');
		expect(offer('is_member |')?.labels).toEqual(['=', '!=', 'is null', 'is not null', 'and', 'or']);
	});

	test.each([
		['country = |', '', ["'DE'", "'AT'", "'CH'", 'zip', '`Home country`', 'lower', 'upper', 'coalesce']],
		["country = 'D|'", "'D'", ["'DE'", "'AT'", "'CH'"]],
		["country = 'D|", "'D", ["'DE'", "'AT'", "'CH'"]],
		['country = "|"', '""', ['"DE"', '"AT"', '"CH"']],
		['`Home country` in (|', '', ["'Côte d''Ivoire'", 'country', 'zip', 'lower', 'upper', 'coalesce']],
		["country in ('DE', '|')", "''", ["'DE'", "'AT'", "'CH'"]],
		['country contains |', '', ["'DE'", "'AT'", "'CH'"]],
		['country not |', '', ['between', 'in', 'contains', 'starts with', 'ends with', 'matches']],
		['country starts |', '', ['with']],
		['zip is |', '', ['null', 'not null']],
		['zip is not |', '', ['null']],
		['recency_days between 1 |', '', ['and']],
		['recency_days = 1 |', '', ['and', 'or']],
		['is_member = |', '', ['true', 'false', 'coalesce']],
		['first_order_date >= |', '', ['asof', 'asof - 90 days', "'2024-01-31'", 'coalesce']],
		['first_order_date >= asof - 90 |', '', ['and', 'or', 'days', 'weeks', 'months', 'years']],
		['`Ho|', '`Ho', ruleFields.map((field) => `\`${field.name}\``)],
	])('%s', (marked, replaced, labels) => {
		expect(offer(marked)).toEqual({ replaced, labels });
	});

	test('nothing is offered inside a remark or a pattern', () => {
		expect([offer('-- coun|'), offer("country matches '|")]).toEqual([null, null]);
	});

	test.each([
		["zip = '1|'", { field: 'zip', prefix: '1', quote: "'" }],
		['zip in ("a", "b""|', { field: 'zip', prefix: 'b"', quote: '"' }],
		['country = |', { field: 'country', prefix: '', quote: "'" }],
		["`Home country` = 'Cô|'", { field: 'Home country', prefix: 'Cô', quote: "'" }],
		['country = co|', null],
		['revenue > |', null],
		["zip matches '1|'", null],
	])('%s wants values of the data', (marked, values) => {
		const position = marked.indexOf('|');
		expect(completeRule(marked.replace('|', ''), position, ruleFields)?.values ?? null).toEqual(values);
	});

	test('fields and functions explain themselves', () => {
		const items = completeRule('', 0, ruleFields)?.items ?? [];
		expect(items[0]).toEqual({
			label: 'recency_days',
			insert: 'recency_days',
			kind: 'field',
			detail: 'number',
			description: 'Days since the last order',
		});
		expect(items.find((item) => item.label === 'coalesce')).toMatchObject({
			insert: 'coalesce(',
			kind: 'function',
			detail: 'coalesce(value, value, …)',
		});
	});

	test('every value that is offered makes a rule without errors', () => {
		for (const field of ruleFields.filter((candidate) => candidate.values.length > 0)) {
			const start = `\`${field.name}\` = `;
			for (const item of completeRule(start, start.length, ruleFields)?.items ?? []) {
				if (item.kind === 'value') {
					expect(checkRule(start + item.insert, ruleFields).diagnostics).toEqual([]);
				}
			}
		}
	});
});

test('other segments are offered where a condition begins', () => {
	const labels = (text: string): string[] =>
		completeRule(text, text.length, ruleFields, ["Tom's", 'VIP'])?.items.map(({ label }) => label) ?? [];
	expect(labels('not ').filter((label) => label.startsWith('segment'))).toEqual([
		"segment('Tom''s')",
		"segment('VIP')",
	]);
	expect(labels('revenue > ').filter((label) => label.startsWith('segment'))).toEqual([]);
});

test('the name of a segment is completed inside its quotes', () => {
	const names = (text: string): string[] =>
		completeRule(text, text.length, ruleFields, ["Tom's", 'VIP'])?.items.map(({ insert }) => insert) ?? [];
	expect(names("segment('V")).toEqual(["'Tom''s'", "'VIP'"]);
	expect(names('not segment("')).toEqual(['"Tom\'s"', '"VIP"']);
	expect(names('segment(')).toEqual(["'Tom''s'", "'VIP'"]);
});
