import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { ImportOverrides } from '../../../../shared/model/importPlan.ts';
import { fileOf, plainTable } from '../importFile.ts';
import { importSource } from './importSource.ts';
import { previewSource } from '../../../../engine/import/previewSource.ts';

const more = (...paths: readonly string[]) => ({ more: paths.map((path) => ({ path, entry: null })) });

test('files of one shape are read as one table, whatever their delimiter, packing and encoding', async () => {
	const first = fileOf('id,city\n1,Köln\n2,Ulm', 'orders_2024-01.csv');
	const second = fileOf('id;city\n3;Bonn\n', 'orders_2024-02.csv');
	const third = fileOf(gzipSync('id,city\n4,Trier\n'), 'orders_2024-03.csv.gz');
	const fourth = fileOf(Buffer.from('id,city\n5,Köln\n', 'latin1'), 'orders_2024-04.csv');
	const fifth = fileOf(Buffer.from('\uFEFFid\tcity\r\n6\tGera\r\n', 'utf16le'), 'orders_2024-05.txt');
	const { rows, table, preview } = await importSource(first, {
		...plainTable,
		source: more(second, third, fourth, fifth),
	});
	expect(preview.problems.filter(({ code }) => code === 'import.shape')).toEqual([]);
	expect(rows).toEqual([
		[1, 'Köln'],
		[2, 'Ulm'],
		[3, 'Bonn'],
		[4, 'Trier'],
		[5, 'Köln'],
		[6, 'Gera'],
	]);
	expect(table).toMatchObject({ rowsRead: 6, rowsLoaded: 6, rowsQuarantined: 0 });
});

test('rows that do not fit say in which file and on which line they stand', async () => {
	const numbers = Array.from({ length: 300 }, (_, index) => `${index},x\n`).join('');
	const first = fileOf(`id,v\n${numbers}bad,x\n`, 'a-1.csv');
	const second = fileOf(`id,v\n${numbers}7,x,y\n"never closed`, 'a-2.csv');
	const third = fileOf(`id,v\n1,x\nworse,x\n`, 'a-3.csv');
	const { sink, table } = await importSource(first, { ...plainTable, source: more(second, third) });
	expect(sink.quarantine.map(({ line, reason }) => [line, reason.replace(/:.*/, '')])).toEqual([
		[302, expect.stringMatching(/^\d+-a-1\.csv, line 302$/)],
		[302, expect.stringMatching(/^\d+-a-2\.csv, line 302$/)],
		[303, expect.stringMatching(/^\d+-a-2\.csv, line 303$/)],
		[3, expect.stringMatching(/^\d+-a-3\.csv, line 3$/)],
	]);
	expect(table).toMatchObject({ rowsRead: 605, rowsLoaded: 601, rowsQuarantined: 4 });
});

test('a duplicate customer names the file of the first', async () => {
	const first = fileOf('customer_id,city\nk1,Ulm\n', 'c1.csv');
	const second = fileOf('customer_id,city\nk2,Ulm\nk1,Bonn\n', 'c2.csv');
	const { sink } = await importSource(first, { role: 'customers', source: more(second) });
	expect(sink.quarantine).toEqual([
		{
			line: 3,
			reason: expect.stringMatching(/c2\.csv, line 3: The customer is a duplicate of line 2 of \d+-c1\.csv\.$/),
			text: 'k1,Bonn',
		},
	]);
});

test('a file with other columns is refused by name, with the difference', async () => {
	const first = fileOf('id,city\n1,Ulm\n', 'a1.csv');
	const other = fileOf('id,town\n2,Ulm\n', 'a2.csv');
	const turned = fileOf('city,id\nUlm,2\n', 'a3.csv');
	const preview = await previewSource(first, { ...plainTable, source: more(other, turned) });
	expect(preview.problems.filter(({ code }) => code === 'import.shape').map(({ message }) => message)).toEqual([
		expect.stringMatching(/a2\.csv cannot be read as part of this table: it has no "city", and it has "town" more\.$/),
		expect.stringMatching(/a3\.csv cannot be read as part of this table: its columns stand in another order\.$/),
	]);
	await expect(importSource(first, { ...plainTable, source: more(other) })).rejects.toMatchObject({
		code: 'data',
		message: expect.stringMatching(/a2\.csv cannot be read as part of this table: it has no "city"/),
	});
});

test('a table of several files is named after what their names share', async () => {
	const archive = zipSync({ 'orders_2024-01.csv': strToU8('id\n1\n'), 'orders_2024-02.csv': strToU8('id\n2\n') });
	const path = fileOf(archive, 'all.zip');
	const named = async (overrides: ImportOverrides) => (await previewSource(path, overrides)).plan.tableName;
	const source = { more: [{ path, entry: 'orders_2024-02.csv' }] };
	expect(await named({ source })).toBe('orders');
	expect(await named({ source, tableName: 'mine' })).toBe('mine');
	expect(await named({})).toBe('orders_2024-01');
});

test('files of one archive are read as one table', async () => {
	const path = fileOf(
		zipSync({
			'x/o-1.csv': strToU8('id\n1\n'),
			'x/o-2.csv': strToU8('id\n2\n'),
			'__MACOSX/._o-1.csv': strToU8('junk'),
		}),
		'all.zip',
	);
	const { rows, preview } = await importSource(path, {
		...plainTable,
		source: { more: [{ path, entry: 'x/o-2.csv' }] },
	});
	expect(preview.choices.entries.map(({ name }) => name)).toEqual(['x/o-1.csv', 'x/o-2.csv']);
	expect(rows).toEqual([[1], [2]]);
});

test('many small files are one table', async () => {
	const paths = Array.from({ length: 120 }, (_, index) => fileOf(`id,n\n${index},${index * 2}\n`, `m${index}.csv`));
	const { table, rows } = await importSource(paths[0]!, { ...plainTable, source: more(...paths.slice(1)) });
	expect(table.rowsLoaded).toBe(120);
	expect(rows.at(-1)).toEqual([119, 238]);
});

test('JSON files of one table may leave keys out and name them in any order, but not have more', async () => {
	const first = fileOf('[{"id":1,"city":"Ulm","tier":"a"}]', 'j1.json');
	const turned = fileOf('[{"city":"Bonn","id":2}]', 'j2.json');
	const more = fileOf('[{"id":3,"city":"Gera","extra":1}]', 'j3.json');
	const files = (...paths: readonly string[]) => ({ more: paths.map((path) => ({ path, entry: null })) });
	const { rows, preview } = await importSource(first, { ...plainTable, source: files(turned) });
	expect(preview.problems.filter(({ code }) => code === 'import.shape')).toEqual([]);
	expect(rows).toEqual([
		[1, 'Ulm', 'a'],
		[2, 'Bonn', null],
	]);
	await expect(importSource(first, { ...plainTable, source: files(more) })).rejects.toMatchObject({
		message: expect.stringContaining('it has "extra" more'),
	});
});
