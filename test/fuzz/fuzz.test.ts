import { expect, test } from 'vitest';
import { randomOf } from '../support/dialects/randomDialect.ts';
import { compareDocument } from './compareDocument.ts';
import { compareImport } from './compareImport.ts';
import { randomDocument, type FuzzDocument } from './randomDocument.ts';

const DOCUMENTS = 3000;
const SPLIT_EVERYWHERE = 150;
const IMPORTED = 40;

function shown(document: FuzzDocument, seed: number, difference: string | null) {
	return difference === null
		? null
		: `Seed ${seed}: ${JSON.stringify(Buffer.from(document.bytes).toString('latin1'))}\n${difference}`;
}

test('random documents read as csv-parse and the plain reference read them, whatever the splits and windows', () => {
	let strict = 0;
	let readAgain = 0;
	for (let seed = 1; seed <= DOCUMENTS; seed++) {
		const random = randomOf(seed);
		const document = randomDocument(random);
		const compared = compareDocument(document, random, seed <= SPLIT_EVERYWHERE);
		expect(shown(document, seed, compared.difference)).toBeNull();
		strict += compared.isStrict ? 1 : 0;
		readAgain += compared.readAgain;
	}
	// The run is worth something only while most documents are proper and some splits are guessed wrongly.
	expect([strict > DOCUMENTS / 2, readAgain > 100]).toEqual([true, true]);
});

test('random documents go through the whole import with the same rows, rejects and encodings', async () => {
	for (let seed = 10_001; seed <= 10_000 + IMPORTED; seed++) {
		const random = randomOf(seed);
		const document = randomDocument(random);
		expect(shown(document, seed, await compareImport(document, random))).toBeNull();
	}
});

const found: readonly (readonly [name: string, seed: number, text: string, newline: 10 | 13, fieldCount: number])[] = [
	['blank lines after a quoted field in a file of CR', 1, '"\r"\r\r"\r"x\r0\r', 13, 1],
	['a file cut off inside a character', 2, 'a,b\n7,\xc3', 10, 2],
];

test.each(found)('%s (found by the fuzzer)', async (_, seed, text, newline, fieldCount) => {
	const document: FuzzDocument = { bytes: Buffer.from(text, 'latin1'), delimiter: 44, newline, fieldCount };
	expect(compareDocument(document, randomOf(seed), true).difference).toBeNull();
	expect(await compareImport(document, () => 0.5)).toBeNull();
});
