import { existsSync, readFileSync } from 'node:fs';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync, strToU8 } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { previewSource } from '../../../../../engine/import/previewSource.ts';
import { listXlsxParts } from '../../../../../engine/import/source/xlsx/listXlsxParts.ts';
import { openXlsx } from '../../../../../engine/import/source/xlsx/openXlsx.ts';
import { readAll } from '../readAll.ts';

/** Written with openpyxl 3.0.9; what each holds is said in the tests. */
const fixtures = 'test/fixtures/xlsx';
const dir = mkdtempSync(join(tmpdir(), 'tranche-xlsx-'));
afterAll(() => rmSync(dir, { recursive: true }));

const read = async (name: string, part: string | null = null) => readAll(await openXlsx(join(fixtures, name), part));

const workbookXml = (sheets: string) =>
	`<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${sheets}</sheets></workbook>`;
const relations =
	'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>';

/** A workbook of one sheet from its XML. */
function workbook(name: string, sheetXml: string, more: Record<string, string> = {}): string {
	const path = join(dir, name);
	const files = {
		'xl/workbook.xml': workbookXml('<sheet name="S" sheetId="1" r:id="rId1"/>'),
		'xl/_rels/workbook.xml.rels': relations,
		'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet>${sheetXml}</worksheet>`,
		...more,
	};
	writeFileSync(path, zipSync(Object.fromEntries(Object.entries(files).map(([key, text]) => [key, strToU8(text)]))));
	return path;
}

describe('a sheet that people made', () => {
	test('is read from its header on, with what was skipped, changed and hidden said', async () => {
		expect(await read('messy.xlsx')).toEqual({
			names: ['Kunde', 'Kunde_2', 'Datum', 'Zeitpunkt', 'Betrag', 'aktiv', 'PLZ', 'Summe'],
			rows: [
				['007', 'Müller', '2024-02-29', new Date('2024-02-29T13:45:30Z'), 0.3, true, '01067', 1],
				['A-2', '"Zitat"', '1999-12-31', new Date('1970-01-01T00:00:00Z'), 1234.5, false, '80331', null],
				[12345678901234600, null, '9999-12-31', null, -0.005, null, '99084', null],
				[null, 'line\nbreak', '1900-03-01', new Date('2000-01-01T23:59:59.999Z'), 1e-7, true, '00004', null],
			],
			notes: [
				'The workbook has 2 hidden sheets: "Archiv", "Intern".',
				'2 rows above the table were taken as its title and skipped: "Umsatz & Absatz <2024> Stand: 31.12.2024". The table begins in row 5.',
				'The table begins in column B; the columns before are empty.',
				'The header "Kunde" stands twice; column 2 is called "Kunde_2".',
				'The error #DIV/0! stands in 1 cell, first in I7: read as no value.',
				'No result was saved with 1 formula, first in B9: read as no value. Open the workbook in Excel and save it to have them computed.',
				'Left out 1 cell beside the table, first in K7.',
				'The sheet hides 1 row, which are read like all others.',
				'The format of PLZ shows leading zeros, so the numbers are read as text with them.',
			],
		});
	});

	test('can be chosen by name, hidden ones too', async () => {
		expect(await listXlsxParts(join(fixtures, 'messy.xlsx'))).toEqual([
			{ name: 'Umsätze', state: 'visible', rows: 8 },
			{ name: 'Archiv', state: 'hidden', rows: 2 },
			{ name: 'Intern', state: 'very hidden', rows: 2 },
		]);
		expect((await read('messy.xlsx', 'Intern')).rows).toEqual([[2]]);
		await expect(read('messy.xlsx', 'Nein')).rejects.toThrow(
			'The workbook has no sheet "Nein". Its sheets: "Umsätze", "Archiv", "Intern".',
		);
	});

	test.each([
		[
			'a total by its name',
			['<v>1</v>', '<v>10</v>'],
			['<v>2</v>', '<v>20</v>'],
			['<is><t>Total</t></is>', '<v>30</v>'],
		],
		['a sum without a name', ['<v>1</v>', '<v>10</v>'], ['<v>2</v>', '<v>20</v>'], ['', '<v>30</v>']],
	])('ends above %s', async (_, ...cells) => {
		const cell = (xml: string) =>
			xml === '' ? '<c/>' : `<c${xml.startsWith('<is>') ? ' t="inlineStr"' : ''}>${xml}</c>`;
		const rows = [['<is><t>id</t></is>', '<is><t>n</t></is>'], ...cells].map(
			(row) => `<row>${row.map(cell).join('')}</row>`,
		);
		const read = await readAll(await openXlsx(workbook('total.xlsx', `<sheetData>${rows.join('')}</sheetData>`), null));
		expect([read.rows, read.notes.filter((note) => note.startsWith('Left out below the last row: 1 row'))]).toEqual([
			[
				[1, 10],
				[2, 20],
			],
			[expect.any(String)],
		]);
	});

	test('has years over its columns', async () => {
		const text = (word: string) => `<c t="inlineStr"><is><t>${word}</t></is></c>`;
		const number = (value: number) => `<c><v>${value}</v></c>`;
		const xml = `<sheetData><row>${text('shop')}${number(2023)}${number(2024)}</row><row>${text('A')}${number(1)}${number(2)}</row></sheetData>`;
		const { names, rows } = await readAll(await openXlsx(workbook('years.xlsx', xml), null));
		expect({ names, rows }).toEqual({ names: ['shop', '2023', '2024'], rows: [['A', 1, 2]] });
	});

	test('is the first that has more than a line of text, and the others are named', async () => {
		const rel = (id: number) =>
			`<Relationship Id="rId${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${id}.xml"/>`;
		const path = workbook('cover.xlsx', '<dimension ref="A1"/><sheetData><row><c><v>1</v></c></row></sheetData>', {
			'xl/workbook.xml': workbookXml(
				'<sheet name="Cover" sheetId="1" r:id="rId1"/><sheet name="Data" sheetId="2" r:id="rId2"/>',
			),
			'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rel(1)}${rel(2)}</Relationships>`,
			'xl/worksheets/sheet2.xml':
				'<?xml version="1.0"?><worksheet><dimension ref="A1:A2"/><sheetData><row><c t="inlineStr"><is><t>n</t></is></c></row><row><c><v>5</v></c></row></sheetData></worksheet>',
		});
		const { plan, rows, problems } = await previewSource(path, {});
		expect([plan.source.part, rows, problems.find(({ code }) => code === 'import.source')?.message]).toEqual([
			'Data',
			[[5]],
			'The file holds 2 sheets; "Data" is read. Another one can be chosen: "Cover".',
		]);
	});

	test('has no header where its first row holds values like the others', async () => {
		const { names, rows } = await read('headless.xlsx');
		expect({ names, rows }).toEqual({
			names: ['column_1', 'column_2', 'column_3'],
			rows: [
				[1, 'a', '2024-01-01'],
				[2, 'b', '2024-01-02'],
			],
		});
	});
});

describe('dates', () => {
	test('count from 1904 where the workbook says so', async () => {
		expect((await read('epoch1904.xlsx')).rows).toEqual([
			['1904-01-02', new Date('2024-02-29T12:00:00Z')],
			['2024-02-29', new Date('1999-12-31T23:59:59Z')],
		]);
	});

	test('count from 1900 with the leap day that never was, which stays text', async () => {
		const { rows } = await read('serials1900.xlsx');
		expect(rows.map(([serial, day]) => [serial, day])).toEqual([
			[1, '1900-01-01'],
			[2, '1900-01-02'],
			[59, '1900-02-28'],
			[60, '1900-02-29'],
			[61, '1900-03-01'],
			[0, '1900-01-00'],
			[45351, '2024-02-29'],
			[45351.75, new Date('2024-02-29T18:00:00Z')],
			[2958465, '9999-12-31'],
		]);
		expect(rows.at(7)?.slice(2)).toEqual(['18:00:00', '54:00:00']);
	});
});

test('all value types of the format are read, in the spellings of other programs', async () => {
	const path = workbook(
		'types.xlsx',
		`<x:sheetData xmlns:x='urn'><row><c t="inlineStr"><is><r><t>a</t></r><r><t xml:space="preserve"> b</t></r><rPh><t>no</t></rPh></is></c><c t="str"><f>A1</f><v>c_x000D__x005F_x</v></c></row>
		<row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3"><v>9007199254740993</v></c></row><row><c r="B4" t="e"><v>#N/A</v></c><c t="d"><v>2024-02-29</v></c></row>
		<row><c r='A5' t="s"><v>1</v></c><c r="B5"><v>0.30000000000000004</v></c><c r="C5" t="d"><v>2024-02-29T10:00:00</v></c></row></x:sheetData>`,
		{
			'xl/_rels/workbook.xml.rels': relations.replace(
				'</Relationships>',
				'<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>',
			),
			'xl/sharedStrings.xml': '<sst><si><t>x</t></si><si><t><![CDATA[<y>]]>&amp;&#x20AC;&#65;</t></si></sst>',
		},
	);
	expect(await readAll(await openXlsx(path, null))).toEqual({
		names: ['a b', 'c\r_x', 'column_3'],
		rows: [
			[true, 9007199254740993n, null],
			[null, null, '2024-02-29'],
			['<y>&€A', 0.3, new Date('2024-02-29T10:00:00Z')],
		],
		notes: ['Column 3 has no header and is called "column_3".'],
	});
});

describe('a file that is refused says why', () => {
	test.each([
		['old.xls', 'old Excel format (.xls)'],
		['protected.xlsx', 'protected by a password'],
		['empty.xlsx', 'The sheet "Sheet" of'],
	])('%s', async (name, sentence) => {
		await expect(openXlsx(join(fixtures, name), null)).rejects.toThrow(sentence);
	});

	test('macros and links are named and left alone', async () => {
		expect((await read('macros.xlsm')).notes.slice(0, 2)).toEqual([
			'The workbook contains macros. They were not run, and nothing of them was used.',
			'The workbook links to other files. They were not opened; cells that refer to them hold what Excel last saw there.',
		]);
	});

	test('a bomb is refused before it is unpacked', async () => {
		const path = workbook('bomb.xlsx', `<sheetData><row><c><v>1</v></c></row></sheetData>${' '.repeat(20_000_000)}`);
		await expect(openXlsx(path, null)).rejects.toThrow('which no honest file does');
	});

	test('an entry that declares less than it holds is refused while it is read', async () => {
		const path = workbook('liar.xlsx', `<sheetData>${'<row><c><v>1</v></c></row>'.repeat(5000)}</sheetData>`);
		const bytes = readFileSync(path);
		for (
			let at = bytes.indexOf('PK\x01\x02', 0, 'latin1');
			at >= 0;
			at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1')
		) {
			if (bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28)).endsWith('sheet1.xml')) {
				bytes.writeUInt32LE(1000, at + 24);
			}
		}
		writeFileSync(path, bytes);
		await expect(openXlsx(path, null)).rejects.toThrow('unpacks to more than it declares');
	});

	test('a document type is refused, so that entities cannot grow', async () => {
		const path = workbook('dtd.xlsx', '', {
			'xl/worksheets/sheet1.xml': '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>',
		});
		await expect(openXlsx(path, null)).rejects.toThrow('declares a document type');
	});

	test('cut at any place it ends with a sentence', async () => {
		const bytes = readFileSync(join(fixtures, 'messy.xlsx'));
		for (let end = 0; end < bytes.length; end += 97) {
			const path = join(dir, 'cut.xlsx');
			writeFileSync(path, bytes.subarray(0, end));
			await expect(openXlsx(path, null)).rejects.toMatchObject({ code: 'data' });
		}
	});
});

const orders = '../shared/data/export-dialects';
test.skipIf(!existsSync(orders))('the real export equals its canonical rows', async () => {
	const canonical: unknown = JSON.parse(readFileSync(join(orders, 'canonical_orders.json'), 'utf8'));
	const { rows } = await readAll(await openXlsx(join(orders, 'orders.xlsx'), null));
	expect(
		rows.map(([customer_id, order_date, quantity, amount, cumulative_spend]) => ({
			customer_id,
			order_date,
			quantity,
			amount,
			cumulative_spend,
		})),
	).toEqual(canonical);
});
