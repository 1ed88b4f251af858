import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ImportOverrides } from '../../../../shared/model/importPlan.ts';
import { fileOf } from '../importFile.ts';
import { importSource } from './importSource.ts';

const cell = fc.oneof(
	fc.constantFrom(
		'',
		'NULL',
		'N/A',
		'-',
		'007',
		'12',
		'3.5',
		'2024-01-31',
		'yes',
		'Köln',
		'€',
		'日本',
		' x ',
		'"',
		',',
		'a\nb',
		'\r\n',
	),
	fc.string({ maxLength: 12 }).map((text) => text.replaceAll('\0', '')),
);
const tables = fc
	.integer({ min: 2, max: 5 })
	.chain((columns) =>
		fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 30 }),
	);
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const headers = (count: number) => Array.from({ length: count }, (_, column) => `h${column}`);
const csvOf = (rows: readonly (readonly string[])[]) =>
	[headers(rows[0]!.length), ...rows].map((row) => `${row.map(quoted).join(',')}\n`).join('');
const overrides = (columns: number): ImportOverrides => ({
	mapping: { role: 'customers', fields: {}, attributes: [], arms: null },
	dialect: { delimiter: ',', quote: '"', hasHeader: true, encoding: 'utf-8', skipRows: 0, skipLastRows: 0 },
	types: Object.fromEntries(headers(columns).map((name) => [name, 'text'])),
});

test('packed or in UTF-16, a table is what it is in place', async () => {
	await fc.assert(
		fc.asyncProperty(tables, async (rows) => {
			const csv = csvOf(rows);
			const options = overrides(rows[0]!.length);
			const inPlace = await importSource(fileOf(csv), options);
			const { encoding: _, ...dialect } = options.dialect!;
			for (const bytes of [gzipSync(csv), Buffer.from(`\uFEFF${csv}`, 'utf16le')]) {
				const copied = await importSource(fileOf(bytes), { ...options, dialect });
				expect(copied.rows).toEqual(inPlace.rows);
				expect(copied.sink.quarantine).toEqual(inPlace.sink.quarantine);
			}
			expect(inPlace.table.rowsRead).toBe(rows.length);
		}),
		{ numRuns: 12, seed: 20_241_122 },
	);
});

test('a table in JSON keeps every text, and an empty text is no value', async () => {
	await fc.assert(
		fc.asyncProperty(tables, async (rows) => {
			const names = headers(rows[0]!.length);
			const objects = rows.map((row) => Object.fromEntries(names.map((name, column) => [name, row[column]])));
			const lines = objects.map((object) => JSON.stringify(object)).join('\n');
			const expected = rows.map((row) => row.map((text) => (text === '' ? null : text.toWellFormed())));
			for (const text of [lines, JSON.stringify(objects, null, 1)]) {
				const found = await importSource(fileOf(text, 'a.json'), { ...overrides(names.length), dialect: {} });
				expect(found.rows).toEqual(expected);
			}
		}),
		{ numRuns: 12, seed: 7 },
	);
});
