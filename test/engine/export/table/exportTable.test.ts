import { spawnSync } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import Database from 'better-sqlite3';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { TableExportFormat } from '#shared/model/tableExport.ts';
import { exportTable, type ExportOrder } from '../../../../engine/export/table/exportTable.ts';
import { XlsxWriter } from '../../../../engine/export/table/xlsxFormat.ts';
import { openArrow } from '../../../../engine/import/source/arrow/openArrow.ts';
import { listXlsxParts } from '../../../../engine/import/source/xlsx/listXlsxParts.ts';
import { openXlsx } from '../../../../engine/import/source/xlsx/openXlsx.ts';
import { createJob, silentJob } from '../../../../engine/job.ts';
import { readAll } from '../../import/source/readAll.ts';
import { sampleSource, type SampleRow } from './sampleSource.ts';

const dir = mkdtempSync(join(tmpdir(), 'tranche-export-'));
afterAll(() => rmSync(dir, { recursive: true }));

let files = 0;
const order = (
	format: TableExportFormat,
	rows: readonly SampleRow[],
	more: Partial<ExportOrder> = {},
): ExportOrder => ({
	source: sampleSource(rows, 3),
	format,
	path: join(dir, `out-${files++}.${format}`),
	where: null,
	columns: null,
	mayReplace: false,
	job: silentJob(),
	...more,
});
const day = (text: string) => Date.parse(text) / 86_400_000;

const empty = { key: null, price: null, ratio: null, day: null, moment: null, flag: null, city: null, note: null };
const rows: readonly SampleRow[] = [
	{
		id: 1,
		key: 9007199254740991,
		price: 1250,
		ratio: 0.1,
		day: day('2024-02-29'),
		moment: Date.parse('2024-02-29T13:45:30.500Z'),
		flag: true,
		city: 'Köln',
		note: '=1+1',
	},
	{ id: 2, ...empty },
	{
		id: 3,
		key: -7,
		price: -5,
		ratio: -1e-7,
		day: day('1899-12-31'),
		moment: Date.parse('1999-12-31T23:59:59Z'),
		flag: false,
		city: '',
		note: 'a;b,"c"\nd',
	},
	{ id: 4, ...empty, price: 0, city: 'Köln', note: '-12' },
];

describe('CSV', () => {
	test('has points and commas, keeps places, tells no value from empty text, and runs no formula', async () => {
		const { path, rows: written } = await exportTable(order('csv', rows));
		expect(written).toBe(4);
		expect(readFileSync(path, 'utf8')).toBe(
			[
				'id,key,price,ratio,day,moment,flag,city,note text',
				"1,9007199254740991,12.50,0.1,2024-02-29,2024-02-29T13:45:30.500Z,true,Köln,'=1+1",
				'2,,,,,,,,',
				'3,-7,-0.05,-1e-7,1899-12-31,1999-12-31T23:59:59Z,false,"","a;b,""c""\nd"',
				"4,,0.00,,,,,Köln,'-12",
				'',
			].join('\n'),
		);
	});

	test('for German Excel has a byte order mark, semicolons and decimal commas', async () => {
		const { path } = await exportTable(order('csv-semicolon', rows));
		expect(readFileSync(path, 'utf8').split('\n').slice(0, 3)).toEqual([
			'\ufeffid;key;price;ratio;day;moment;flag;city;note text',
			"1;9007199254740991;12,50;0,1;2024-02-29;2024-02-29 13:45:30,500;true;Köln;'=1+1",
			'2;;;;;;;;',
		]);
	});
});

test('a workbook has typed cells, formulas as quoted text, and says what it could not hold', async () => {
	const { path, notes } = await exportTable(order('xlsx', rows));
	const read = await readAll(await openXlsx(path, null));
	expect(read).toEqual({
		names: ['id', 'key', 'price', 'ratio', 'day', 'moment', 'flag', 'city', 'note text'],
		rows: [
			[1, '9007199254740991', 12.5, 0.1, '2024-02-29', new Date('2024-02-29T13:45:30.500Z'), true, 'Köln', '=1+1'],
			[2, null, null, null, null, null, null, null, null],
			[3, -7, -0.05, -1e-7, '1899-12-31', new Date('1999-12-31T23:59:59Z'), false, null, 'a;b,"c"\nd'],
			[4, null, 0, null, null, null, null, 'Köln', '-12'],
		],
		notes: [],
	});
	expect(notes).toEqual([
		'Written as text, because Excel keeps 15 digits of a number: 1 number.',
		'Written as text, because Excel knows no dates before March 1900: 1 date.',
	]);
});

test('rows that do not fit on a sheet go to further sheets, which is said', async () => {
	const path = join(dir, 'sheets.xlsx');
	const source = sampleSource(
		Array.from({ length: 25 }, (_, id) => ({ id, ...empty })),
		7,
	);
	const writer = new XlsxWriter(path, "a name / of more than 31 characters: '", source.columns.slice(0, 1), 11);
	for (const [column] of source.blocks([0])) {
		await writer.write([column!], column!.length);
	}
	expect(await writer.finish()).toEqual([
		'A sheet holds 10 rows, so the rows stand on 3 sheets: a name   of more than 31 charac, a name   of more than 31 ch (2), a name   of more than 31 ch (3).',
	]);
	expect((await listXlsxParts(path)).map(({ name }) => name)).toHaveLength(3);
	expect((await readAll(await openXlsx(path, 'a name   of more than 31 ch (3)'))).rows).toEqual([
		[20],
		[21],
		[22],
		[23],
		[24],
	]);
});

test('Parquet keeps types and values exactly, as DuckDB reads them', async () => {
	const { path } = await exportTable(order('parquet', rows));
	const connection = await (await DuckDBInstance.create(':memory:')).connect();
	const types = await connection.runAndReadAll(`DESCRIBE SELECT * FROM '${path}'`);
	expect(types.getRowsJson().map(([name, type]) => [name, type])).toEqual([
		['id', 'INTEGER'],
		['key', 'BIGINT'],
		['price', 'DECIMAL(18,2)'],
		['ratio', 'DOUBLE'],
		['day', 'DATE'],
		['moment', 'TIMESTAMP WITH TIME ZONE'],
		['flag', 'BOOLEAN'],
		['city', 'VARCHAR'],
		['note text', 'VARCHAR'],
	]);
	const read = await connection.runAndReadAll(
		`SELECT * REPLACE (epoch_ms(moment) AS moment) FROM '${path}' ORDER BY id`,
	);
	expect(read.getRowsJson()).toEqual([
		[1, '9007199254740991', '12.50', 0.1, '2024-02-29', String(rows[0]!.moment), true, 'Köln', '=1+1'],
		[2, null, null, null, null, null, null, null, null],
		[3, '-7', '-0.05', -1e-7, '1899-12-31', String(rows[2]!.moment), false, '', 'a;b,"c"\nd'],
		[4, null, '0.00', null, null, null, null, 'Köln', '-12'],
	]);
	connection.closeSync();
});

test('SQLite has a plain table with integers as such', async () => {
	const { path } = await exportTable(order('sqlite', rows));
	const database = new Database(path, { readonly: true }).defaultSafeIntegers();
	expect(database.prepare('SELECT *, typeof(price) AS type FROM sample').raw().all()).toEqual([
		[1n, 9007199254740991n, 12.5, 0.1, '2024-02-29', '2024-02-29T13:45:30.500Z', 1n, 'Köln', '=1+1', 'real'],
		[2n, null, null, null, null, null, null, null, null, 'null'],
		[3n, -7n, -0.05, -1e-7, '1899-12-31', '1999-12-31T23:59:59Z', 0n, '', 'a;b,"c"\nd', 'real'],
		// NUMERIC affinity stores a whole decimal as an integer.
		[4n, null, 0n, null, null, null, null, 'Köln', '-12', 'integer'],
	]);
	database.close();
});

const sampleRow: fc.Arbitrary<SampleRow> = fc.record({
	id: fc.integer(),
	key: fc.option(fc.maxSafeInteger()),
	price: fc.option(fc.integer({ min: -1e12, max: 1e12 })),
	ratio: fc.option(
		fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => Number(value.toPrecision(15)) || 0),
	),
	day: fc.option(fc.integer({ min: -25_000, max: 60_000 })),
	moment: fc.option(fc.integer({ min: -2e12, max: 4e12 })),
	flag: fc.option(fc.boolean()),
	city: fc.option(fc.constantFrom('Köln', 'Paris', '', '日本', '=cmd')),
	note: fc.option(fc.string({ unit: 'grapheme' })),
});

describe('whatever the rows, they come back', () => {
	const values = (row: SampleRow) => [
		row.id,
		row.key,
		row.price === null ? null : row.price / 100,
		row.ratio,
		row.day === null ? null : new Date(row.day * 86_400_000).toISOString().slice(0, 10),
		row.moment === null ? null : new Date(row.moment),
		row.flag,
		row.city,
		row.note,
	];
	const check = (format: TableExportFormat, read: (path: string) => Promise<unknown>, expected = values) =>
		fc.assert(
			fc.asyncProperty(fc.array(sampleRow, { minLength: 1, maxLength: 12 }), async (sample) => {
				const { path } = await exportTable(order(format, sample));
				expect(await read(path)).toEqual(sample.map(expected));
			}),
			{ seed: 5, numRuns: 60 },
		);

	test('from Arrow', () => check('arrow', async (path) => (await readAll(await openArrow(path, null))).rows));

	test('from Parquet', () =>
		check('parquet', async (path) => {
			const { openParquet } = await import('../../../../engine/import/source/parquet/openParquet.ts');
			return (await readAll(await openParquet(path, null))).rows;
		}));

	test('from CSV', () =>
		check(
			'csv',
			(path) => Promise.resolve(parse(readFileSync(path), { from_line: 1, cast: false }).slice(1)),
			(row) =>
				values(row).map((value, column) => {
					const text = value instanceof Date ? value.toISOString().replace('.000Z', 'Z') : String(value ?? '');
					const spelled = column === 2 && value !== null ? (Number(row.price) / 100).toFixed(2) : text;
					return typeof value === 'string' && column > 6 && /^[=+\-@\t\r\n＝＋－＠]/.test(value)
						? `'${value}`
						: spelled;
				}),
		));
});

describe('a filter and chosen columns', () => {
	test('give the rows for which the rule is true, in the order of the columns asked for', async () => {
		const { path, rows: written } = await exportTable(
			order('csv', rows, { where: "price >= 0 and city = 'Köln'", columns: ['city', 'id'] }),
		);
		expect({ written, text: readFileSync(path, 'utf8') }).toEqual({ written: 2, text: 'city,id\nKöln,1\nKöln,4\n' });
	});

	test.each<TableExportFormat>(['csv', 'csv-semicolon', 'xlsx', 'parquet', 'arrow', 'sqlite'])(
		'that leave nothing still give a %s with its columns',
		async (format) => {
			const { path, rows: written } = await exportTable(order(format, rows, { where: 'id > 100', columns: ['id'] }));
			expect({ written, isThere: existsSync(path) }).toEqual({ written: 0, isThere: true });
			if (format === 'arrow') {
				expect((await openArrow(path, null)).columns).toEqual([{ name: 'id', type: 'integer' }]);
			}
		},
	);

	test.each([
		[{ where: 'pric > 1' }, 'The rule cannot be used: '],
		[{ where: 'price >' }, 'The rule cannot be used: '],
		[{ columns: ['nope'] }, 'sample has no column "nope". Its columns: id, key,'],
		[{ columns: ['id', 'id'] }, 'The column "id" is chosen twice.'],
		[{ path: dir }, 'is a folder'],
		[{ path: join(dir, 'no', 'where.csv') }, 'does not exist. Make it'],
	])('%j: a sentence, and no file', async (more, sentence) => {
		const wrong = order('csv', rows, more);
		await expect(exportTable(wrong)).rejects.toThrow(sentence);
		expect(readdirSync(dir).filter((name) => name.includes('partial'))).toEqual([]);
	});
});

test('what killed processes left of the same file goes with the next export, and nothing else', async () => {
	const folder = join(dir, 'killed');
	mkdirSync(folder);
	const ended = spawnSync(process.execPath, ['--version']).pid;
	const old = new Date(Date.now() - 3_600_000);
	const leave = (name: string, modified: Date) => {
		writeFileSync(join(folder, name), 'half');
		utimesSync(join(folder, name), modified, modified);
		return name;
	};
	leave(`.out.csv.${ended}.partial`, old);
	const kept = [
		leave(`.other.csv.${ended}.partial`, old),
		leave(`.out.csv.${process.ppid}.partial`, old),
		leave('.out.csv.mine.partial', old),
		leave(`.out.csv.${ended + 100_000_000}.partial`, new Date()),
	];
	await exportTable(order('csv', rows, { path: join(folder, 'out.csv'), columns: ['id'] }));
	expect(readdirSync(folder).sort()).toEqual([...kept, 'out.csv'].sort());
});

describe('a file that is there', () => {
	test('is left alone unless it may be replaced', async () => {
		const path = join(dir, 'taken.csv');
		writeFileSync(path, 'mine');
		await expect(exportTable(order('csv', rows, { path }))).rejects.toThrow('is there already');
		expect(readFileSync(path, 'utf8')).toBe('mine');
		await exportTable(order('csv', rows, { path, mayReplace: true, columns: ['id'] }));
		expect(readFileSync(path, 'utf8')).toBe('id\n1\n2\n3\n4\n');
	});

	test.each<TableExportFormat>(['csv', 'xlsx', 'parquet', 'arrow', 'sqlite'])(
		'survives a cancelled export to %s, which leaves nothing',
		async (format) => {
			const path = join(dir, `kept-${format}`);
			writeFileSync(path, 'mine');
			const controller = new AbortController();
			const job = createJob(controller.signal, ({ done }) => {
				if (done > 0) {
					controller.abort();
				}
			});
			await expect(exportTable(order(format, rows, { path, mayReplace: true, job }))).rejects.toMatchObject({
				code: 'cancelled',
			});
			expect(readFileSync(path, 'utf8')).toBe('mine');
			expect(readdirSync(dir).filter((name) => name.includes('partial'))).toEqual([]);
		},
	);
});
