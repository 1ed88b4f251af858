import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { previewImport } from '../../../engine/import/previewImport.ts';
import { roleFacts } from '../../../shared/model/tableRole.ts';
import { fileOf, importFile } from './importFile.ts';

const previewOf = (content: string | Uint8Array, name?: string) => previewImport(fileOf(content, name), {});
const codesOf = (content: string) => previewOf(content).problems.map(({ code }) => code);

test.each([
	['comma', ','],
	['semicolon', ';'],
	['tab', '\t'],
	['pipe', '|'],
])('%s-separated files are recognised, whatever other signs are in quotes', (_, delimiter) => {
	const rows = ['id', 'note', 'amount'].join(delimiter) + '\n' + [`1`, `"a,b;c|d\te"`, `2.5`].join(delimiter) + '\n';
	const { plan, rows: cells } = previewOf(rows.repeat(1));
	expect([plan.dialect.delimiter, cells]).toEqual([delimiter, [[1, 'a,b;c|d\te', 2.5]]]);
});

test('byte order mark, line ends and header are told apart from the data', () => {
	const marked = previewOf('\ufeffid,name\r\n1,x\r\n2,y\r\n');
	expect([marked.plan.dialect, marked.plan.columns, marked.rawRows]).toEqual([
		{ delimiter: ',', encoding: 'utf-8', quote: null, hasByteOrderMark: true, hasHeader: true },
		[
			{ name: 'id', type: 'integer' },
			{ name: 'name', type: 'text' },
		],
		[
			['1', 'x'],
			['2', 'y'],
		],
	]);
	const bare = previewOf('1,x\n2,y\n');
	expect([bare.plan.dialect.hasHeader, bare.plan.columns.map(({ name }) => name)]).toEqual([
		false,
		['column_1', 'column_2'],
	]);
});

test('a file whose lines end with CR alone is read', async () => {
	const { rows } = await importFile(fileOf('a,b,c\r1,2,3\r"Once upon \ra time",5,6\r'), {
		mapping: { role: 'customers', fields: {}, attributes: [], arms: null },
	});
	expect(rows).toEqual([
		['1', 2, 3],
		['Once upon \ra time', 5, 6],
	]);
});

test('headers are trimmed, filled and made unique, and that is said', () => {
	const { plan, problems } = previewOf('id, amount ,,amount,column_3\n1,2,3,4,5\n');
	expect(plan.columns.map(({ name }) => name)).toEqual(['id', 'amount', 'column_3_2', 'amount_2', 'column_3']);
	expect(problems.map(({ message }) => message)).toEqual([
		'Column 3 has no header and is called "column_3_2".',
		'The header "amount" stands twice; column 4 is called "amount_2".',
	]);
});

test.each([
	['2025-12-31', '2025-01-02', 'date', '2025-12-31'],
	['2025/12/31', '2025/1/2', 'date', '2025-12-31'],
	['31.12.2025', '2.1.2025', 'date', '2025-12-31'],
	['31/12/2025', '02/01/2025', 'date', '2025-12-31'],
	['12/31/2025', '01/02/2025', 'date', '2025-12-31'],
	['2025-12-31 23:59', '2025-01-02 00:00', 'timestamp', '2025-12-31T23:59:00Z'],
	['2025-12-31T23:59:59+01:00', '2025-01-02T00:00:00Z', 'timestamp', '2025-12-31T22:59:59Z'],
	['007', '008', 'text', '007'],
	['12345678901234567890', '2', 'text', '12345678901234567890'],
	['1,234.50', '12.25', 'decimal', 1234.5],
	['1', '0', 'integer', 1],
	['y', 'n', 'boolean', true],
	['-1.5e3', '2', 'decimal', -1500],
	[' 12 ', '7', 'integer', 12],
])('"%s" with "%s" is a column of type %3$s', (first, second, type, cell) => {
	const { plan, rows } = previewOf(`id;value\n1;${first}\n2;${second}\n`);
	expect([plan.columns[1]!.type, rows[0]![1]]).toEqual([type, cell]);
});

test('dates that may be day first or month first stay text until the user decides', () => {
	const content = 'id,day\n1,01/02/2025\n2,03/04/2025\n';
	const { plan, problems } = previewOf(content);
	expect([plan.columns[1]!.type, problems.map(({ code, message }) => [code, message])]).toEqual([
		'text',
		[
			[
				'import.type',
				'Column "day" looks like dates, but whether the day or the month comes first cannot be told. It is read as text.',
			],
		],
	]);
	const decided = previewImport(fileOf(content), { types: { day: 'date' } });
	expect([decided.plan.columns[1]!.type, decided.rows[0]![1]]).toEqual(['date', '2025-02-01']);
});

test('what the user set is taken as it is', () => {
	const { plan, rows } = previewImport(fileOf('1;2\n3;4\n'), {
		tableName: 'Mine',
		dialect: { hasHeader: true },
		types: { '1': 'text' },
		role: 'orders',
	});
	expect([plan.tableName, plan.columns, plan.mapping.role, rows]).toEqual([
		'Mine',
		[
			{ name: '1', type: 'text' },
			{ name: '2', type: 'integer' },
		],
		'orders',
		[['3', 4]],
	]);
});

test.each([
	[
		'customers',
		'Kundennr;Land;Kunde seit\n1;DE;2020-01-01\n2;FR;2021-01-01\n',
		{ customer_id: 'Kundennr', signup_date: 'Kunde seit' },
	],
	[
		'orders',
		'Order ID,Customer ID,Order Date,Revenue,COGS,Qty\n1,7,2025-01-01,5.5,2.5,1\n2,7,2025-01-02,6.5,2.5,1\n',
		{
			customer_id: 'Customer ID',
			order_id: 'Order ID',
			date: 'Order Date',
			revenue: 'Revenue',
			cost: 'COGS',
			quantity: 'Qty',
		},
	],
	[
		'recipients',
		'contact_id,campaign,sent_at,arm,delivered,opened,clicked,converted\n1,A,2025-01-01,treatment,1,1,0,0\n2,A,2025-01-01,control,0,0,0,0\n',
		{
			customer_id: 'contact_id',
			campaign: 'campaign',
			date: 'sent_at',
			arm: 'arm',
			delivered: 'delivered',
			opened: 'opened',
			clicked: 'clicked',
			converted: 'converted',
		},
	],
])('a table of %s is recognised with its columns', (role, content, fields) => {
	const { plan } = previewOf(content);
	expect([plan.mapping.role, plan.mapping.fields]).toEqual([role, fields]);
	expect(plan.mapping.arms).toEqual(role === 'recipients' ? { treatment: ['treatment'], control: ['control'] } : null);
	const known = roleFacts(plan.mapping.role).fields.map(({ id }) => id);
	expect(Object.keys(plan.mapping.fields).filter((id) => !known.includes(id))).toEqual([]);
});

test('a file without a customer column, without rows, or with uneven rows says so', () => {
	expect(codesOf('colour,size\nred,1\nblue,2\n')).toEqual(['import.unmapped']);
	expect(codesOf('customer_id,size\n')).toEqual(['import.no-rows']);
	expect(codesOf('customer_id,size\n1,2\n3\n4,5\n')).toEqual(['import.uneven']);
});

test('foreign formats are refused by name', () => {
	const messageOf = (bytes: Uint8Array) => {
		try {
			previewOf(bytes);
			return '';
		} catch (error) {
			return error instanceof Error ? error.message.replace(/^\S+ /, '') : '';
		}
	};
	expect([
		messageOf(Buffer.from('\ufeffa,b\n', 'utf16le')),
		messageOf(Uint8Array.of(0x50, 0x4b, 3, 4, 0)),
		messageOf(Uint8Array.of(0x1f, 0x8b, 8)),
	]).toEqual([
		'is UTF-16 text. Save it as CSV UTF-8 and import that.',
		'is a workbook or a zip file. Save its table as CSV and import that.',
		'is compressed. Unpack it and import the file inside.',
	]);
});

const cdnow = resolve(import.meta.dirname, '../../../../shared/data/cdnow');
test.skipIf(!existsSync(cdnow))('cdnow loads with its known counts and sums', async () => {
	const known = z
		.object({
			rows: z.number(),
			customers: z.number(),
			sum_quantity: z.number(),
			sum_amount: z.number(),
			zero_amount_rows: z.number(),
		})
		.parse(JSON.parse(readFileSync(resolve(cdnow, 'reference_values.json'), 'utf8')));
	const { rows, table } = await importFile(
		resolve(cdnow, 'cdnow_transactions.csv'),
		{},
		{ morselBytes: 20_000, threads: 2 },
	);
	const units = table.columns[4]!.storage.scale;
	const sum = (column: number, factor: number) =>
		rows.reduce((total, row) => total + Math.round(Number(row[column]) * factor), 0) / factor;
	expect({
		rows: table.rowsLoaded,
		customers: new Set(rows.map((row) => row[0])).size,
		sum_quantity: sum(3, 1),
		sum_amount: sum(4, 10 ** units),
		zero_amount_rows: rows.filter((row) => row[4] === 0).length,
	}).toEqual(known);
	expect(table.columns.map(({ summary }) => [summary.min, summary.max])[2]).toEqual(['1997-01-01', '1998-06-30']);
});
