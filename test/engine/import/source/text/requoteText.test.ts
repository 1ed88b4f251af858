import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findApostrophes } from '../../../../../engine/import/source/text/findApostrophes.ts';
import { requoteText } from '../../../../../engine/import/source/text/requoteText.ts';
import { fileOf, plainTable } from '../../importFile.ts';
import { importSource } from '../importSource.ts';

async function requoted(text: string, delimiter = ',', pieceBytes = Infinity): Promise<string> {
	const bytes = Buffer.from(text);
	const pieces = [];
	for (let at = 0; at < bytes.length; at += pieceBytes) {
		pieces.push(bytes.subarray(at, at + pieceBytes));
	}
	const out: Uint8Array[] = [];
	for await (const piece of requoteText(
		(async function* () {
			yield* await Promise.resolve(pieces);
		})(),
		delimiter.charCodeAt(0),
	)) {
		out.push(piece);
	}
	return Buffer.concat(out).toString();
}

const cell = fc.oneof(
	fc.constantFrom('', "'", "''", '"', '"x"', "O'Brien", ',', ';', 'a\nb', '\r\n', 'x\ry', "it's", 'Köln', "',"),
	fc.string({ maxLength: 8 }),
);

test('any table written with apostrophes is read as what it was', async () => {
	const tables = fc
		.integer({ min: 1, max: 4 })
		.chain((columns) =>
			fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 8 }),
		);
	const options = fc.record({ delimiter: fc.constantFrom(',', ';', '\t'), newline: fc.constantFrom('\n', '\r\n') });
	await fc.assert(
		fc.asyncProperty(tables, options, fc.integer({ min: 1, max: 9 }), async (rows, { delimiter, newline }, piece) => {
			const text = rows
				.map((row) => row.map((value) => `'${value.replaceAll("'", "''")}'`).join(delimiter) + newline)
				.join('');
			const found = await requoted(text, delimiter, piece);
			expect(parse(found, { delimiter, relax_quotes: false, skip_empty_lines: false })).toEqual(rows);
		}),
		{ numRuns: 400, seed: 20_251_122 },
	);
});

test('whatever stands in a file, pieces of any size give the same, and plain lines stay as they are', async () => {
	const document = fc.string({ unit: fc.constantFrom("'", '"', ',', '\n', '\r', 'a', ' '), maxLength: 40 });
	await fc.assert(
		fc.asyncProperty(document, fc.integer({ min: 1, max: 5 }), async (text, piece) => {
			expect(await requoted(text, ',', piece)).toBe(await requoted(text));
			const plain = text.replaceAll(/['"]/g, 'x');
			expect(await requoted(plain, ',', piece)).toBe(plain);
		}),
		{ numRuns: 2000, seed: 7 },
	);
});

test('an apostrophe that ends no text is part of it', async () => {
	expect(await requoted(`'O'Brien','it''s',plain 'x',"y" z\n'a "b"',"c\r\n`)).toBe(
		`"O'Brien","it's",plain 'x',"""y"" z"\n"a ""b""","""c"\r\n`,
	);
});

test.each([
	[`'id','name'\n'1','a'\n'2','b'\n`, ','],
	[`id;name\n1;'a; b'\n2;'it''s'\n3;'c'\n`, ';'],
	[`id,name\n1,O'Brien\n2,'t is\n3,d'accord\n`, null],
	[`id,name\n'00123,a\n'00124,b\n`, null],
	[`id,name\n"1","a 'b', c"\n"2","'x'"\n`, null],
])('what encloses the texts of %j is told', (text, delimiter) => {
	expect(findApostrophes(text)).toBe(delimiter);
});

test('a file in apostrophes loads like any other, says so, and can be read as it stands', async () => {
	const path = fileOf(`id;name;note\n1;'Smith; John';'said "yes"'\n2;'O''Brien';''\n3;'Weiß';'two\nlines'\n`);
	const { rows, preview } = await importSource(path, plainTable);
	expect(rows).toEqual([
		[1, 'Smith; John', 'said "yes"'],
		[2, "O'Brien", null],
		[3, 'Weiß', 'two\nlines'],
	]);
	expect(preview.plan.source.apostrophes).toBe(';');
	expect(preview.dialectFindings.find(({ aspect }) => aspect === 'quote')).toEqual({
		aspect: 'quote',
		confidence: 0.9,
		reason: `Texts are enclosed in ' instead of ".`,
	});
	const asItStands = await importSource(fileOf("id,name\n1,'a'\n2,'b'\n"), {
		...plainTable,
		source: { apostrophes: null },
	});
	expect(asItStands.rows).toEqual([
		[1, "'a'"],
		[2, "'b'"],
	]);
});
