import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	Dictionary,
	Int32,
	Table,
	tableToIPC,
	TimestampMicrosecond,
	TimestampNanosecond,
	TimestampSecond,
	TimeMillisecond,
	Utf8,
	vectorFromArray,
	List,
	Field,
	makeData,
	Decimal,
	Vector,
	Null,
	LargeUtf8,
} from 'apache-arrow';
import { afterAll, describe, expect, test } from 'vitest';
import { listArrowParts, openArrow } from '../../../../../engine/import/source/arrow/openArrow.ts';
import { readAll } from '../readAll.ts';

/** Written by nodejs-polars 0.25.2 with writeIPC: 500 rows, made of the row number as the test says. */
const fixtures = 'test/fixtures/arrow';
const dir = mkdtempSync(join(tmpdir(), 'tranche-arrow-'));
afterAll(() => rmSync(dir, { recursive: true }));

function write(name: string, bytes: Uint8Array): string {
	const path = join(dir, name);
	writeFileSync(path, bytes);
	return path;
}

test.each(['uncompressed', 'lz4', 'zstd'])(
	'a Feather file of Polars, %s, is read with all its types',
	async (compression) => {
		const { names, rows, notes } = await readAll(await openArrow(join(fixtures, `polars-${compression}.arrow`), null));
		expect({ names, notes }).toEqual({
			names: ['id', 'small', 'price', 'single', 'city', 'kind', 'flag', 'day', 'moment'],
			notes: [],
		});
		expect(rows).toEqual(
			Array.from({ length: 500 }, (_, i) => [
				i,
				i % 7 === 0 ? null : i % 100,
				i / 4,
				i / 10,
				i % 11 === 0 ? null : ['Köln', 'Paris', 'Roma'][i % 3],
				`k${i % 5}`,
				i % 2 === 0,
				new Date(i * 86_400_000).toISOString().slice(0, 10),
				new Date(i * 86_400_123),
			]),
		);
	},
);

describe.each(['file', 'stream'] as const)('an Arrow %s', (form) => {
	test('gives instants by their unit, decimals exact, dictionaries by their value and large integers whole', async () => {
		const decimals = new Int32Array([-110, -1, -1, -1, 5, 0, 0, 0]);
		const data = makeData({ type: new Decimal(2, 10, 128), length: 2, nullCount: 0, data: decimals });
		const table = new Table({
			seconds: vectorFromArray([-1000, null], new TimestampSecond()),
			micros: new Vector([
				makeData({ type: new TimestampMicrosecond(), length: 2, data: new BigInt64Array([-1n, 1500n]) }),
			]),
			nanos: vectorFromArray([0, 1_700_000_000_123], new TimestampNanosecond()),
			time: vectorFromArray([45_296_789, 0], new TimeMillisecond()),
			price: new Vector([data]),
			key: vectorFromArray([9007199254740993n, 7n]),
			kind: vectorFromArray(['b', null], new Dictionary(new Utf8(), new Int32())),
			large: vectorFromArray(['ä', ''], new LargeUtf8()),
			nothing: new Vector([makeData({ type: new Null(), length: 2 })]),
		});
		const path = write(`types-${form}`, tableToIPC(table, form));
		const { rows } = await readAll(await openArrow(path, null));
		expect(rows).toEqual([
			[new Date(-1000), new Date(-1), new Date(0), '12:34:56.789', -1.1, 9007199254740993n, 'b', 'ä', null],
			[null, new Date(1), new Date(1_700_000_000_123), '00:00:00', 0.05, 7, null, '', null],
		]);
		expect(await listArrowParts(path)).toEqual([{ name: '', state: 'visible', rows: null }]);
	});

	test('of several batches is read in order', async () => {
		const batches = [0, 1, 2].flatMap(
			(part) => new Table({ id: vectorFromArray([part * 2, part * 2 + 1], new Int32()) }).batches,
		);
		const path = write(`batches-${form}`, tableToIPC(new Table(batches), form));
		expect((await readAll(await openArrow(path, null))).rows).toEqual([[0], [1], [2], [3], [4], [5]]);
	});

	test('leaves lists out and names them', async () => {
		const list = vectorFromArray([[1], [2]], new List(new Field('item', new Int32())));
		const path = write(
			`lists-${form}`,
			tableToIPC(new Table({ tags: list, id: vectorFromArray([1, 2], new Int32()) }), form),
		);
		expect(await readAll(await openArrow(path, null))).toEqual({
			names: ['id'],
			rows: [[1], [2]],
			notes: ['The column tags holds lists, structures or other values that no table has, and was left out.'],
		});
	});
});

describe('a file that lies', () => {
	test.each([
		['FEA1 and more', 'first version of Feather'],
		['ARROW1\0\0nothing', 'cut off'],
		['just text, no Arrow', 'not an Arrow file'],
		['', 'damaged'],
	])('%j: a sentence', async (content, sentence) => {
		await expect(openArrow(write('bad', Buffer.from(content)), null)).rejects.toThrow(sentence);
	});

	test('cut at any place or changed in any byte it gives rows or a sentence, and never grows', async () => {
		const source = readFileSync(join(fixtures, 'polars-lz4.arrow'));
		let seed = 11;
		const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
		for (let run = 0; run < 300; run++) {
			const bytes = Buffer.from(run % 10 === 0 ? source.subarray(0, random(source.length)) : source);
			for (let flips = 0; flips <= random(3) && bytes.length > 0; flips++) {
				bytes[random(Math.min(bytes.length, 4000))] = random(256);
			}
			const outcome = await openArrow(write('flipped', bytes), null)
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
