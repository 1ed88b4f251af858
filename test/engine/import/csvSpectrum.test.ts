import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { importFile, plainTable } from './importFile.ts';
import { previewImport } from '../../../engine/import/previewImport.ts';

const folder = resolve(import.meta.dirname, '../../../../shared/data/csv-spectrum');
const records = z.union([
	z.array(z.record(z.string(), z.string())),
	z.record(z.string(), z.string()).transform((one) => [one]),
]);
const names = existsSync(folder) ? readdirSync(join(folder, 'json')).map((file) => file.replace('.json', '')) : [];

if (names.length === 0) {
	test.skip('the csv-spectrum files are not beside the project', () => undefined);
}

/** The CSV and the JSON of this one differ in the phone number, whoever reads them. */
const differing = {
	name: 'location_coordinates',
	column: 'Contact Phone Number',
	csv: '2095257564',
	json: '1234567890',
};

test.each(names)('csv-spectrum %s reads as its JSON', async (name) => {
	const path = join(folder, 'csvs', `${name}.csv`);
	const { columns } = previewImport(path, plainTable).plan;
	const types = Object.fromEntries(columns.map((column) => [column.name, 'text' as const]));
	const { rows } = await importFile(path, { ...plainTable, types });
	const read = rows.map((row) => Object.fromEntries(columns.map((column, index) => [column.name, row[index] ?? ''])));
	const want = records.parse(JSON.parse(readFileSync(join(folder, 'json', `${name}.json`), 'utf8')));
	if (name === differing.name) {
		expect([read[0]?.[differing.column], want[0]?.[differing.column]]).toEqual([differing.csv, differing.json]);
		want[0]![differing.column] = differing.csv;
	}
	expect(read).toEqual(want);
});
