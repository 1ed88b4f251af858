import Database from 'better-sqlite3';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { previewSource } from '../../../../engine/import/previewSource.ts';
import { runImport } from '../../../../engine/import/runImport.ts';
import { findFiles } from '../../../../engine/import/source/findFiles.ts';
import { gatherFiles } from '../../../../engine/import/source/gatherFiles.ts';
import { groupByShape } from '../../../../engine/import/source/groupByShape.ts';
import { detectColumnStarts } from '../../../../engine/import/source/text/detectColumnStarts.ts';
import { RowNumbers } from '../../../../engine/import/source/RowNumbers.ts';
import { ScratchFolder, sweepScratch } from '../../../../engine/import/source/ScratchFolder.ts';
import { fileOf, plainTable } from '../importFile.ts';
import { MemorySink } from '../MemorySink.ts';
import { importSource } from './importSource.ts';

function folderOf(files: Readonly<Record<string, string>>): string {
	const folder = mkdtempSync(join(tmpdir(), 'tranche-gather-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	for (const [name, content] of Object.entries(files)) {
		mkdirSync(join(folder, name, '..'), { recursive: true });
		writeFileSync(join(folder, name), content);
	}
	return folder;
}

test('keys that appear late have a column like any other, and that is said', async () => {
	const name = 'a customer with a name of some length '.repeat(25);
	const early = Array.from({ length: 9000 }, (_, id) => `{"id":${id},"name":"${name}"}\n`).join('');
	const path = fileOf(`${early}{"id":7,"name":"x","extra":{"score":1.5}}\n`, 'late.jsonl');
	const { preview, rows, table } = await importSource(path, plainTable);
	expect(preview.plan.columns.map(({ name }) => name)).toEqual(['id', 'name']);
	expect(table.columns.map(({ summary }) => [summary.name, summary.type])).toEqual([
		['id', 'integer'],
		['name', 'text'],
		['extra.score', 'decimal'],
	]);
	expect(rows.at(-1)).toEqual([7, 'x', 1.5]);
	expect(rows[0]).toEqual([0, name, null]);
	expect(table.problems.map(({ message }) => message)).toContain(
		'"extra.score" first appears far into the file; every key of the file has a column.',
	);
});

test('nested objects become columns with dotted names, arrays stay JSON, long ids keep their digits', async () => {
	const objects = '[{"id":12345678901234567890,"a":{"b":{"c":1}},"tags":["x",{"y":2}],"none":{}},{"id":2,"a":5}]';
	const { rows, columns } = await importSource(fileOf(objects, 'n.json'), plainTable);
	expect(columns.map(({ name }) => name)).toEqual(['id', 'a.b.c', 'tags', 'none', 'a']);
	expect(rows).toEqual([
		['12345678901234567890', 1, '["x",{"y":2}]', '{}', null],
		['2', null, null, null, 5],
	]);
});

test('column starts of fixed-width text can be corrected', async () => {
	const path = fileOf('A001Anna  12\nA002Bert  07\nA003Cleo  99\n', 'f.txt');
	const { rows } = await importSource(path, {
		...plainTable,
		source: { format: 'fixed-width', columnStarts: [0, 4, 10] },
		types: { column_3: 'text' },
	});
	expect(rows).toEqual([
		['A001', 'Anna', '12'],
		['A002', 'Bert', '07'],
		['A003', 'Cleo', '99'],
	]);
});

test('prose and delimited text are no columns of fixed width', () => {
	expect(detectColumnStarts(['a,b', 'c,d', 'e,f'])).toBeNull();
	expect(detectColumnStarts(['Dear Sir or Madam', 'we write to you on', 'the matter at hand'])).toBeNull();
	expect(detectColumnStarts(['a  b', 'c  d'])).toBeNull();
	expect(detectColumnStarts(['id   name', '001  Anna', '002  Bert'])).toEqual([0, 5]);
});

test('other encodings are read when chosen, and garbled text is noticed', async () => {
	const cyrillic = Buffer.from([0xc8, 0xe2, 0xe0, 0xed]);
	const path = fileOf(Buffer.concat([Buffer.from('id,name\n1,'), cyrillic, Buffer.from('\n')]), 'ru.csv');
	const { rows } = await importSource(path, { ...plainTable, source: { encoding: 'windows-1251' } });
	expect(rows).toEqual([[1, 'Иван']]);
	const garbled = await previewSource(fileOf('id,city\n1,KÃ¶ln\n2,Ulm\n', 'm.csv'), plainTable);
	expect(garbled.problems.filter(({ code }) => code === 'import.mojibake').map(({ message }) => message)).toEqual([
		'Some texts were garbled before this file was written, such as "KÃ¶ln" (probably "Köln"). They are loaded as they stand; ask for an export in UTF-8.',
	]);
	const sound = await previewSource(fileOf('id,city\n1,Köln Ã Â\n', 'm.csv'), plainTable);
	expect(sound.problems.filter(({ code }) => code === 'import.mojibake')).toEqual([]);
});

test('a name that says something else than the content is told', async () => {
	const { problems, plan } = await previewSource(fileOf('{"a":1}\n{"a":2}\n', 'x.csv'), plainTable);
	expect(plan.source.format).toBe('json-lines');
	expect(problems.map(({ message }) => message)).toContain(
		'The name ends in .csv, but the content is JSON Lines; it is read as that.',
	);
});

test('a database in WAL mode is read without a trace beside it, one with a journal is refused', async () => {
	const path = fileOf('', 'wal.db');
	const database = new Database(path);
	database.pragma('journal_mode = WAL');
	database.exec('CREATE TABLE t (a INTEGER); INSERT INTO t VALUES (1), (2)');
	await expect(importSource(path, plainTable)).rejects.toMatchObject({
		code: 'data',
		message: expect.stringContaining('is open in another program'),
	});
	database.close();
	const { rows } = await importSource(path, plainTable);
	expect(rows).toEqual([[1], [2]]);
	expect([`${path}-wal`, `${path}-shm`].filter((trace) => existsSync(trace))).toEqual([]);
});

test('a database in gzip is unpacked and read', async () => {
	const path = fileOf('', 'plain.db');
	const database = new Database(path);
	database.exec('CREATE TABLE "odd ""name" ("a b" TEXT); INSERT INTO "odd ""name" VALUES (\'x\'), (NULL)');
	database.close();
	const packed = fileOf(gzipSync(readFileSync(path)), 'p.db.gz');
	const { rows, preview } = await importSource(packed, plainTable);
	expect(preview.plan.source).toMatchObject({ format: 'sqlite', container: 'gzip', part: 'odd "name' });
	expect(rows).toEqual([['x'], [null]]);
});

test('folders are opened, names that differ in digits belong together unless their columns differ', async () => {
	const folder = folderOf({
		'orders_2.csv': 'id,v\n2,1\n',
		'orders_10.csv': 'id,v\n10,1\n',
		'orders_11.csv': 'id,w\n11,1\n',
		'sub/customers.csv': 'id\n1\n',
		'sub/readme.md': 'no data',
		'.hidden.csv': 'id\n1\n',
	});
	const { groups, skipped } = gatherFiles([folder]);
	expect(groups.map((group) => group.map((path) => path.slice(folder.length + 1)))).toEqual([
		['orders_2.csv', 'orders_10.csv', 'orders_11.csv'],
		['sub/customers.csv'],
	]);
	expect(skipped).toEqual([join(folder, 'sub/readme.md')]);
	const shaped = await groupByShape(groups[0]!);
	expect(shaped.map((group) => group.map((path) => path.slice(folder.length + 1)))).toEqual([
		['orders_2.csv', 'orders_10.csv'],
		['orders_11.csv'],
	]);
	expect(findFiles(join(folder, 'orders_1*.csv'))).toEqual({
		path: join(folder, 'orders_10.csv'),
		more: [{ path: join(folder, 'orders_11.csv'), entry: null }],
	});
	expect(() => findFiles(join(folder, 'nothing*.csv'))).toThrow('No file matches');
});

test('rows of the original are found again whatever was left out or takes several lines', () => {
	const numbers = new RowNumbers();
	const places = [1, 2, 4, 5, 9, 10, 11, 40];
	const lines = [2, 3, 4, 7, 8, 9, 12, 13];
	lines.forEach((line, index) => numbers.add(line, places[index]!));
	expect(lines.map((line) => numbers.placeOf(line))).toEqual(places);
});

test('working copies are private, gone afterwards, and swept when their process has ended', async () => {
	const path = fileOf(gzipSync('id\n1\n2\n'), 'p.csv.gz');
	const { plan } = await previewSource(path, plainTable);
	const modes: string[] = [];
	const folder = new ScratchFolder();
	onTestFinished(() => folder.remove());
	const root = join(folder.path, '..');
	await runImport(plan, new MemorySink(), {
		onProgress: ({ phase }) => {
			if (phase === 'reading') {
				for (const name of readdirSync(root, { recursive: true }).map(String)) {
					modes.push((statSync(join(root, name)).mode & 0o777).toString(8));
				}
			}
		},
	});
	expect(new Set(modes)).toEqual(new Set(['700', '600']));
	expect(readdirSync(root)).toEqual([folder.path.slice(root.length + 1)]);
	const left = join(root, '4194303-0123456789abcdef');
	mkdirSync(left);
	writeFileSync(join(left, '0-table.csv'), 'secret');
	mkdirSync(join(root, 'not ours'));
	onTestFinished(() => rmSync(join(root, 'not ours'), { recursive: true, force: true }));
	sweepScratch(root);
	expect([existsSync(left), existsSync(folder.path), existsSync(join(root, 'not ours'))]).toEqual([false, true, true]);
});

test.each([
	['on one line', (value: object) => JSON.stringify(value)],
	['on many lines', (value: object) => JSON.stringify(value, null, 2)],
])('a list that an object wraps is the table, and another list can be chosen, %s', async (_name, write) => {
	const answer = {
		object: 'list [{',
		page: { orders: [{ id: 9 }], of: 3 },
		'or"ders': [
			{ id: 1, lines: [{ sku: 'a' }] },
			{ id: 2, lines: [] },
		],
		scores: [1, 2],
		refunds: [{ id: 5 }],
	};
	const path = fileOf(write(answer), 'api.json');
	const { preview, rows } = await importSource(path, plainTable);
	expect(preview.choices.parts.map(({ name }) => name)).toEqual(['or"ders', 'refunds']);
	expect(rows).toEqual([
		[1, '[{"sku":"a"}]'],
		[2, '[]'],
	]);
	const other = await importSource(path, { ...plainTable, source: { part: 'refunds' } });
	expect(other.rows).toEqual([[5]]);
});

test('objects that follow each other are rows, whatever lists they hold', async () => {
	const text = '{\n"id": 1, "lines": [{"sku": "a"}]\n}\n{\n"id": 2, "lines": [{"sku": "b"}]\n}';
	const { rows } = await importSource(fileOf(text, 'o.json'), plainTable);
	expect(rows).toEqual([
		[1, '[{"sku":"a"}]'],
		[2, '[{"sku":"b"}]'],
	]);
});
