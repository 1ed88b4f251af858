import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeText } from '../../../engine/columns/encodeChunk.ts';
import { TextNumbers } from '../../../engine/columns/TextNumbers.ts';

function chunkOf(texts: readonly string[]) {
	const parts = texts.map((text) => Buffer.from(text));
	const offsets = new Int32Array(texts.length + 1);
	for (const [row, part] of parts.entries()) {
		offsets[row + 1] = offsets[row]! + part.length;
	}
	return { column: 0, chunk: 0, ...encodeText(offsets, Buffer.concat(parts), texts.length, null) };
}

function numbered(known: Map<string, number>, texts: readonly string[]): number[] {
	return texts.map((text) => {
		if (text !== '' && !known.has(text)) {
			known.set(text, known.size);
		}
		return known.get(text) ?? -1;
	});
}

function expectNumbers(numbers: TextNumbers, known: Map<string, number>, texts: readonly string[]): void {
	const found = new Int32Array(texts.length);
	const newRows = new Int32Array(texts.length);
	const before = known.size;
	const newCount = numbers.add(chunkOf(texts), found, newRows);
	expect([...found]).toEqual(numbered(known, texts));
	const expected = Array.from({ length: known.size - before }, (_, index) => found.indexOf(before + index));
	expect([...newRows.subarray(0, newCount)]).toEqual(expected);
	expect(numbers.count).toBe(known.size);
}

/** Short and long texts that share beginnings and ends, and lengths around the edges of words. */
const text = fc.oneof(
	fc.stringMatching(/^[ab]{0,9}$/),
	fc.stringMatching(/^(ab){3,9}[a-d]?$/),
	fc.tuple(fc.constantFrom('', 'x', 'customer-number-'), fc.nat(999)).map(([start, number]) => start + number),
	fc.tuple(fc.nat(99), fc.nat({ max: 300 })).map(([number, length]) => `${number}${'é'.repeat(length)}${number}`),
);

test('texts get the numbers that a map gives, chunk after chunk', () => {
	const numbers = new TextNumbers();
	const known = new Map<string, number>();
	fc.assert(
		fc.property(fc.array(text, { minLength: 1, maxLength: 700 }), (texts) => {
			expectNumbers(numbers, known, texts);
		}),
		{ seed: 20_261_122, numRuns: 60 },
	);
});

test('the table grows to many times its first size', () => {
	const numbers = new TextNumbers();
	const known = new Map<string, number>();
	for (let round = 0; round < 3; round++) {
		const texts = Array.from({ length: 40_000 }, (_, row) =>
			row % 3 === 0 ? `a long customer number ${row * (round + 1)}` : `C-${(row * 7919 * (round + 1)) % 100_003}`,
		);
		expectNumbers(numbers, known, texts);
	}
	expect(known.size).toBeGreaterThan(80_000);
});

test('two parts write the numbers of their own texts and leave the others alone', () => {
	const texts = Array.from({ length: 5000 }, (_, row) =>
		row % 11 === 0 ? '' : row % 3 === 0 ? `a long customer number ${row % 700}` : `C-${(row * 7919) % 1009}`,
	);
	const [first, second] = [0, 1].map((part) => {
		const found = new Int32Array(texts.length).fill(-9);
		new TextNumbers(part === 0 ? 0 : 1).add(chunkOf(texts), found, new Int32Array(texts.length));
		return found;
	});
	const known = new Map<string, number>();
	for (const [row, text] of texts.entries()) {
		const [one, other] = [first![row]!, second![row]!];
		const number = one === -9 ? other : one;
		expect([one, other].filter((each) => each === -9)).toHaveLength(1);
		expect(number).toBe(text === '' ? -1 : (known.get(text) ?? number));
		expect(number < 0 || number % 2 === (one === -9 ? 1 : 0)).toBe(true);
		known.set(text, number);
	}
	expect(new Set(known.values()).size).toBe(known.size);
});
