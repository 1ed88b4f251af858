import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listParquetParts, openParquet } from '../../../../../engine/import/source/parquet/openParquet.ts';
import { readAll } from '../readAll.ts';

const dir = mkdtempSync(join(tmpdir(), 'tranche-parquet-'));
const small = join(dir, 'small.parquet');

/** Files by DuckDB, whose own reading of the same query is the reference. */
async function write(path: string, query: string, options = ''): Promise<void> {
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	await connection.run(`COPY (${query}) TO '${path}' (FORMAT parquet${options})`);
	connection.closeSync();
	instance.closeSync();
}

beforeAll(() => write(small, `SELECT range AS id, 'text ' || range AS name, range / 3 AS third FROM range(500)`));
afterAll(() => rmSync(dir, { recursive: true }));

test('every type comes as what it means, exact', async () => {
	const path = join(dir, 'types.parquet');
	await write(
		path,
		`SELECT * FROM (VALUES
			(1::TINYINT, 9007199254740993::BIGINT, 18446744073709551615::UBIGINT, true, 1.10::DECIMAL(4,2), -0.000001::DECIMAL(18,6), 12345678901234567890.12::DECIMAL(38,2), 0.1::FLOAT, 0.1::DOUBLE, DATE '1969-12-31', TIMESTAMP '1969-12-31 23:59:59.999999', TIMESTAMPTZ '2024-02-29 12:00:00+02', TIMESTAMP_NS '2024-02-29 12:00:00.123456789', TIME '12:34:56.5', 'Käse', ''::VARCHAR, UUID '00000000-0000-0000-0000-00000000000f', 'a'::ENUM('a','b'), 'NaN'::DOUBLE),
			(NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)
		) AS t(tiny, big, ubig, flag, price, small, huge, single, double, day, moment, zoned, nanos, time, word, empty, id, kind, nan)`,
	);
	const read = await readAll(await openParquet(path, null));
	expect(read.rows).toEqual([
		[
			1,
			9007199254740993n,
			18446744073709551615n,
			true,
			1.1,
			-0.000001,
			'12345678901234567890.12',
			0.1,
			0.1,
			'1969-12-31',
			new Date('1969-12-31T23:59:59.999Z'),
			new Date('2024-02-29T10:00:00Z'),
			new Date('2024-02-29T12:00:00.123Z'),
			'12:34:56.500',
			'Käse',
			'',
			'00000000-0000-0000-0000-00000000000f',
			'a',
			null,
		],
		read.names.map(() => null),
	]);
	expect(read.notes).toEqual(['Read as no value because they are no numbers or days (such as NaN): 1 cells.']);
});

test.each(['uncompressed', 'snappy', 'gzip', 'zstd', 'brotli', 'lz4_raw'])(
	'reads row groups and pages of %s in order, with nulls and a dictionary',
	async (codec) => {
		const path = join(dir, `${codec}.parquet`);
		await write(
			path,
			`SELECT i AS id, CASE WHEN i % 7 = 0 THEN NULL ELSE i * 2 END AS gaps, 'c' || i % 50 AS city FROM range(12000) t(i)`,
			`, COMPRESSION ${codec}, ROW_GROUP_SIZE 4096`,
		);
		const { rows } = await readAll(await openParquet(path, null));
		expect(rows).toEqual(Array.from({ length: 12000 }, (_, i) => [i, i % 7 === 0 ? null : i * 2, `c${i % 50}`]));
		expect(await listParquetParts(path)).toEqual([{ name: '', state: 'visible', rows: 12001 }]);
	},
);

test('nested columns are left out and named; a file of nothing else is refused', async () => {
	const path = join(dir, 'nested.parquet');
	await write(
		path,
		`SELECT [1, 2] AS tags, 7 AS id, {'street': 'a', 'zip': ['b']} AS address, MAP {'k': 1} AS more, 'end' AS last`,
	);
	expect(await readAll(await openParquet(path, null))).toEqual({
		names: ['id', 'last'],
		rows: [[7, 'end']],
		notes: ['tags', 'address', 'more'].map(
			(name) => `The column ${name} holds lists, structures or other values that no table has, and was left out.`,
		),
	});
	await write(path, `SELECT [1, 2] AS tags`);
	await expect(openParquet(path, null)).rejects.toThrow('all of its columns hold lists or structures');
});

describe('a file that lies', () => {
	const changed = (name: string, change: (bytes: Buffer) => Buffer | void) => {
		const bytes = readFileSync(small);
		const path = join(dir, name);
		writeFileSync(path, change(bytes) ?? bytes);
		return path;
	};

	test.each<readonly [string, (bytes: Buffer) => Buffer | void, string]>([
		['no Parquet', (bytes) => void bytes.write('NOPE', bytes.length - 4), 'not a Parquet file'],
		['encrypted', (bytes) => void bytes.write('PARE', bytes.length - 4), 'it is encrypted'],
		['cut off', (bytes) => bytes.subarray(0, bytes.length - 100), 'not a Parquet file'],
		['short', () => Buffer.from('PAR1'), 'not a Parquet file'],
		[
			'a footer longer than the file',
			(bytes) => void bytes.writeUInt32LE(0xfffffff0, bytes.length - 8),
			'claims to be longer',
		],
		['a footer of noise', (bytes) => void bytes.fill(0xff, bytes.length - 60, bytes.length - 8), 'footer'],
	])('%s: a sentence', async (name, change, sentence) => {
		const path = changed(name.replaceAll(' ', ''), change);
		await expect((async () => readAll(await openParquet(path, null)))()).rejects.toThrow(sentence);
	});

	test('in any byte it gives rows or a sentence, never more rows than it has, and never grows', async () => {
		const length = readFileSync(small).length;
		let seed = 7;
		const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
		for (let run = 0; run < 400; run++) {
			const path = changed('flipped.parquet', (bytes) => {
				for (let flips = 0; flips <= random(3); flips++) {
					bytes[random(length)] = random(256);
				}
			});
			const outcome = await openParquet(path, null)
				.then(readAll)
				.catch((error: unknown) => error);
			expect(outcome).toSatisfy(
				(value) =>
					typeof value === 'object' &&
					value !== null &&
					(('code' in value && value.code === 'data') || ('rows' in value && Array.isArray(value.rows))),
			);
		}
		expect(process.memoryUsage().rss).toBeLessThan(1.5e9);
	});
});
