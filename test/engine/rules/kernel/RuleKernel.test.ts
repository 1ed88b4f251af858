import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Bitmap } from '../../../../engine/columns/Column.ts';
import { assignFirstMatch, assignPlainly } from '../../../../engine/rules/assignFirstMatch.ts';
import { KERNEL_ROWS } from '../../../../engine/rules/kernel/RuleKernel.ts';
import { fullBitmap, wordsOf, type Outcome } from '../../../../engine/rules/Outcome.ts';
import { inTable, rowsInTable } from '../../../../engine/rules/predicate/lookUpKernel.ts';
import { inRange, rowsInRange } from '../../../../engine/rules/predicate/rangeKernel.ts';
import { seededRandom } from '../../frame/randomRows.ts';

/** Around whole blocks of the kernel, and in between. */
const length = fc.constantFrom(KERNEL_ROWS, KERNEL_ROWS + 1, 16_383, 16_384, 16_385, 20_001, 40_000);
const bound = fc.oneof(
	fc.integer({ min: -60, max: 60 }),
	fc.constantFrom(-Infinity, Infinity, -(2 ** 31), 2 ** 31 - 1, 2 ** 31, 0.5),
);

function randomBits(random: () => number, rows: number, share: number): Bitmap {
	const bits = new Uint32Array(wordsOf(rows));
	for (let row = 0; row < rows; row++) {
		bits[row >>> 5]! |= (random() < share ? 1 : 0) << (row & 31);
	}
	return bits;
}

/** True, false or unknown by row; shares of 0 and 1 give words without any and full of them. */
function randomOutcome(random: () => number, rows: number): Outcome {
	const isTrue = randomBits(random, rows, [0, 0.02, 0.5, 1][Math.floor(random() * 4)]!);
	const known = random() < 0.5 ? fullBitmap(rows) : randomBits(random, rows, 0.7);
	return { isTrue, isFalse: known.map((word, at) => word & ~isTrue[at]!) };
}

test('ranges find the same rows compiled as in TypeScript', () => {
	fc.assert(
		fc.property(fc.integer(), length, bound, bound, (seed, rows, low, high) => {
			const random = seededRandom(seed);
			const wholes = Int32Array.from({ length: rows }, () => Math.floor(random() * 100) - 50);
			wholes.set([-(2 ** 31), 2 ** 31 - 1], 7);
			const reals = Float64Array.from(wholes, (value) => (random() < 0.1 ? NaN : value + random()));
			for (const values of [wholes, reals]) {
				const expected = new Uint32Array(wordsOf(rows));
				if (low <= high) {
					inRange(values, rows, low, high, expected);
				}
				expect(rowsInRange(values, rows, low, high)).toEqual(expected);
			}
		}),
		{ seed: 5, numRuns: 60 },
	);
});

test('codes are looked up the same compiled as in TypeScript, whatever the size of the table', () => {
	fc.assert(
		fc.property(fc.integer(), length, fc.integer({ min: 1, max: 256 }), (seed, rows, size) => {
			const random = seededRandom(seed);
			const codes = Uint8Array.from({ length: rows }, () => Math.floor(random() * size));
			const table = Uint8Array.from({ length: size }, () => Math.floor(random() * 2));
			const expected = new Uint32Array(wordsOf(rows));
			inTable(codes, rows, 0, table, expected);
			expect(rowsInTable(codes, rows, 0, table)).toEqual(expected);
		}),
		{ seed: 6, numRuns: 40 },
	);
});

test('customers are assigned and counted the same compiled as in TypeScript', () => {
	fc.assert(
		fc.property(
			fc.integer(),
			length,
			fc.constantFrom(0, 1, 8, 30, 254),
			fc.boolean(),
			(seed, rows, count, leavesOut) => {
				const random = seededRandom(seed);
				const leftOut = leavesOut ? randomBits(random, rows, 0.1) : null;
				const outcomes = Array.from({ length: count }, () => {
					const { isTrue, isFalse } = randomOutcome(random, rows);
					const without = isTrue.map((word, at) => word & ~(leftOut?.[at] ?? 0));
					return random() < 0.1 ? null : { isTrue: without, isFalse };
				});
				const { codes, ...counts } = assignFirstMatch(outcomes, rows, leftOut);
				const plain = new Uint8Array(rows);
				const { rules, openRemainder } = assignPlainly(outcomes, leftOut, plain);
				expect(counts).toEqual({ rules, openRemainder });
				expect(Buffer.compare(codes, plain)).toBe(0);
			},
		),
		{ seed: 7, numRuns: 25 },
	);
});
