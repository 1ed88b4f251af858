import { expect, test } from 'vitest';
import { previewSource } from '../../../engine/import/previewSource.ts';
import { runImport } from '../../../engine/import/runImport.ts';
import type { Cell } from '../../../shared/model/columnType.ts';
import { fileOf, plainTable } from './importFile.ts';
import { MemorySink } from './MemorySink.ts';

/** Small files as clients send them, with the rows written by hand. */
const people = [
	[1, 'Ann', 10.5],
	[2, 'Bob', 20.25],
];
const plain = 'id,name,amount\n1,Ann,10.5\n2,Bob,20.25\n';
const days = (texts: readonly string[]) => texts.map((text, row) => `${row + 1};${text}\n`).join('');
const twoDays = [
	[1, '2024-01-15'],
	[2, '2024-12-31'],
];

const files: readonly (readonly [name: string, text: string, rows: readonly (readonly Cell[])[]])[] = [
	['notes with commas after #', `# exported by X\n# 2024, all rows\n${plain}`, people],
	['keys and values above the header', `Report:,Sales\nPeriod:,2024-01\nCurrency:,EUR\n\n${plain}`, people],
	['two such lines', `Report,Sales\nPeriod,2024-01\n\n${plain}`, people],
	['more notes than rows', `${'A line of the disclaimer.\n'.repeat(12)}\n${plain}`, people],
	['a total named in a later column', `${plain},Total,30.75\n`, people],
	['a sum without a name', `${plain},,30.75\n`, people],
	['a count and a sum', `${plain}2 rows,,30.75\n`, people],
	[
		'a German sum',
		'id;name;tag;betrag\n1;Ann;01.02.2024;1.234,50\n2;Bob;28.02.2024;99,00\n;;Summe;1.333,50\n',
		[
			[1, 'Ann', '2024-02-01', 1234.5],
			[2, 'Bob', '2024-02-28', 99],
		],
	],
	[
		'what looks like a sum and has a name',
		'id,name,n\n1,A,2\n2,B,\n3,C,2\n',
		[
			[1, 'A', 2],
			[2, 'B', null],
			[3, 'C', 2],
		],
	],
	['the end of a DOS file', `${plain}\u001a`, people],
	['one column of decimal commas', 'preis\n1,50\n2,75\n10,00\n', [[1.5], [2.75], [10]]],
	['one column of quoted thousands', 'n\n"1,234"\n"12,345"\n"1,234,567"\n', [[1234], [12_345], [1_234_567]]],
	['spaces as delimiter', 'id name amount\n1 Ann 10.5\n2 Bob 20.25\n', people],
	['one column of two words', 'name\nAnn Smith\nBob Jones\n', [['Ann Smith'], ['Bob Jones']]],
	[
		'two columns by a rare delimiter',
		'k^v\na^1\nb^2\n',
		[
			['a', 1],
			['b', 2],
		],
	],
	[
		'dates as headers',
		'shop;01.01.2024;01.02.2024\nA;10;20\nB;11;21\n',
		[
			['A', 10, 20],
			['B', 11, 21],
		],
	],
	[
		'no header over dates',
		'A;01.01.2024;20\nB;02.02.2024;21\n',
		[
			['A', '2024-01-01', 20],
			['B', '2024-02-02', 21],
		],
	],
	[
		'brackets within a currency',
		'id;price\n1;$12.50\n2;$-7.25\n3;$(3.00)\n',
		[
			[1, 12.5],
			[2, -7.25],
			[3, -3],
		],
	],
	[
		'nothing but negatives in brackets',
		'id;n\n1;(1.50)\n2;(2.25)\n',
		[
			[1, -1.5],
			[2, -2.25],
		],
	],
	[
		'names in brackets',
		'id;n\n1;(1)\n2;(2)\n',
		[
			[1, '(1)'],
			[2, '(2)'],
		],
	],
	['a round number of sixteen digits', 'n\n1000000000000000\n5\n', [[1e15], [5]]],
	['card numbers', 'n\n4111111111111111\n4222222222222222\n', [['4111111111111111'], ['4222222222222222']]],
	[
		'words for nothing',
		'n,d\n1.5,2024-01-01\nk.A.,n.a.\nkeine Angabe,<NA>\n',
		[
			[1.5, '2024-01-01'],
			[null, null],
			[null, null],
		],
	],
	[
		'yes and no in Polish',
		'id,ok\n1,tak\n2,nie\n',
		[
			[1, true],
			[2, false],
		],
	],
	[
		'yes and no in Russian',
		'id,ok\n1,Да\n2,Нет\n',
		[
			[1, true],
			[2, false],
		],
	],
	['days with spaces', `id;d\n${days(['15. 1. 2024', '31. 12. 2024'])}`, twoDays],
	['days of the week, German', `id;d\n${days(['Mo, 15.01.2024', 'Di. 31.12.2024'])}`, twoDays],
	['days of the week, American', `id;d\n${days(['Mon 01/15/2024', 'Tue 12/31/2024'])}`, twoDays],
	['Italian months', `id;d\n${days(['15 gennaio 2024', '31 dicembre 2024'])}`, twoDays],
	[
		'the same day in both orders',
		`id;d\n${days(['01/01/2024', '02/02/2024'])}`,
		[
			[1, '2024-01-01'],
			[2, '2024-02-02'],
		],
	],
	[
		'the basic form of ISO 8601',
		`id;t\n${days(['20240115T134530Z', '20241231T000000+0100'])}`,
		[
			[1, '2024-01-15T13:45:30Z'],
			[2, '2024-12-30T23:00:00Z'],
		],
	],
];

test.each(files)('%s', async (_, text, rows) => {
	const { plan } = await previewSource(fileOf(Buffer.from(text)), plainTable);
	const sink = new MemorySink();
	const table = await runImport(plan, sink, { threads: 0 });
	expect([sink.rows(table), sink.quarantine]).toEqual([rows, []]);
});

test.each([
	[
		'numbers with a word among them',
		'id,n\n1,5\n2,abc\n3,6\n',
		'Column "n": 2 of 3 values looked at read as numbers, but not "abc". It is read as text.',
	],
	[
		'days written in two ways',
		'id;d\n1;2024-01-15\n2;28.02.2024\n3;2024-03-01\n',
		'Column "d": 2 of 3 values looked at read as dates, but not "28.02.2024". It is read as text.',
	],
	[
		'one point that may group or start decimals',
		'id;n\n1;1.234\n2;2.345\n',
		'"1.234" in column "n" can be a whole number with thousands or a decimal. It is read as 1.234.',
	],
	[
		'sums amid the rows',
		'shop,name,n\nA,x,1\nTotal A,,1\nB,z,4\n',
		'Of the first 3 rows, 1 row may hold the sum of others ("Total A"). They are read as rows; anything added up counts them too.',
	],
	[
		'the year at the front of short dates',
		'id,d\n1,24/01/15\n2,24/02/28\n3,23/12/31\n',
		'The dates in column "d" can be read year first or day first; "24/01/15" is read as 2024-01-15.',
	],
	[
		'dates that another column settles',
		'id,ordered,shipped\n1,01/02/2024,25/02/2024\n2,03/04/2024,28/04/2024\n',
		'The dates in column "ordered" can be read day first or month first; they are read day first.',
	],
])('%s: nothing is guessed in silence', async (_, text, sentence) => {
	const { problems } = await previewSource(fileOf(Buffer.from(text)), plainTable);
	const said = problems.filter(({ code }) => code === 'import.type' || code === 'import.subtotals');
	expect(said.map(({ message }) => message)).toEqual([sentence]);
});

test('a file that ends within a word is told from a note below the table', async () => {
	const { plan } = await previewSource(fileOf(Buffer.from('name,n\nAnn,1\nBob,2\nJos')), plainTable);
	const sink = new MemorySink();
	await runImport(plan, sink, { threads: 0 });
	expect(sink.quarantine.map(({ line, text }) => [line, text])).toEqual([[4, 'Jos']]);
});
