import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellOf } from '../../../../engine/columns/cellOf.ts';
import { decodeChunks } from '../../../../engine/columns/decodeChunks.ts';
import { pickRows } from '../../../../engine/columns/pickRows.ts';
import { createJob, silentJob } from '../../../../engine/job.ts';
import { orderRows } from '../../../../engine/session/order/orderRows.ts';
import type { Cell, ColumnType } from '../../../../shared/model/columnType.ts';
import { fileOf, importFile, plainTable } from '../../import/importFile.ts';

/** A table of one column beside a row number, imported as every table is. */
async function tableOf(values: readonly string[], type: ColumnType) {
	const csv = `n,value\n${values.map((value, row) => `${row},"${value.replaceAll('"', '""')}"\n`).join('')}`;
	const { sink, table } = await importFile(
		fileOf(csv),
		{ ...plainTable, types: { value: type } },
		{ morselBytes: 6000 },
	);
	const { storage } = table.columns[1]!;
	return { sink, storage, cells: sink.rows(table).map((row) => row[1] ?? null) };
}

/** The order by JavaScript's own stable sort, values first. */
function expectedOrder(cells: readonly Cell[], compare: (a: Cell, b: Cell) => number): number[] {
	const rows = cells.map((_, row) => row);
	const filled = rows.filter((row) => cells[row] !== null);
	return [...filled.sort((a, b) => compare(cells[a]!, cells[b]!)), ...rows.filter((row) => cells[row] === null)];
}

const numerically = (a: Cell, b: Cell) => Number(a) - Number(b);
const bytewise = (a: Cell, b: Cell) => Buffer.compare(Buffer.from(folded(a)), Buffer.from(folded(b)));
const folded = (cell: Cell) =>
	String(cell).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');

describe('the rows of a table in the order of a column', () => {
	const names = fc.oneof(
		fc.constantFrom(
			'',
			'Emil',
			'Émile',
			'emma',
			'Straße',
			'strasse',
			'customer-',
			'customer-000',
			'Öl',
			'日本',
			'zebra',
		),
		fc.string({ maxLength: 14 }).map((text) => text.replace(/[\0\r\n]/g, '').trim()),
		fc.integer({ min: 0, max: 999 }).map((number) => `customer-00000-${number}`),
	);
	const cases: readonly (readonly [string, ColumnType, fc.Arbitrary<string>, typeof numerically])[] = [
		[
			'whole numbers',
			'integer',
			fc.oneof(fc.constant(''), fc.integer({ min: -300, max: 300 }).map(String)),
			numerically,
		],
		['wide numbers', 'integer', fc.integer({ min: -(10 ** 14), max: 10 ** 14 }).map(String), numerically],
		[
			'decimals without a common scale',
			'decimal',
			fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((value) => String(value || 0)),
			numerically,
		],
		[
			'days',
			'date',
			fc.integer({ min: 0, max: 40_000 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
			(a, b) => (String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0),
		],
		['names, as people look them up', 'text', names, bytewise],
	];

	test.each(cases)('is right for %s, and equal rows keep theirs', async (_, type, value, compare) => {
		await fc.assert(
			fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 600 }), async (values) => {
				const { sink, storage, cells } = await tableOf([...values, type === 'text' ? 'x' : '', '1'], type);
				const { rows, filled } = await orderRows(sink, 1, storage, silentJob(), 'Sorting');
				expect([...rows]).toEqual(expectedOrder(cells, compare));
				expect(filled).toBe(cells.filter((cell) => cell !== null).length);
			}),
			{ numRuns: 12, seed: 20_251_122 },
		);
	});

	test('is right for many long texts that begin alike', async () => {
		const values = Array.from(
			{ length: 4000 },
			(_, row) => `a rather long beginning, ${(row * 7919) % 4001} ${row % 3}`,
		);
		const { sink, storage, cells } = await tableOf(values, 'text');
		const { rows } = await orderRows(sink, 1, storage, silentJob(), 'Sorting');
		expect([...rows]).toEqual(expectedOrder(cells, bytewise));
	});

	test('can be cancelled', async () => {
		const { sink, storage } = await tableOf(['b', 'a'], 'text');
		const controller = new AbortController();
		controller.abort();
		const job = createJob(controller.signal, () => undefined);
		await expect(orderRows(sink, 1, storage, job, 'Sorting')).rejects.toMatchObject({ code: 'cancelled' });
	});
});

test('picked rows of a chunk are those rows, whatever its encoding', async () => {
	const values: readonly (readonly [ColumnType, (row: number) => string])[] = [
		['integer', (row) => (row % 5 === 0 ? '' : String(row % 90))],
		['integer', (row) => String(row * 900)],
		['integer', (row) => String(row * 90_000_000_000)],
		['text', (row) => (row % 4 === 1 ? '' : `label ${row % 7}`)],
		['text', (row) => (row % 4 === 1 ? '' : `text ${row} ${'ä'.repeat(row % 300)}`)],
	];
	for (const [type, value] of values) {
		const { sink, storage, cells } = await tableOf(
			Array.from({ length: 900 }, (_, row) => value(row)),
			type,
		);
		let from = 0;
		for (const [chunk, length] of sink.chunkRows().entries()) {
			const rows = Array.from({ length }, (_, row) => row).filter((row) => row % 3 === 1);
			const picked = pickRows(sink.readChunk(1, chunk), rows);
			const dictionary = storage.hasDictionary ? sink.readDictionary(1) : null;
			const column = decodeChunks([picked], rows.length, storage, dictionary);
			expect(rows.map((_, index) => cellOf(column, index))).toEqual(rows.map((row) => cells[from + row]));
			from += length;
		}
	}
});
