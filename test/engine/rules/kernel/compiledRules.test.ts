import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bitmap } from '../../../../engine/columns/Column.ts';
import { assignFirstMatch, assignPlainly } from '../../../../engine/rules/assignFirstMatch.ts';
import { plainOutcome, type ConditionPlan } from '../../../../engine/rules/ConditionPlan.ts';
import { compiledOutcomes } from '../../../../engine/rules/kernel/compiledOutcomes.ts';
import { LaidColumns } from '../../../../engine/rules/kernel/LaidColumns.ts';
import { KERNEL_ROWS } from '../../../../engine/rules/kernel/RulesKernel.ts';
import { fullBitmap, wordsOf, type Outcome } from '../../../../engine/rules/Outcome.ts';
import { KernelPool } from '../../../../engine/metrics/kernel/KernelPool.ts';
import type { Frame } from '../../../../engine/frame/Frame.ts';
import { seededRandom } from '../../frame/randomRows.ts';
import { started } from '../../metrics/started.ts';

/** Around whole blocks of the kernel, and in between. */
const length = fc.constantFrom(KERNEL_ROWS, KERNEL_ROWS + 1, 16_383, 16_384, 16_385, 20_001, 40_000);

function randomBits(random: () => number, rows: number, share: number): Bitmap {
	const bits = new Uint32Array(wordsOf(rows));
	for (let row = 0; row < rows; row++) {
		bits[row >>> 5]! |= (random() < share ? 1 : 0) << (row & 31);
	}
	return bits;
}

function frameOf(rows: number): Frame {
	return { length: rows, asOfDay: 0, fields: [], columns: new Map(), customerId: String };
}

/** True, false or unknown by row; shares of 0 and 1 give words without any and full of them. */
function randomOutcome(random: () => number, rows: number): Outcome {
	const isTrue = randomBits(random, rows, [0, 0.02, 0.5, 1][Math.floor(random() * 4)]!);
	const known = random() < 0.5 ? fullBitmap(rows) : randomBits(random, rows, 0.7);
	return { isTrue, isFalse: known.map((word, at) => word & ~isTrue[at]!) };
}

/** Whole numbers of each width that the kernel knows, and numbers with fractions or without a value. */
function randomValues(random: () => number, rows: number): Int32Array | Float64Array {
	const wholes = (low: number, high: number) =>
		Int32Array.from({ length: rows }, (_, row) => [low, high][row - 7] ?? low + Math.floor(random() * (high - low)));
	const reals = () => Float64Array.from({ length: rows }, () => (random() < 0.1 ? NaN : random() * 200 - 100));
	const kinds = [
		() => wholes(0, 255),
		() => wholes(0, 65_535),
		() => wholes(-60, 60),
		() => wholes(-(2 ** 31), 2 ** 31 - 1),
		reals,
	];
	return kinds[Math.floor(random() * kinds.length)]!();
}

function randomPlan(random: () => number, rows: number, levels: number): ConditionPlan {
	const nulls = random() < 0.5 ? null : randomBits(random, rows, 0.1);
	const kind = (['range', 'table', 'known', 'not', 'and', 'or'] as const)[Math.floor(random() * (levels > 0 ? 6 : 3))]!;
	switch (kind) {
		case 'range': {
			const values = randomValues(random, rows);
			// Values of the column, and what lies beyond all of them.
			const bounds = [0, 255, 65_535, -Infinity, Infinity, 2 ** 31, 30.5, -(2 ** 31), values[3]!, values[5]!];
			const bound = () => bounds[Math.floor(random() * bounds.length)]!;
			return { kind, values, nulls, low: bound(), high: bound() };
		}
		case 'table': {
			const size = 1 + Math.floor(random() * 256);
			const codes = Uint8Array.from({ length: rows }, () => Math.floor(random() * size));
			return { kind, codes, nulls, table: Uint8Array.from({ length: size }, () => Math.floor(random() * 2)) };
		}
		case 'known':
			return { kind, outcome: randomOutcome(random, rows) };
		case 'not':
			return { kind, operand: randomPlan(random, rows, levels - 1) };
		case 'and':
		case 'or': {
			const operands = Array.from({ length: 1 + Math.floor(random() * 3) }, () => randomPlan(random, rows, levels - 1));
			return { kind, operands };
		}
	}
}

describe('conditions', () => {
	test('have the same outcome compiled as in TypeScript, on one thread and on two', async () => {
		const pool = new KernelPool(1);
		await started(pool);
		fc.assert(
			fc.property(fc.integer(), length, fc.boolean(), (seed, rows, hasPool) => {
				const random = seededRandom(seed);
				const plans = Array.from({ length: 3 }, () => randomPlan(random, rows, 3));
				const found = compiledOutcomes(plans, LaidColumns.of(frameOf(rows))!, rows, hasPool ? pool : null);
				expect(found).toEqual(plans.map((plan) => plainOutcome(plan, rows)));
			}),
			{ seed: 5, numRuns: 40 },
		);
		await pool.close();
	});

	test('that are nested deeper than the kernel has room for are evaluated all the same', () => {
		const rows = KERNEL_ROWS;
		const values = Int32Array.from({ length: rows }, (_, row) => row % 100);
		let plan: ConditionPlan = { kind: 'range', values, nulls: null, low: 0, high: 0 };
		for (let level = 1; level < 40; level++) {
			const other: ConditionPlan = { kind: 'range', values, nulls: null, low: level, high: 2 * level };
			plan = { kind: level % 2 === 0 ? 'and' : 'or', operands: [other, { kind: 'not', operand: plan }] };
		}
		expect(compiledOutcomes([plan], LaidColumns.of(frameOf(rows))!, rows, null)).toEqual([plainOutcome(plan, rows)]);
	});
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
