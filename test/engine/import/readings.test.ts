import { expect, test } from 'vitest';
import { previewImport } from '../../../engine/import/previewImport.ts';
import type { ColumnReading, ImportOverrides } from '../../../shared/model/importPlan.ts';
import { fileOf, importFile, plainTable } from './importFile.ts';

/** Type, reading and first cell of the second column. */
function columnOf(header: string, values: readonly string[], overrides: ImportOverrides = {}) {
	const text = `id\t${header}\n${values.map((value, row) => `${row + 1}\t${value}`).join('\n')}\n`;
	const { plan, rows, columnFindings, problems } = previewImport(fileOf(text), { ...plainTable, ...overrides });
	const { type, reading } = plan.columns[1]!;
	const finding = columnFindings[1]!;
	return {
		type,
		reading,
		cells: rows.map((row) => row[1]),
		finding,
		questions: problems.filter(({ code }) => code === 'import.type').map(({ message }) => message),
	};
}

test.each<readonly [name: string, header: string, values: readonly string[], type: string, cells: readonly unknown[]]>([
	['decimal commas', 'Umsatz', ['29,33', '1.649,18', '-5,00'], 'decimal', [29.33, 1649.18, -5]],
	['whole numbers with points', 'Menge', ['1.649', '12', '2.000.000'], 'integer', [1649, 12, 2_000_000]],
	['dollars in brackets', 'Net', ['$1,649.18', '($5.00)', '$0.50'], 'decimal', [1649.18, -5, 0.5]],
	['shares', 'Rate', ['12.5 %', '3%', '0 %'], 'decimal', [0.125, 0.03, 0]],
	[
		'telephone numbers',
		'Tel',
		['612 345 678', '612 345 679', '699 000 111'],
		'text',
		['612 345 678', '612 345 679', '699 000 111'],
	],
	['dialled numbers', 'Tel', ['+4917212345', '+4917212346'], 'text', ['+4917212345', '+4917212346']],
	['bracketed labels', 'Mark', ['(1)', '(2)', '(3)'], 'text', ['(1)', '(2)', '(3)']],
	['card numbers', 'Card', ['4111111111111111', '5500000000000004'], 'text', ['4111111111111111', '5500000000000004']],
	['articles that look like exponents', 'SKU', ['12E5', '45E10'], 'text', ['12E5', '45E10']],
	['dates that are none in MySQL', 'Paid', ['2024-01-05', '0000-00-00'], 'date', ['2024-01-05', null]],
	['many mails sent', 'Sent', ['25000', '32000'], 'integer', [25_000, 32_000]],
	['versions', 'App', ['1.2.3', '1.2.4'], 'text', ['1.2.3', '1.2.4']],
	['country codes', 'Country', ['NO', 'NO'], 'text', ['NO', 'NO']],
	['yes and no in German', 'Newsletter', ['ja', 'Nein', '-'], 'boolean', [true, false, null]],
	['yes and no in French', 'Actif', ['VRAI', 'FAUX'], 'boolean', [true, false]],
	['one letter alone', 'Size', ['S', 'S'], 'text', ['S', 'S']],
	['null words among numbers', 'Spend', ['5', 'nan', 'None', '#N/A', '7'], 'integer', [5, null, null, null, 7]],
	['null words among texts', 'Tier', ['gold', 'None', '-', 'n/a'], 'text', ['gold', 'None', null, null]],
	['midnights', 'day', ['2025-01-01T00:00:00Z', '2025-01-02T00:00:00Z'], 'date', ['2025-01-01', '2025-01-02']],
	['serials without a header that says so', 'Code', ['35431', '35448'], 'integer', [35_431, 35_448]],
	['serials under a date', 'Bestelldatum', ['35431', '35448'], 'date', ['1997-01-01', '1997-01-18']],
	[
		'seconds',
		'created_at',
		['1767225599', '1767225600'],
		'timestamp',
		['2025-12-31T23:59:59Z', '2026-01-01T00:00:00Z'],
	],
	['small numbers under a date', 'Day', ['1', '31'], 'integer', [1, 31]],
	['two-digit years', 'Start', ['31.12.25', '01.01.68'], 'date', ['2025-12-31', '2068-01-01']],
])('%s', (_, header, values, type, cells) => {
	const found = columnOf(header, values);
	expect([found.type, found.cells]).toEqual([type, cells]);
});

test('what another column settles holds for the whole file', () => {
	const { plan, rows } = previewImport(fileOf('a\tb\n1,50\t1.500\n2,25\t2.250\n'), plainTable);
	expect([plan.columns.map(({ type }) => type), rows[0]]).toEqual([
		['decimal', 'integer'],
		[1.5, 1500],
	]);
});

test('an open question has its choices, each of which settles it', () => {
	const dates = ['01/02/2025', '03/04/2025'];
	const open = columnOf('day', dates);
	expect([open.type, open.questions.length, open.finding.confidence < 0.6]).toEqual(['text', 1, true]);
	const settled = open.finding.choices.map(({ label, type, reading }) => {
		const { cells, questions } = columnOf('day', dates, { types: { day: type }, readings: { day: reading } });
		return [label, cells[0], questions];
	});
	expect(settled).toEqual([
		['Day first', '2025-02-01', []],
		['Month first', '2025-01-02', []],
	]);
	const marks = columnOf('value', ['1,234', '5,678']);
	expect([marks.type, marks.cells[0], marks.questions.length, marks.finding.choices.length]).toEqual([
		'integer',
		1234,
		1,
		2,
	]);
	const decimal = marks.finding.choices[1]!;
	const read = columnOf('value', ['1,234', '5,678'], {
		types: { value: decimal.type },
		readings: { value: decimal.reading },
	});
	expect([read.cells[0], read.questions]).toEqual([1.234, []]);
});

test('amounts in several currencies are not added up: the column is text, and that is asked', () => {
	const { type, questions } = columnOf('price', ['5 €', '7 $', '9 €', '3 $']);
	expect([type, questions[0]]).toEqual([
		'text',
		'Column "price" holds amounts in € and $, which cannot be added up. It is read as text.',
	]);
});

test('a preview of its own plan gives the same plan', () => {
	const text = 'Datum;Betrag;Rate;Serie date\n31.12.2025;1.234,50 €;12 %;35431\n01.01.2026;2,00 €;3 %;35432\n';
	const path = fileOf(text);
	const first = previewImport(path, plainTable).plan;
	const readings = Object.fromEntries(
		first.columns.flatMap(({ name, reading }): [string, ColumnReading][] => (reading ? [[name, reading]] : [])),
	);
	const types = Object.fromEntries(first.columns.map(({ name, type }) => [name, type]));
	expect(previewImport(path, { ...plainTable, dialect: first.dialect, types, readings }).plan).toEqual(first);
});

test.each([
	['automatic', 'decimal', 999, 1],
	['widen', 'text', 1000, 0],
	['quarantine', 'decimal', 999, 1],
] as const)(
	'with the policy "%s" one late misfit leaves a column of type %s',
	async (misfits, type, loaded, quarantined) => {
		const lines = Array.from({ length: 1000 }, (_, row) => `${row}\t${row === 900 ? 'gone' : `${row},50 €`}`);
		const { table } = await importFile(fileOf(`id\tprice\n${lines.join('\n')}\n`), { ...plainTable, misfits });
		expect([table.columns[1]!.summary.type, table.rowsLoaded, table.rowsQuarantined]).toEqual([
			type,
			loaded,
			quarantined,
		]);
	},
);

test('with the policy "quarantine" a type is kept however many values do not fit', async () => {
	const lines = Array.from({ length: 100 }, (_, row) => `${row}\t${row % 10 === 0 ? 'gone' : row}`);
	const path = fileOf(`id\tn\n${lines.join('\n')}\n`);
	const { table } = await importFile(path, { ...plainTable, misfits: 'quarantine', types: { n: 'integer' } });
	expect([table.columns[1]!.summary.type, table.rowsLoaded, table.rowsQuarantined]).toEqual(['integer', 90, 10]);
});

test('a value behind the last column is quarantined, since the column it would need is left out', async () => {
	const { table, sink, preview } = await importFile(
		fileOf('a;b;\n1;2;\n3;4;\n5;6;7\n8;9;\n'.replace('5;6;7', '5;6;')),
		plainTable,
	);
	expect([preview.plan.dialect.hasTrailingDelimiter, table.columns.length, sink.quarantine]).toEqual([true, 2, []]);
	const set = { ...plainTable, dialect: { hasTrailingDelimiter: true } };
	const late = await importFile(fileOf('a;b;\n1;2;\n3;4;\n5;6;7\n8;9;\n'), set);
	expect(late.sink.quarantine).toEqual([
		{ line: 4, reason: 'The row has a value after its last column.', text: '5;6;7' },
	]);
});

test.each([
	['a total', 'n,c,d,x\nA,u,v,5\nB,w,z,7\nTotal,,,12\n', 1],
	[
		'a total with its count and what a database adds',
		'n;c;d;x\nA;u;v;5\nB;w;z;7\nTotal: 2;;;12\n(2 rows affected)\n',
		2,
	],
	['a company called like a total', 'n,c,d,x\nA,u,v,5\nB,w,z,7\nTotal Wine,r,s,9\n', 0],
	['a last row with a name alone, as others above', 'n,c,d,x\nA B,u,v,5\nB C,,,\nC D,w,z,7\nD E,,,\n', 0],
	['a title above, with the delimiters of the rows', 'Report,,,\nn,c,d,x\nA,u,v,5\n', 0],
])('%s at the end of a file', (_, text, lines) => {
	const { skippedLines } = previewImport(fileOf(text), plainTable);
	expect(skippedLines.last.length).toBe(lines);
});

test('a first row that is longer than the sample is still a row', async () => {
	const { preview, table } = await importFile(fileOf(`a,b\n"${'x'.repeat(300_000)}",1\ny,2\n`), plainTable);
	expect([preview.problems.some(({ code }) => code === 'import.no-rows'), table.rowsLoaded]).toEqual([false, 2]);
});

test('texts in apostrophes are noticed', () => {
	const { dialectFindings } = previewImport(fileOf("id,name\n1,'a,b'\n2,'c,d'\n"), plainTable);
	expect(dialectFindings.filter(({ aspect }) => aspect === 'quote').map(({ confidence }) => confidence)).toEqual([0.3]);
});

test('a header of years is a header, and lines may be left out by hand', () => {
	const wide = previewImport(fileOf('Region,2024,2025\nNorth,1,2\nSouth,3,4\n'), plainTable);
	expect(wide.plan.columns.map(({ name }) => name)).toEqual(['Region', '2024', '2025']);
	const cut = previewImport(fileOf('x,y\n1,2\na,b\n3,4\n5,6\n'), {
		...plainTable,
		dialect: { skipRows: 2, skipLastRows: 1 },
	});
	expect([cut.plan.columns.map(({ name }) => name), cut.rows, cut.skippedLines]).toEqual([
		['a', 'b'],
		[[3, 4]],
		{ first: ['x,y', '1,2'], last: ['5,6'] },
	]);
});
