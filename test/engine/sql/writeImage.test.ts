import type { ColumnType } from '#shared/model/columnType.ts';
import fc from 'fast-check';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyBitmap, setBit } from '../../../engine/columns/bitmap.ts';
import type { Column } from '../../../engine/columns/Column.ts';
import { QueryDatabase } from '../../../engine/store/QueryDatabase.ts';
import { writeImage } from '../../../engine/sql/writeImage.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

interface Given {
	readonly name: string;
	readonly type: ColumnType;
	readonly column: Column;
}

/** Writes one table in chunks of the given columns and opens it again with SQLite. */
function imageOf(columns: readonly Given[], repeats: number) {
	const path = join(temporaryFolder(), 'image.sqlite');
	const rows = columns[0]!.column.length;
	const table = { name: 'the "table"', kind: 'table' as const, rows: rows * repeats, columns: [...columns] };
	writeImage(
		path,
		[
			{
				table,
				columns: columns.map((_, index) => index),
				chunkRows: Array.from({ length: repeats }, () => rows),
				read: (index) => columns[index]!.column,
			},
		],
		() => undefined,
	);
	return QueryDatabase.openFile(path);
}

function textColumn(texts: readonly (string | null)[]): Column {
	const parts = texts.map((text) => Buffer.from(text ?? ''));
	const offsets = new Int32Array(texts.length + 1);
	parts.forEach((part, row) => (offsets[row + 1] = offsets[row]! + part.length));
	const nulls = emptyBitmap(texts.length);
	texts.forEach((text, row) => text === null && setBit(nulls, row));
	return {
		kind: 'text',
		type: 'text',
		length: texts.length,
		offsets,
		bytes: new Uint8Array(Buffer.concat(parts)),
		nulls,
	};
}

const numbers = (type: 'integer' | 'decimal', values: readonly number[], scale = 0): Column => ({
	kind: 'number',
	type,
	length: values.length,
	values: Float64Array.from(values),
	scale,
	isExact: true,
	nulls: null,
});

const all = (database: QueryDatabase, sql: string) => [...database.iterate(sql)];

test('every kind of value comes back as it is in the column', () => {
	const integers = [0, 1, -1, 127, -128, 128, 32_767, -32_769, 2 ** 31 - 1, -(2 ** 31), 2 ** 40, -(2 ** 53 - 1)];
	const rows = integers.length;
	const days = new Int32Array(rows).map((_, row) => row * 1000 - 3000);
	const instants = Float64Array.from({ length: rows }, (_, row) => row * 86_400_123);
	const codes = Uint8Array.from({ length: rows }, (_, row) => row % 2);
	const database = imageOf(
		[
			{ name: 'n', type: 'integer', column: numbers('integer', integers) },
			{ name: 'd', type: 'decimal', column: numbers('decimal', integers, 2) },
			{ name: 'day', type: 'date', column: { kind: 'date', type: 'date', length: rows, values: days, nulls: null } },
			{
				name: 'at',
				type: 'timestamp',
				column: { kind: 'timestamp', type: 'timestamp', length: rows, values: instants, nulls: null },
			},
			{
				name: 'b',
				type: 'boolean',
				column: { kind: 'boolean', type: 'boolean', length: rows, values: codes, nulls: null },
			},
			{
				name: 'c',
				type: 'text',
				column: { kind: 'category', type: 'text', length: rows, codes, labels: ['', 'süd'], nulls: null },
			},
		],
		1,
	);
	expect(all(database, 'select * from "the ""table"""')).toEqual(
		integers.map((value, row) => [
			BigInt(value),
			value / 100,
			new Date(days[row]! * 86_400_000).toISOString().slice(0, 10),
			new Date(instants[row]!).toISOString().replace('.000Z', 'Z'),
			BigInt(row % 2),
			row % 2 === 0 ? '' : 'süd',
		]),
	);
	expect(all(database, 'pragma integrity_check')).toEqual([['ok']]);
	database.close();
});

test('SQLite finds no fault in files of any number of rows and lengths of text', () => {
	const text = fc.oneof(
		{ weight: 6, arbitrary: fc.string({ maxLength: 90 }) },
		{ weight: 1, arbitrary: fc.integer({ min: 32_600, max: 33_100 }).map((length) => 'x'.repeat(length)) },
		{ weight: 1, arbitrary: fc.integer({ min: 60_000, max: 140_000 }).map((length) => 'é'.repeat(length)) },
		{ weight: 1, arbitrary: fc.constant(null) },
	);
	fc.assert(
		fc.property(fc.array(text, { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (texts, repeats) => {
			const database = imageOf([{ name: 't', type: 'text', column: textColumn(texts) }], repeats);
			try {
				expect(all(database, 'pragma integrity_check')).toEqual([['ok']]);
				const expected = Array.from({ length: repeats }, () => texts).flat();
				expect(all(database, 'select t from "the ""table""" order by rowid').flat()).toEqual(expected);
			} finally {
				database.close();
			}
		}),
		{ seed: 11, numRuns: 25 },
	);
});

test('a table with three levels of pages is sound, and its rows are found by number', () => {
	const wide = textColumn(Array.from({ length: 100 }, (_, row) => String(row).padStart(16_200, '0')));
	const database = imageOf([{ name: 't', type: 'text', column: wide }], 60);
	expect(all(database, 'pragma integrity_check')).toEqual([['ok']]);
	expect(
		all(database, 'select count(*), max(rowid), cast(t as integer) from "the ""table""" where rowid = 5432'),
	).toEqual([[1n, 5432n, 31n]]);
	database.close();
});
