import { expect, test } from 'vitest';
import { csvText } from '../../../engine/export/csvText.ts';

test('text that a spreadsheet would run as a formula gets an apostrophe in front', () => {
	expect(['=1+1', '+49 30', '-x', '@sum', '\tx', '＝1'].map(csvText)).toEqual([
		"'=1+1",
		"'+49 30",
		"'-x",
		"'@sum",
		"'\tx",
		"'＝1",
	]);
});

test('delimiters, quotes and line breaks are quoted', () => {
	expect(['a,b', 'say "hi"', 'two\nlines', 'plain', ''].map(csvText)).toEqual([
		'"a,b"',
		'"say ""hi"""',
		'"two\nlines"',
		'plain',
		'',
	]);
});
