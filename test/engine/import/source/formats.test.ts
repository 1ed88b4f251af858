import Database from 'better-sqlite3';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { fileOf, plainTable } from '../importFile.ts';
import { importSource } from './importSource.ts';

const csv = 'id,city,amount\n1,Köln,2.50\n2,"Bad ""Ems""",3\n3,,4.25\n';
const rows = [
	[1, 'Köln', 2.5],
	[2, 'Bad "Ems"', 3],
	[3, null, 4.25],
];
const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16();
const utf16le = (text: string) => Buffer.from(text, 'utf16le');

test.each<[string, Uint8Array, string]>([
	['plain', Buffer.from(csv), 'a.csv'],
	['UTF-16 LE with a mark', utf16le(`\uFEFF${csv}`), 'a.csv'],
	['UTF-16 LE without a mark', utf16le(csv), 'a.csv'],
	['UTF-16 BE with a mark', bigEndian(`\uFEFF${csv}`), 'a.txt'],
	['UTF-16 BE without a mark', bigEndian(csv), 'a.txt'],
	['gzip', gzipSync(csv), 'a.csv.gz'],
	['gzip of two members', Buffer.concat([gzipSync(csv.slice(0, 30)), gzipSync(csv.slice(30))]), 'a.csv.gz'],
	['gzip of UTF-16', gzipSync(utf16le(`\uFEFF${csv}`)), 'a.csv.gz'],
	['gzip of windows-1252', gzipSync(Buffer.from(csv, 'latin1')), 'a.csv.gz'],
	['zip', zipSync({ 'export/a.csv': Buffer.from(csv) }), 'a.zip'],
	[
		'JSON Lines',
		Buffer.from(
			'{"id":1,"city":"Köln","amount":2.5}\n\n{"id":2,"city":"Bad \\"Ems\\"","amount":3}\n{"id":3,"city":null,"amount":4.25}',
		),
		'a.jsonl',
	],
	[
		'a JSON array',
		Buffer.from(
			JSON.stringify(
				[
					{ id: 1, city: 'Köln', amount: 2.5 },
					{ id: 2, city: 'Bad "Ems"', amount: 3 },
					{ id: 3, amount: 4.25 },
				],
				null,
				2,
			),
		),
		'a.json',
	],
	[
		'JSON objects one after the other',
		Buffer.from(
			'{\n"id":1,"city":"Köln","amount":2.5}{"id":2,"city":"Bad \\"Ems\\"","amount":3}\n{"id":3,"amount":"4.25"}',
		),
		'a.json',
	],
	[
		'gzip of JSON Lines',
		gzipSync(
			'{"id":1,"city":"Köln","amount":2.5}\n{"id":2,"city":"Bad \\"Ems\\"","amount":3}\n{"id":3,"city":null,"amount":4.25}',
		),
		'a.jsonl.gz',
	],
	[
		'UTF-16 JSON',
		utf16le(
			'\uFEFF[{"id":1,"city":"Köln","amount":2.5},{"id":2,"city":"Bad \\"Ems\\"","amount":3},{"id":3,"amount":4.25}]',
		),
		'a.json',
	],
	[
		'fixed-width',
		Buffer.from('id  city        amount\n 1  Köln          2.50\n 2  Bad "Ems"        3\n 3                4.25\n'),
		'a.txt',
	],
	[
		'fixed-width windows-1252 in gzip',
		gzipSync(
			Buffer.from(
				'id  city        amount\n 1  Köln          2.50\n 2  Bad "Ems"        3\n 3                4.25\n',
				'latin1',
			),
		),
		'a.txt.gz',
	],
])('%s is read as the table it holds', async (_name, content, name) => {
	const found = await importSource(fileOf(content, name), plainTable);
	expect(found.columns).toMatchObject([
		{ name: 'id', type: 'integer' },
		{ name: 'city', type: 'text' },
		{ name: 'amount', type: 'decimal' },
	]);
	expect(found.rows).toEqual(rows);
	expect(found.preview.rows).toEqual(rows);
	expect(found.table).toMatchObject({ rowsRead: 3, rowsLoaded: 3, rowsQuarantined: 0 });
});

test('tables and views of a database can be chosen, and blobs are hexadecimal text', async () => {
	const path = fileOf('', 'shop.db');
	const database = new Database(path);
	database.exec(`CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT, photo BLOB, big INTEGER);
		INSERT INTO customers VALUES (1, 'NULL', x'ff00', 9007199254740993), (2, 'line
break', NULL, 5), (3, NULL, NULL, NULL);
		CREATE VIEW big_ones AS SELECT id FROM customers WHERE id > 1;
		CREATE VIEW endless AS WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n;
		CREATE VIEW beyond AS SELECT * FROM endless;
		CREATE VIRTUAL TABLE notes USING fts5(body);`);
	database.close();
	const { preview, rows: found, table } = await importSource(path, plainTable);
	expect(preview.choices.parts.map(({ name }) => name)).toEqual(['customers', 'big_ones']);
	expect(preview.plan).toMatchObject({ tableName: 'customers', source: { format: 'sqlite', part: 'customers' } });
	expect(found).toEqual([
		[1, 'NULL', 'ff00', '9007199254740993'],
		[2, 'line\nbreak', null, '5'],
		[3, null, null, null],
	]);
	expect(table.problems.map(({ message }) => message)).toContain(
		'Binary values in customers are read as hexadecimal text.',
	);
	const view = await importSource(path, { ...plainTable, source: { part: 'big_ones' } });
	expect(view.rows).toEqual([[2], [3]]);
});
