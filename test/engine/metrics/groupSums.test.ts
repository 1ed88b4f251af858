import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { GroupSums } from '../../../engine/metrics/kernel/GroupSums.ts';
import { KernelPool } from '../../../engine/metrics/kernel/KernelPool.ts';
import { buildMeasureMatrix, type MeasureMatrix, type Split } from '../../../engine/metrics/kernel/MeasureMatrix.ts';
import { productIn, sumIn } from '../../../engine/metrics/kernel/RunShape.ts';
import { statisticsAt, statisticsOfColumn, withoutZeros } from '../../../engine/metrics/kernel/statisticsAt.ts';
import { seededRandom } from '../frame/randomRows.ts';
import { started } from './started.ts';

const pool = new KernelPool(1);
afterAll(() => pool.close());

type Kind = 'whole' | 'real';

/** Measures of random numbers, one of them the same for everybody; pairs name them at random, also one with itself. */
function randomMeasures(seed: number, rows: number, columns: number, kind: Kind = 'whole') {
	const random = seededRandom(seed);
	const value = { whole: () => Math.floor(random() * 1e6) - 2e5, real: () => random() * 1e6 - 2e5 }[kind];
	const constant = Math.floor(random() * columns * 2);
	const measures = Array.from({ length: columns }, (_, index) => ({
		values: Float64Array.from({ length: rows }, index === constant ? () => 7 : value),
		scale: 0,
	}));
	const index = () => Math.floor(random() * columns);
	const pairs = Array.from({ length: columns + (seed & 1) }, () => [index(), index()] as const);
	return { measures, pairs };
}

function randomMatrix(seed: number, rows: number, columns: number, kind: Kind = 'whole', split: Split | null = null) {
	const { measures, pairs } = randomMeasures(seed, rows, columns, kind);
	return buildMeasureMatrix(rows, measures, pairs, split);
}

function randomCodes(seed: number, rows: number, count: number): Uint8Array {
	const random = seededRandom(seed);
	return new Uint8Array(rows).map(() => Math.floor(random() * count));
}

/** The same sums without the compiled kernel. */
function withoutRoom(matrix: MeasureMatrix): MeasureMatrix {
	return { ...matrix, room: null };
}

describe('sums by group', () => {
	it('are those of a plain loop in integers of any size, by the compiled kernel and by its twin', () => {
		fc.assert(
			fc.property(
				fc.integer(),
				fc.integer({ min: 0, max: 120 }),
				fc.integer({ min: 1, max: 9 }),
				fc.boolean(),
				(seed, rows, columns, isSplit) => {
					const split = isSplit ? { codes: randomCodes(seed + 2, rows, 3), count: 3 } : null;
					const { measures, pairs } = randomMeasures(seed, rows, columns);
					const matrix = buildMeasureMatrix(rows, measures, pairs, split);
					expect(matrix.isWhole).toBe(true);
					const codes = randomCodes(seed + 1, rows, 4);
					const cell = (column: number, row: number) =>
						BigInt(measures[column]!.values[row]!) - BigInt(matrix.centers[column]!);
					for (const form of [matrix, withoutRoom(matrix)]) {
						const { sums, stride, groupCount } = new GroupSums(form, null).sum(codes, 4);
						expect(groupCount).toBe(isSplit ? 12 : 4);
						for (let group = 0; group < groupCount; group++) {
							const run = sums.subarray(group * stride, (group + 1) * stride);
							const members = [...codes.keys()].filter(
								(row) => (split ? codes[row]! * 3 + split.codes[row]! : codes[row]) === group,
							);
							const exact = (term: (row: number) => bigint) =>
								Number(members.reduce((sum, row) => sum + term(row), 0n));
							expect(run[0]).toBe(members.length);
							for (let column = 0; column < columns; column++) {
								expect(sumIn(matrix, run, column)).toBe(exact((row) => cell(column, row)));
								expect(productIn(matrix, run, column, column)).toBe(exact((row) => cell(column, row) ** 2n));
							}
							for (const [x, y] of pairs) {
								expect(productIn(matrix, run, x, y)).toBe(exact((row) => cell(x, row) * cell(y, row)));
							}
						}
					}
				},
			),
			{ seed: 3, numRuns: 40 },
		);
	});

	it('of fractions are the same bits compiled as in TypeScript', () => {
		for (const [columns, groupCount] of [
			[1, 1],
			[2, 9],
			[5, 200],
			[20, 18],
		] as const) {
			const matrix = randomMatrix(21 + columns, 70_001, columns, 'real');
			expect([matrix.isWhole, matrix.room === null]).toEqual([false, false]);
			const codes = randomCodes(22, 70_001, groupCount);
			const [compiled, plain] = [matrix, withoutRoom(matrix)].map(
				(form) => new GroupSums(form, null).sum(codes, groupCount).sums,
			);
			expect(compiled).toEqual(plain);
		}
	});

	it.each<Kind>(['whole', 'real'])('of %s numbers are the same bits on two threads as on one', async (kind) => {
		await started(pool);
		const rows = 300_000;
		const matrix = randomMatrix(11, rows, 3, kind);
		const codes = randomCodes(12, rows, 9);
		const one = new GroupSums(matrix, null).sum(codes, 9);
		for (let run = 0; run < 5; run++) {
			expect(new GroupSums(matrix, pool).sum(codes, 9).sums).toEqual(one.sums);
		}
	});

	it('work while the helper has not started, and after the pool is closed', async () => {
		const own = new KernelPool(1);
		const matrix = randomMatrix(1, 200_000, 1);
		const codes = randomCodes(2, 200_000, 2);
		const expected = new GroupSums(matrix, null).sum(codes, 2).sums;
		expect(new GroupSums(matrix, own).sum(codes, 2).sums).toEqual(expected);
		await started(own);
		await own.close();
		expect(own.helpers).toBe(0);
		expect(new GroupSums(matrix, own).sum(codes, 2).sums).toEqual(expected);
	});

	it('after edits of many customers are the same bits on two threads, wherever the codes were written', async () => {
		await started(pool);
		const rows = 100_000;
		const random = seededRandom(31);
		const matrix = randomMatrix(31, rows, 5);
		const kept = new GroupSums(matrix, pool);
		let codes = randomCodes(31, rows, 9);
		kept.sum(codes, 9);
		for (const [edit, share] of [0.001, 0.03, 0.19, 0.5, 0.1].entries()) {
			codes = codes.map((code) => (random() < share ? Math.floor(random() * 9) : code));
			const written = edit % 2 === 0 ? kept.nextCodes! : codes;
			written.set(codes);
			const fresh = new GroupSums(randomMatrix(31, rows, 5), null);
			expect(kept.sum(written, 9).sums).toEqual(fresh.sum(codes, 9).sums);
		}
	});

	it('after edits are the same bits as summed anew, however many customers moved', () => {
		fc.assert(
			fc.property(
				fc.integer(),
				fc.integer({ min: 1, max: 400 }),
				fc.array(fc.record({ share: fc.constantFrom(0, 0.02, 0.1, 0.5, 1), codes: fc.constantFrom(3, 3, 3, 5) }), {
					maxLength: 8,
				}),
				(seed, rows, edits) => {
					const random = seededRandom(seed);
					const split = { codes: randomCodes(seed, rows, 4), count: 4 };
					const matrix = randomMatrix(seed, rows, 3, 'whole', split);
					const kept = new GroupSums(matrix, null);
					let codes = randomCodes(seed, rows, 3);
					kept.sum(codes, 3);
					for (const edit of edits) {
						codes = codes.map((code) => (random() < edit.share ? Math.floor(random() * 3) : code));
						const fresh = new GroupSums(randomMatrix(seed, rows, 3, 'whole', split), null);
						expect(kept.sum(codes, edit.codes).sums).toEqual(fresh.sum(codes, edit.codes).sums);
					}
				},
			),
			{ seed: 4, numRuns: 60 },
		);
	});
});

describe('a matrix', () => {
	it('keeps numbers that are too large for exact sums as they are', () => {
		const values = Float64Array.from({ length: 100 }, (_, row) => (row % 2) * 2_000_000_000);
		expect(buildMeasureMatrix(100, [{ values, scale: 2 }], []).isWhole).toBe(false);
		const small = values.map((value) => value / 1000);
		expect(buildMeasureMatrix(100, [{ values: small, scale: 2 }], []).isWhole).toBe(true);
	});

	it('keeps the digits of second moments of large values', () => {
		const values = Float64Array.of(1e9 + 1, 1e9 + 2, 1e9 + 3);
		const matrix = buildMeasureMatrix(3, [{ values, scale: 0 }], [[0, 0]]);
		const found = statisticsAt(matrix, new GroupSums(matrix, null).sum(new Uint8Array(3), 1).sums, [0, 0]);
		expect([found.n, found.sumX, found.sumXX, found.sumXY]).toEqual([3, 3e9 + 6, 2, 2]);
	});
});

describe('statisticsAt', () => {
	it('gives money in the currency and leaves out customers without x and y', () => {
		const revenue = { values: Float64Array.of(1000, 0, 2550, 0), scale: 2 };
		const orders = { values: Float64Array.of(1, 0, 2, 0), scale: 0 };
		const matrix = buildMeasureMatrix(4, [revenue, orders], [[0, 1]]);
		const { sums } = new GroupSums(matrix, null).sum(new Uint8Array(4), 1);
		const all = statisticsAt(matrix, sums, [0, 1]);
		expect([all.n, all.sumX, all.sumY, all.centerX]).toEqual([4, 35.5, 3, 8.88]);
		expect(statisticsOfColumn(matrix, sums, 1)).toMatchObject({ n: 4, sumX: 3, sumY: 4, sumYY: 0 });
		const buyers = withoutZeros(all, 2);
		expect(buyers.n).toBe(2);
		expect(buyers.sumXX).toBeCloseTo((10 - 8.88) ** 2 + (25.5 - 8.88) ** 2, 10);
		expect(buyers.sumXY).toBeCloseTo((10 - 8.88) * (1 - 1) + (25.5 - 8.88) * (2 - 1), 10);
	});
});
