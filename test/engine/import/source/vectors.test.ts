import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import {
	Bool,
	DateDay,
	Decimal,
	Dictionary,
	Field,
	Float32,
	Int16,
	Int32,
	List,
	makeData,
	Table,
	tableToIPC,
	TimestampMicrosecond,
	TimestampNanosecond,
	Utf8,
	Vector,
	vectorFromArray,
} from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { previewSource } from '../../../../engine/import/previewSource.ts';
import { runImport } from '../../../../engine/import/runImport.ts';
import { canonicalDialect } from '../../../../engine/import/source/FileHead.ts';
import { openRows } from '../../../../engine/import/source/openRows.ts';
import { ScratchFolder } from '../../../../engine/import/source/ScratchFolder.ts';
import { writeRows } from '../../../../engine/import/source/writeRows.ts';
import type { ColumnType } from '../../../../shared/model/columnType.ts';
import type { ImportOverrides, ImportPlan, MisfitPolicy } from '../../../../shared/model/importPlan.ts';
import type { TableMapping } from '../../../../shared/model/tableMapping.ts';
import { plainText } from '../../../../shared/model/tableSource.ts';
import { MemorySink } from '../MemorySink.ts';
import { importSource } from './importSource.ts';

const dir = mkdtempSync(join(tmpdir(), 'tranche-vectors-'));
afterAll(() => rmSync(dir, { recursive: true }));

/**
 * What the same plan makes of the rows written out as canonical text, the way that every other format takes: the reference for
 * columns that go into the table without becoming text.
 */
async function importAsText(path: string, plan: ImportPlan) {
	const scratch = new ScratchFolder();
	try {
		const address = { path, container: plan.source.container, entry: null };
		const rows = await openRows(plan.source, address, { scratch, isWhole: false, onRead: () => undefined });
		let text = '';
		const { rejected } = await writeRows(
			path,
			rows,
			(piece) => (text += piece),
			() => undefined,
		);
		rows.close();
		const csv = join(dir, 'reference.csv');
		writeFileSync(csv, text);
		const sink = new MemorySink();
		const table = await runImport({ ...plan, path: csv, source: plainText, dialect: canonicalDialect }, sink);
		return { table, sink, rejected, rows: sink.rows(table) };
	} finally {
		scratch.remove();
	}
}

/** Reasons without their places, which are rows here and lines there. */
const reasonsOf = (quarantine: readonly { readonly reason: string; readonly text: string }[]) =>
	quarantine
		.map(({ reason, text }) => ({
			reason: reason.replace(/^Row \d+: /, '').replace(/(line|row) \d+/, 'a row'),
			text: text.trimEnd(),
		}))
		.sort((a, b) => (a.reason + a.text < b.reason + b.text ? -1 : 1));

async function expectSame(path: string, overrides: ImportOverrides) {
	const { plan } = await previewSource(path, overrides);
	const asText = await importAsText(path, plan);
	const sink = new MemorySink();
	const table = await runImport(plan, sink);
	const direct = { table, sink, rows: sink.rows(table) };
	const facts = ({ columns }: typeof direct.table) =>
		columns.map(({ summary: { name, type, nulls, min, max }, storage: { scale, isExact } }) => ({
			name,
			type,
			nulls,
			min,
			max,
			scale,
			isExact,
		}));
	expect(facts(direct.table)).toEqual(facts(asText.table));
	if (JSON.stringify(direct.rows) !== JSON.stringify(asText.rows)) {
		// Many rows take long to compare one by one, which only a difference needs.
		expect(direct.rows).toEqual(asText.rows);
	}
	expect(reasonsOf(direct.sink.quarantine)).toEqual(reasonsOf([...asText.sink.quarantine, ...asText.rejected]));
	expect(direct.table.rowsRead).toBe(asText.table.rowsRead + asText.rejected.length);
	return direct;
}

const TYPES: readonly ColumnType[] = ['text', 'integer', 'decimal', 'date', 'timestamp', 'boolean'];
const noParts: TableMapping = { role: 'customers', fields: {}, attributes: [], arms: null };

/** Names of the columns of typed.parquet and how DuckDB makes them of a row number `i`; every seventh value is null. */
const COLUMNS = {
	small: '(i % 100)::TINYINT',
	whole: 'i * 7919',
	negative: '-i * 1000003',
	long: '9007199254740000 + i',
	wide: 'i * 5000000000',
	flag: 'i % 3 = 0',
	price: '(i * 37 % 10000) / 100.0',
	ratio: '1.0::DOUBLE / (i + 1)',
	single: '(i % 50)::FLOAT / 8',
	money: '(i * 11 % 9973)::DECIMAL(9,2) / 1',
	cents: '(i * 11 % 9973)::DECIMAL(18,4)',
	huge: '(i * 12345)::DECIMAL(38,10)',
	odd: `CASE i % 5 WHEN 0 THEN 'NaN'::DOUBLE WHEN 1 THEN 'inf'::DOUBLE ELSE i END`,
	day: `DATE '1899-12-30' + (i * 31)::INTEGER`,
	moment: `TIMESTAMP '1969-12-31 23:59:58.5' + INTERVAL (i * 12345) SECOND`,
	nanos: `(TIMESTAMP '1965-01-01 00:00:00' + INTERVAL (i * 7) HOUR)::TIMESTAMP_NS`,
	midnight: `TIMESTAMP '2024-01-01 00:00:00' + INTERVAL (i) DAY`,
	time: `TIME '00:00:01' + INTERVAL (i) SECOND`,
	label: `['web', 'N/A', '', 'Köln', 'NULL', '-', 'a,b', 'say "x"'][1 + i % 8]`,
	name: `'Customer ' || i || chr(10) || ' ß'`,
	digits: `lpad((i % 40)::VARCHAR, 4, '0')`,
	amount: `(i / 4.0)::VARCHAR`,
	dated: `strftime(DATE '2024-01-01' + (i % 300)::INTEGER, '%Y-%m-%d')`,
	kind: `(['a', 'b'][1 + i % 2])::ENUM('a', 'b')`,
	id: 'uuid()',
	nothing: 'NULL::INTEGER',
} as const;
const typed = join(dir, 'typed.parquet');

async function write(path: string, query: string, options = ''): Promise<void> {
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	await connection.run(`COPY (${query}) TO '${path}' (FORMAT parquet${options})`);
	connection.closeSync();
	instance.closeSync();
}

beforeAll(async () => {
	const columns = Object.entries(COLUMNS).map(
		([name, value], column) => `CASE WHEN (i + ${column}) % 7 <> 0 THEN ${value} END AS ${name}`,
	);
	await write(typed, `SELECT i AS row, ${columns.join(', ')} FROM range(800) t(i)`);
});

describe('columns of a Parquet file load as their text would', () => {
	test('with the types that the file declares', async () => {
		const { table } = await expectSame(typed, { mapping: noParts });
		expect(table.rowsRead).toBe(800);
		expect(table.rowsLoaded).toBe(800);
	});

	test.each(TYPES)('with every column planned as %s', async (type) => {
		const types = Object.fromEntries(Object.keys(COLUMNS).map((name) => [name, type]));
		await expectSame(typed, { mapping: noParts, types, misfits: 'automatic' });
	});

	test.each<MisfitPolicy>(['widen', 'quarantine'])('where misfits are to %s', async (misfits) => {
		await expectSame(typed, { mapping: noParts, types: { price: 'integer', label: 'decimal' }, misfits });
	});

	test('and rows without a key, and customers that come again, are quarantined', async () => {
		const path = join(dir, 'customers.parquet');
		await write(
			path,
			`SELECT CASE i % 10 WHEN 3 THEN NULL WHEN 4 THEN 'N/A' ELSE 'C' || (i % 900) END AS customer, i AS points, 'x' || i AS note FROM range(2000) t(i)`,
		);
		const mapping: TableMapping = { ...noParts, fields: { customer_id: 'customer' } };
		const { sink } = await expectSame(path, { mapping });
		expect(sink.quarantine.find(({ line }) => line === 4)).toEqual({
			line: 4,
			reason: 'Row 4: The customer key in column "customer" is empty.',
			text: ',3,x3',
		});
		expect(sink.quarantine.find(({ line }) => line === 901)?.reason).toBe(
			'Row 901: The customer is a duplicate of row 1.',
		);
	});

	test('and texts that no table can hold are quarantined with their row', async () => {
		const path = join(dir, 'odd.parquet');
		await write(
			path,
			`SELECT i AS id, CASE i WHEN 5 THEN 'a' || chr(0) || 'b' WHEN 9 THEN repeat('long ', 60000) ELSE 'text ' || i END AS note FROM range(1200) t(i)`,
		);
		const { table } = await expectSame(path, { mapping: noParts });
		expect([table.rowsLoaded, table.rowsQuarantined]).toEqual([1198, 2]);
	});

	test('and a value that no sample showed widens its column', async () => {
		const path = join(dir, 'late.parquet');
		await write(
			path,
			`SELECT i AS id, CASE i WHEN 134000 THEN 0.12345 ELSE (i % 500) / 4.0 END AS price, CASE i WHEN 134999 THEN 12345678901234567 ELSE i END AS code FROM range(135000) t(i)`,
		);
		const { sink, table } = await expectSame(path, { mapping: noParts });
		expect(sink.clears).toBe(1);
		expect(table.columns.map(({ summary: { type }, storage: { scale } }) => [type, scale])).toEqual([
			['integer', 0],
			['decimal', 5],
			['text', 0],
		]);
	});

	test('appended, with columns in another order and under the places of their own files', async () => {
		const first = join(dir, 'part-1.parquet');
		const second = join(dir, 'part-2.parquet');
		await write(first, `SELECT i AS id, 'web' AS channel FROM range(300) t(i)`);
		await write(second, `SELECT 'shop' AS channel, CASE i WHEN 7 THEN NULL ELSE i END AS id FROM range(300) t(i)`);
		const mapping: TableMapping = { ...noParts, fields: { customer_id: 'id' } };
		const { table, sink, rows } = await importSource(first, {
			mapping,
			source: { more: [{ path: second, entry: null }] },
		});
		expect([table.rowsRead, table.rowsLoaded, table.rowsQuarantined]).toEqual([600, 300, 300]);
		expect(rows.at(-1)).toEqual([299, 'web']);
		expect(sink.quarantine.slice(6, 9).map(({ reason, text }) => [reason, text])).toEqual([
			['part-2.parquet, row 7: The customer is a duplicate of row 7 of part-1.parquet.', '6,shop'],
			['part-2.parquet, row 8: The customer key in column "id" is empty.', ',shop'],
			['part-2.parquet, row 9: The customer is a duplicate of row 9 of part-1.parquet.', '8,shop'],
		]);
	});
});

describe('columns of an Arrow file load as their text would', () => {
	const rows = 700;
	const every = <T>(value: (row: number) => T) =>
		Array.from({ length: rows }, (_, row) => (row % 7 === 3 ? null : value(row)));
	const path = join(dir, 'typed.arrow');
	const decimals = Int32Array.from({ length: rows * 4 }, (_, word) => {
		const row = word >> 2;
		return word % 4 === 0 ? (row - 350) * 25 : row < 350 ? -1 : 0;
	});
	const batch = new Table({
		id: vectorFromArray(
			every((row) => row * 3),
			new Int32(),
		),
		small: vectorFromArray(
			every((row) => row % 100),
			new Int16(),
		),
		big: vectorFromArray(every((row) => BigInt(row) * 3_000_000_000n)),
		longer: vectorFromArray(every((row) => 9_007_199_254_740_993n + BigInt(row))),
		price: vectorFromArray(every((row) => (row % 1000) / 100)),
		odd: vectorFromArray(every((row) => (row % 5 === 0 ? NaN : row % 5 === 1 ? -Infinity : row / 7))),
		single: vectorFromArray(
			every((row) => row / 10),
			new Float32(),
		),
		money: new Vector([makeData({ type: new Decimal(2, 10, 128), length: rows, nullCount: 0, data: decimals })]),
		flag: vectorFromArray(
			every((row) => row % 2 === 0),
			new Bool(),
		),
		day: vectorFromArray(
			every((row) => new Date(row * 86_400_000)),
			new DateDay(),
		),
		micros: new Vector([
			makeData({
				type: new TimestampMicrosecond(),
				length: rows,
				data: BigInt64Array.from({ length: rows }, (_, row) => BigInt(row - 350) * 1_234_567n),
			}),
		]),
		nanos: new Vector([
			makeData({
				type: new TimestampNanosecond(),
				length: rows,
				data: BigInt64Array.from({ length: rows }, (_, row) => BigInt(row - 350) * 1_234_567_891_234_567n),
			}),
		]),
		kind: vectorFromArray(
			every((row) => ['b', 'N/A', '', 'ä'][row % 4] ?? ''),
			new Dictionary(new Utf8(), new Int32()),
		),
		word: vectorFromArray(
			every((row) => `word ${row}, "x"`),
			new Utf8(),
		),
		tags: vectorFromArray(
			Array.from({ length: rows }, (_, row) => [row]),
			new List(new Field('item', new Int32())),
		),
	});
	beforeAll(() => writeFileSync(path, tableToIPC(batch, 'file')));

	test('with the types that the file declares, lists left out', async () => {
		const { table } = await expectSame(path, { mapping: noParts });
		expect(table.columns.map(({ summary: { name } }) => name)).not.toContain('tags');
		expect(table.problems.map(({ message }) => message)).toContain(
			'The column tags holds lists, structures or other values that no table has, and was left out.',
		);
	});

	test.each(TYPES)('with every column planned as %s', async (type) => {
		const types = Object.fromEntries(batch.schema.names.map((name) => [String(name), type]));
		await expectSame(path, { mapping: noParts, types });
	});
});
