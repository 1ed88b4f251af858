import { classHighlighter, highlightTree } from '@lezer/highlight';
import { expect, test } from 'vitest';
import { parser } from '#shared/rules/parser.ts';

test('every sort of token has its colour', () => {
	const text = "not lower(country) = 'de' -- remark\nor seen >= asof - 9 days and `a b` is null and x = TRUE";
	const seen: string[] = [];
	highlightTree(parser.parse(text), classHighlighter, (from, to, classes) => {
		seen.push(`${text.slice(from, to)} ${classes}`);
	});
	expect(seen).toEqual([
		'not tok-keyword',
		'lower tok-variableName',
		'( tok-punctuation',
		'country tok-variableName',
		') tok-punctuation',
		'= tok-operator',
		"'de' tok-string",
		'-- remark tok-comment',
		'or tok-keyword',
		'seen tok-variableName',
		'>= tok-operator',
		'asof tok-keyword',
		'- tok-operator',
		'9 tok-number',
		'days tok-keyword',
		'and tok-keyword',
		'`a b` tok-variableName',
		'is tok-keyword',
		'null tok-keyword',
		'and tok-keyword',
		'x tok-variableName',
		'= tok-operator',
		'TRUE tok-bool',
	]);
});
