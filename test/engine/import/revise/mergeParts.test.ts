import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell, ColumnType } from '../../../../shared/model/columnType.ts';
import type { ColumnStorage } from '../../../../engine/columns/ColumnStorage.ts';
import { silentJob } from '../../../../engine/job.ts';
import { partOfCells } from '../../../../engine/import/revise/CellChunks.ts';
import { mergeParts } from '../../../../engine/import/revise/mergeParts.ts';
import type { TablePart } from '../../../../engine/import/revise/TablePart.ts';
import { fileOf, importFile, plainTable } from '../importFile.ts';
import { MemorySink } from '../MemorySink.ts';

const SEED = 20261122;
const storage = (type: ColumnType, kind: ColumnStorage['kind'], scale = 0): ColumnStorage => ({
	type,
	kind,
	scale,
	isExact: true,
	isWide: false,
	min: null,
	max: null,
	hasDictionary: false,
});

async function merged(parts: readonly TablePart[], names: readonly string[]) {
	const sink = new MemorySink();
	const { rows, columns } = await mergeParts(parts, names, sink, silentJob(), 'Merging');
	const table = { rowsRead: rows, rowsLoaded: rows, rowsQuarantined: 0, columns, dialect: null as never, problems: [] };
	return { columns, rows, cells: sink.rows(table) };
}

/** A CSV text as a part, in chunks of a few rows. */
async function partOfCsv(
	csv: string,
	dropped: readonly number[] = [],
): Promise<TablePart & { readonly rows: Cell[][] }> {
	const { sink, table, rows } = await importFile(fileOf(csv), plainTable, { morselBytes: 60, threads: 0 });
	return {
		reader: sink,
		columns: table.columns.map((column, position) => ({
			name: column.summary.name,
			position,
			storage: column.storage,
		})),
		dropped: Int32Array.from(dropped),
		rows,
	};
}

const row = fc.record({
	count: fc.option(fc.integer({ min: -3, max: 1e10 })),
	price: fc.option(fc.integer({ min: -1000, max: 100_000 }).map((cents) => cents / 100)),
	day: fc.option(fc.integer({ min: 0, max: 20_000 }).map((day) => new Date(day * 864e5).toISOString().slice(0, 10))),
	flag: fc.option(fc.boolean()),
	word: fc.option(fc.constantFrom('web', 'shop', 'Bücher', 'a "b"', '12')),
});
const kinds = {
	count: storage('integer', 'number'),
	price: storage('decimal', 'number', 2),
	day: storage('date', 'date'),
	flag: storage('boolean', 'boolean'),
	word: storage('text', 'category'),
} as const;
const names = Object.keys(kinds) as (keyof typeof kinds)[];

test('any rows of any parts come out as they went in, without those that were dropped', async () => {
	const part = fc.record({
		rows: fc.array(row, { minLength: 1, maxLength: 12 }),
		has: fc.subarray(names, { minLength: 1 }),
		dropped: fc.uniqueArray(fc.integer({ min: 0, max: 11 })),
	});
	await fc.assert(
		fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 4 }), async (parts) => {
			const all = [...new Set(parts.flatMap(({ has }) => has))];
			const made = parts.map(({ rows, has, dropped }): TablePart => {
				const columns = has.map((name) => ({ name, storage: kinds[name] }));
				const cells = rows.map((entry) => has.map((name) => entry[name]));
				const out = dropped.filter((at) => at < rows.length).sort((left, right) => left - right);
				return { ...partOfCells(cells, columns), dropped: Int32Array.from(out) };
			});
			const expected = parts.flatMap(({ rows, has, dropped }) =>
				rows
					.filter((_, at) => !dropped.includes(at))
					.map((entry) => all.map((name) => (has.includes(name) ? entry[name] : null))),
			);
			expect((await merged(made, all)).cells).toEqual(expected);
		}),
		{ seed: SEED, numRuns: 150 },
	);
});

test('an imported table with some rows taken out and others added keeps its codes and its types', async () => {
	const lines = Array.from(
		{ length: 40 },
		(_, at) => `${at},${['x', 'y', '', 'z'][at % 4]!},${at % 5 === 0 ? '' : `${at}.25`}`,
	);
	const part = await partOfCsv(`id,word,price\n${lines.join('\n')}\n`, [0, 3, 17, 39]);
	expect(part.reader.chunkRows().length).toBeGreaterThan(3);
	const more = partOfCells(
		[
			[40, 'new', 1.5],
			[41, null, null],
		],
		part.columns,
	);
	const { cells, columns } = await merged([part, more], ['id', 'word', 'price']);
	expect(cells).toEqual([
		...part.rows.filter((_, at) => ![0, 3, 17, 39].includes(at)),
		[40, 'new', 1.5],
		[41, null, null],
	]);
	expect(columns.map(({ summary: { type, nulls, min, max } }) => [type, nulls, min, max])).toEqual([
		['integer', 0, 1, 41],
		['text', 11, null, null],
		['decimal', 8, 1.25, 38.25],
	]);
});

test('a finer scale, wider numbers, instants beside days, and text beside numbers widen the column', async () => {
	const first = partOfCells(
		[[1, 12.5, '2025-01-31', 7]],
		[
			{ name: 'count', storage: storage('integer', 'number') },
			{ name: 'price', storage: storage('decimal', 'number', 1) },
			{ name: 'at', storage: storage('date', 'date') },
			{ name: 'code', storage: storage('integer', 'number') },
		],
	);
	const second = partOfCells(
		[[0.125, 3, '2025-02-01T08:00:00Z', '07']],
		[
			{ name: 'count', storage: storage('decimal', 'number', 3) },
			{ name: 'price', storage: storage('integer', 'number') },
			{ name: 'at', storage: storage('timestamp', 'timestamp') },
			{ name: 'code', storage: storage('text', 'text') },
		],
	);
	const { cells } = await merged([first, second], ['count', 'price', 'at', 'code']);
	expect(cells).toEqual([
		[1, 12.5, '2025-01-31T00:00:00Z', '7'],
		[0.125, 3, '2025-02-01T08:00:00Z', '07'],
	]);
});

test('a column that outgrows its dictionary becomes text, and its earlier rows stay', async () => {
	const few = await partOfCsv('id,key\n1,a\n2,b\n3,\n');
	const many = partOfCells(
		Array.from({ length: 66_000 }, (_, at) => [`key ${at}`]),
		[{ name: 'key', storage: storage('text', 'category') }],
	);
	const { cells, columns } = await merged([few, many, few], ['key']);
	expect([few.columns[1]!.storage.kind, columns[0]!.storage]).toMatchObject([
		'category',
		{ kind: 'text', hasDictionary: true },
	]);
	expect([cells.length, cells.slice(0, 4).flat(), cells.slice(-4).flat()]).toEqual([
		66_006,
		['a', 'b', null, 'key 0'],
		['key 65999', 'a', 'b', null],
	]);
});
