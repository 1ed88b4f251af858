import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { setScratchRoot } from '../../../../engine/import/source/ScratchFolder.ts';
import { runTranche } from './runTranche.ts';

const spectrum = resolve('../shared/data/csv-spectrum');
const names = existsSync(spectrum) ? readdirSync(join(spectrum, 'json')).map((file) => file.replace('.json', '')) : [];
if (names.length === 0) {
	console.log('The data folder ../shared/data is absent: csv-spectrum is not read.');
}

const folder = mkdtempSync(join(tmpdir(), 'tranche-read-'));
const scratch = join(folder, 'scratch');
beforeAll(() => setScratchRoot(scratch));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(content: string, name = 'table.csv'): string {
	const path = join(folder, name);
	writeFileSync(path, content);
	return path;
}

const rows = z.union([
	z.array(z.record(z.string(), z.string())),
	z.record(z.string(), z.string()).transform((one) => [one]),
]);

test.each(names)('csv-spectrum %s read as text equals its JSON', async (name) => {
	const { code, stdout } = await runTranche('read', join(spectrum, 'csvs', `${name}.csv`), '--types', 'text');
	const want = rows.parse(JSON.parse(readFileSync(join(spectrum, 'json', `${name}.json`), 'utf8')));
	if (name === 'location_coordinates') {
		// The CSV and the JSON of this one differ in the phone number, whoever reads them.
		want[0]!['Contact Phone Number'] = '2095257564';
	}
	expect([code, JSON.parse(stdout)]).toEqual([0, want]);
});

const export1 = [
	'Report of orders;;;;;',
	'',
	'Nr;Datum;Betrag;Rate;Aktiv;Konto',
	'007;31.12.2025;1.234,50 €;12,5 %;ja;DE1',
	'008;01.02.2026;-;3 %;nein;-',
	'Summe;;1.234,50 €;;;',
].join('\n');

test('rows come typed, and stderr says what was detected, left out and loaded', async () => {
	const { code, stdout, stderr } = await runTranche('read', fileOf(export1));
	expect([code, JSON.parse(stdout)]).toEqual([
		0,
		[
			{ Nr: '007', Datum: '2025-12-31', Betrag: 1234.5, Rate: 0.125, Aktiv: true, Konto: 'DE1' },
			{ Nr: '008', Datum: '2026-02-01', Betrag: null, Rate: 0.03, Aktiv: false, Konto: null },
		],
	]);
	for (const sentence of [
		'Detected: delimiter ";", encoding utf-8, header, 6 columns.',
		'"1.234,50 €" is 1234.5. Decimals follow a comma. Thousands are separated by points. The amounts are in €.',
		'Note: Left out before the table: 2 lines ("Report of orders;;;;;").',
		'Note: Left out after the last row: 1 line ("Summe;;1.234,50 €;;;").',
		'Read 2 rows: 2 written, 0 quarantined.',
	]) {
		expect(stderr).toContain(sentence);
	}
	expect(readdirSync(scratch)).toEqual([]);
});

test('as text every value is as it stands, and as CSV it can be read again', async () => {
	const { stdout } = await runTranche('read', fileOf(export1), '--types', 'text', '--format', 'csv');
	expect(stdout.split('\n')).toEqual([
		'Nr,Datum,Betrag,Rate,Aktiv,Konto',
		'007,31.12.2025,"1.234,50 €","12,5 %",ja,DE1',
		'008,01.02.2026,"-",3 %,nein,"-"',
	]);
});

test('rows that do not fit are named with line, reason and text, and the policy decides what becomes of them', async () => {
	const lines = Array.from({ length: 300 }, (_, row) => `${row},2025-01-01,${row === 250 ? 'gone' : `${row}.5`}`);
	const path = fileOf(`id,day,amount\n${lines.join('\n')}\n`);
	const kept = await runTranche('read', path);
	expect(kept.stderr).toContain(
		'Quarantined: line 252: "gone" in column "amount" is not a number. "250,2025-01-01,gone"',
	);
	expect(kept.stderr).toContain('Read 300 rows: 299 written, 1 quarantined.');
	const widened = await runTranche('read', path, '--misfits', 'widen');
	expect(widened.stderr).toContain('Read 300 rows: 300 written, 0 quarantined.');
	expect(widened.stderr).toContain('It was read as text.');
	expect(z.array(z.object({ amount: z.string() })).parse(JSON.parse(widened.stdout))[250]!.amount).toBe('gone');
});

test('a header without rows is an empty table; a missing file, an unknown option and a wrong choice are told in one sentence', async () => {
	expect(JSON.parse((await runTranche('read', fileOf('a,b\n'))).stdout)).toEqual([]);
	expect(await runTranche('read', join(folder, 'absent.csv'))).toEqual({
		code: 2,
		stdout: '',
		stderr: `There is no file ${join(folder, 'absent.csv')}.`,
	});
	expect(await runTranche('read', 'x.csv', '--format', 'xml')).toMatchObject({
		code: 2,
		stderr: '--format "xml" does not exist. Choose json or csv.\nSee tranche read --help.',
	});
});

test('a file of an archive is chosen by its name, and a choice that a file does not offer is refused', async () => {
	const archive = join(folder, 'two.zip');
	writeFileSync(archive, zipSync({ 'a.csv': strToU8('x\n1\n'), 'b.csv': strToU8('y\n2\n') }));
	const plain = fileOf('a,b\n1,2\n', 'plain.csv');
	const runs = [];
	for (const args of [
		[archive, '--entry', 'b.csv'],
		[archive, '--entry', 'c.csv'],
		[plain, '--entry', 'a.csv'],
		[plain, '--sheet', 'Orders'],
	]) {
		const { code, stdout, stderr } = await runTranche('read', ...args);
		runs.push([code, stdout === '' ? stderr : JSON.parse(stdout)]);
	}
	expect(runs).toEqual([
		[0, [{ y: 2 }]],
		[2, expect.stringMatching(/no file c\.csv/)],
		[2, expect.stringMatching(/no archive with files to choose from/)],
		[2, expect.stringMatching(/no sheets to choose from/)],
	]);
});
