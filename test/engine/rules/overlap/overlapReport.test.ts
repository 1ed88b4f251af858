import { describe, expect, test } from 'vitest';
import { segmentOverlap } from '#shared/model/segmentOverlap.ts';
import type { Bitmap, Column } from '../../../../engine/columns/Column.ts';
import type { Frame } from '../../../../engine/frame/Frame.ts';
import { createJob, silentJob } from '../../../../engine/job.ts';
import { countSignatures } from '../../../../engine/rules/overlap/countSignatures.ts';
import { matchingRows } from '../../../../engine/rules/overlap/matchingRows.ts';
import { overlapCounts } from '../../../../engine/rules/overlap/OverlapCounts.ts';
import { overlapReport } from '../../../../engine/rules/overlap/overlapReport.ts';

/** Customers with random matches, counted one by one with plain sets beside the table of combinations. */
function world(seed: number, length: number, rules: number, hasRevenue: boolean) {
	let state = seed;
	const random = (): number => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
	const holds = Array.from({ length }, () =>
		Array.from({ length: rules }, (_, rule) => random() < 0.6 / (1 + rule / 4)),
	);
	const isExcluded = Array.from({ length }, () => random() < 0.1);
	const cents = Array.from({ length }, () => Math.floor(random() * 100_000) - 2000);
	const column: Column = {
		kind: 'number',
		type: 'decimal',
		length,
		nulls: null,
		scale: 2,
		isExact: true,
		values: Int32Array.from(cents),
	};
	const frame: Frame = {
		length,
		asOfDay: 0,
		fields: [],
		columns: new Map(hasRevenue ? [['revenue', column]] : []),
		customerId: (row) => `C${row}`,
	};
	const bitmapOf = (isIn: (row: number) => boolean): Bitmap => {
		const bits = new Uint32Array((length + 31) >>> 5);
		for (let row = 0; row < length; row++) {
			bits[row >>> 5]! |= isIn(row) ? 1 << (row & 31) : 0;
		}
		return bits;
	};
	const matches = Array.from({ length: rules }, (_, rule) =>
		bitmapOf((row) => holds[row]![rule]! && !isExcluded[row]!),
	);
	return { frame, holds, isExcluded, cents, matches, excluded: bitmapOf((row) => isExcluded[row]!) };
}

async function reportOf({ frame, matches, excluded }: ReturnType<typeof world>) {
	const signatures = await countSignatures(frame, matches, [excluded], silentJob());
	const ids = matches.map((_, rule) => `r${rule}`);
	return overlapReport(ids, signatures, await overlapCounts(signatures, silentJob()), 7);
}

describe.each([
	[3, 500, true],
	[33, 2000, true],
	[70, 300, false],
	[1, 40, true],
])('%i rules over %i customers', (rules, length, hasRevenue) => {
	test('every count is what counting customers one by one gives, to the cent', async () => {
		const made = world(rules * 7, length, rules, hasRevenue);
		const report = await reportOf(made);
		expect(segmentOverlap.parse(report)).toEqual(report);
		const amount = (isIn: (row: readonly boolean[]) => boolean, isOfExcluded = false) => {
			const rows = made.holds.flatMap((row, index) =>
				made.isExcluded[index] === isOfExcluded && isIn(row) ? [index] : [],
			);
			const sum = rows.reduce((total, row) => total + made.cents[row]!, 0);
			return { people: rows.length, revenue: hasRevenue ? sum / 100 : null };
		};
		const count = (row: readonly boolean[]) => row.filter(Boolean).length;
		const indexes = [...Array(rules).keys()];
		expect(report.base).toEqual(amount(() => true));
		expect(report.excluded).toEqual(amount(() => true, true));
		expect(report.remainder).toEqual(amount((row) => count(row) === 0));
		expect(report.contested).toEqual(amount((row) => count(row) > 1));
		expect(report.missingData).toBe(7);
		expect(report.segments).toEqual(
			indexes.map((rule) => ({
				id: `r${rule}`,
				matches: amount((row) => row[rule]!),
				taken: amount((row) => row.indexOf(true) === rule),
				lost: indexes.slice(0, rule).flatMap((to) => {
					const lost = amount((row) => row[rule]! && row.indexOf(true) === to);
					return lost.people === 0 ? [] : [{ to: `r${to}`, ...lost }];
				}),
			})),
		);
		expect(report.pairs).toEqual(
			indexes.flatMap((first) =>
				indexes.slice(first + 1).flatMap((second) => {
					const shared = amount((row) => row[first]! && row[second]!);
					return shared.people === 0 ? [] : [{ first: `r${first}`, second: `r${second}`, ...shared }];
				}),
			),
		);
		const exactly = (ids: readonly string[]) =>
			amount((row) => row.every((holds, rule) => holds === ids.includes(`r${rule}`)));
		for (const { ids, people, revenue } of report.intersections) {
			expect({ people, revenue }).toEqual(exactly(ids));
		}
		const listed = report.intersections.reduce((sum, { people }) => sum + people, 0);
		expect(listed + report.otherIntersections.people).toBe(report.base.people - report.remainder.people);
		const sizes = report.intersections.map(({ people }) => people);
		expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
	});
});

test('no customers, and no rules', async () => {
	const none = { people: 0, revenue: 0 };
	expect(await reportOf(world(1, 0, 2, true))).toMatchObject({
		base: none,
		contested: none,
		pairs: [],
		intersections: [],
	});
	expect(await reportOf(world(1, 50, 0, false))).toMatchObject({ segments: [], pairs: [], intersections: [] });
});

test('counting stops when it is cancelled', async () => {
	const controller = new AbortController();
	controller.abort();
	const { frame, matches } = world(3, 64, 2, true);
	await expect(
		countSignatures(
			frame,
			matches,
			[],
			createJob(controller.signal, () => undefined),
		),
	).rejects.toMatchObject({
		code: 'cancelled',
	});
});

test('customers are found by the rules that are true and not true for them, page by page', () => {
	const made = world(11, 333, 4, false);
	const expected = made.holds.flatMap((row, index) =>
		row[0] && !row[2] && !made.isExcluded[index] && index % 3 !== 0 ? [index] : [],
	);
	const wanted = {
		all: [made.matches[0]!],
		none: [made.matches[2]!],
		isWanted: (row: number) => row % 3 !== 0,
		length: 333,
	};
	const pages = [0, 10, 20].map((from) => matchingRows(wanted, { from, count: 10 }));
	expect(pages.map(({ total }) => total)).toEqual([expected.length, expected.length, expected.length]);
	expect(pages.flatMap(({ rows }) => rows)).toEqual(expected.slice(0, 30));
	expect(matchingRows(wanted, { from: expected.length, count: 10 }).rows).toEqual([]);
});
