import { expect, test } from 'vitest';
import { numberCell, textCell } from '#shared/charts/ChartTable.ts';
import { tableCsv } from '#shared/charts/tableCsv.ts';

const columns = [
	{ label: 'Segment', isNumeric: false },
	{ label: 'Lift, %', isNumeric: true },
];

test('numbers are written unrounded, missing ones empty, quotes and commas quoted', () => {
	const rows = [
		[textCell('The "best", so far'), numberCell(-0.12345678901234, () => 'rounded')],
		[textCell('New'), numberCell(null, String)],
	];
	expect(tableCsv({ columns, rows })).toBe('Segment,"Lift, %"\r\n"The ""best"", so far",-0.12345678901234\r\nNew,\r\n');
});

test('a name that a spreadsheet would run as a formula is made plain text', () => {
	const rows = ['=1+1', '+49', '-5', '@home', '\tTab'].map((name) => [textCell(name), numberCell(-5, String)]);
	expect(tableCsv({ columns, rows }).split('\r\n').slice(1, -1)).toEqual([
		"'=1+1,-5",
		"'+49,-5",
		"'-5,-5",
		"'@home,-5",
		"'\tTab,-5",
	]);
});
