import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentation as segmentationSchema, segmentResult } from '#shared/model/segmentation.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import { problem } from '#shared/model/problem.ts';
import { printRule } from '#shared/rules/printRule.ts';
import { SegmentEvaluator } from '../../../engine/rules/SegmentEvaluator.ts';
import { arbitraryTypedRule } from './arbitraryTypedRule.ts';
import { referenceTruth } from './referenceTruth.ts';
import { sampleFrame } from './sampleFrame.ts';

function listOf(rules: readonly string[], mode: Segmentation['mode'] = 'waterfall'): Segmentation {
	const segments = rules.map((rule, index) => ({ id: `s${index + 1}`, name: `Segment ${index + 1}`, rule }));
	return segmentationSchema.parse({ segments, remainder: 'Everyone else', mode });
}

describe('waterfall', () => {
	test('each customer is in the first segment whose rule is true, and people add up to the base', () => {
		fc.assert(
			fc.property(
				fc.array(arbitraryTypedRule, { maxLength: 6 }),
				fc.integer({ min: 1, max: 100 }),
				fc.integer({ min: 0, max: 1e9 }),
				(rules, length, seed) => {
					const { frame, rows } = sampleFrame(seed, length);
					const { codes, segments, problems } = new SegmentEvaluator(frame).evaluate(listOf(rules.map(printRule)));
					const truths = rows.map((row) => rules.map((rule) => referenceTruth(rule, row)));
					const places = truths.map((row) => (row.includes(true) ? row.indexOf(true) : rules.length));
					expect([...codes]).toEqual(places);
					const counts = rules.map((_, rule) => {
						const people = places.filter((place) => place === rule).length;
						const matches = truths.filter((row) => row[rule] === true).length;
						const missingData = truths.filter((row, index) => places[index]! > rule && row[rule] === null).length;
						return { people, share: people / length, matches, lostToEarlier: matches - people, missingData };
					});
					const rest = truths.filter((row) => !row.includes(true));
					const missingData = rest.filter((row) => row.includes(null)).length;
					const remainder = {
						people: rest.length,
						share: rest.length / length,
						matches: rest.length,
						lostToEarlier: 0,
						missingData,
					};
					expect(segments).toMatchObject([...counts, remainder]);
					expect(segments.reduce((sum, segment) => sum + segment.people, 0)).toBe(length);
					expect(segmentResult.array().parse(segments)).toEqual(segments);
					expect(problems.filter((found) => found.severity === 'error')).toEqual([]);
				},
			),
			{ seed: 11, numRuns: 400 },
		);
	});

	test('the order of the rules decides who gets whom', () => {
		const { frame } = sampleFrame(3, 90);
		const evaluator = new SegmentEvaluator(frame);
		const forward = evaluator.evaluate(listOf(['visits >= 0', 'visits >= 2']));
		const backward = evaluator.evaluate(listOf(['visits >= 2', 'visits >= 0']));
		expect(forward.segments[1]).toMatchObject({ people: 0, lostToEarlier: forward.segments[1]!.matches });
		expect(backward.segments[0]!.people).toBe(forward.segments[1]!.matches);
		expect(backward.segments[0]!.people + backward.segments[1]!.people).toBe(forward.segments[0]!.people);
		expect(forward.segments.at(-1)).toMatchObject({ id: 'remainder', name: 'Everyone else', isRemainder: true });
	});

	test('codes lie on shared memory and matches keep what each rule found', () => {
		const { frame } = sampleFrame(3, 90);
		const { codes, matches } = new SegmentEvaluator(frame).evaluate(listOf(['visits >= 0', 'visits >= 2']));
		expect(codes.buffer).toBeInstanceOf(SharedArrayBuffer);
		expect(matches[1]?.some((word, index) => (word & matches[0]![index]!) !== 0)).toBe(true);
	});

	test('an empty base and an empty list of rules are fine', () => {
		const none = new SegmentEvaluator(sampleFrame(1, 0).frame).evaluate(listOf(['visits > 1']));
		expect(none.segments.map(({ people, share }) => [people, share])).toEqual([
			[0, null],
			[0, null],
		]);
		const all = new SegmentEvaluator(sampleFrame(1, 33).frame).evaluate(listOf([]));
		expect(all.segments).toMatchObject([{ id: 'remainder', people: 33, share: 1, missingData: 0 }]);
	});

	test('200 segments, the most there can be, each take their own', () => {
		const { frame, rows } = sampleFrame(8, 500);
		const rules = Array.from({ length: 200 }, (_, index) => `wide = ${String(rows[index]!['wide'])}`);
		const { codes, segments } = new SegmentEvaluator(frame).evaluate(listOf(rules));
		expect(codes[199]).toBe(rows.findIndex((row) => row['wide'] === rows[199]!['wide']));
		expect(segments.reduce((sum, segment) => sum + segment.people, 0)).toBe(500);
	});
});

describe('rules that cannot be read', () => {
	test('match nobody and are reported with segment, range, line and column', () => {
		const { frame } = sampleFrame(3, 64);
		const { segments, problems } = new SegmentEvaluator(frame).evaluate(
			listOf(['visits >= 0', 'visits >= 0\n and visit = 1']),
		);
		expect(segments[1]).toMatchObject({ people: 0, matches: 0, lostToEarlier: 0, missingData: 0 });
		expect(problems).toMatchObject([
			{
				severity: 'error',
				code: 'rule.unknown-field',
				message: expect.stringContaining(
					'Segment “Segment 2”, line 2, column 6: There is no field visit. Did you mean visits?',
				),
				source: { kind: 'segment', segmentId: 's2', from: 17, to: 22, line: 2, column: 6 },
			},
		]);
		expect(problem.array().parse(problems)).toEqual(problems);
	});

	test('the id of the remainder is refused', () => {
		const { frame } = sampleFrame(3, 64);
		const segments = [{ id: 'remainder', name: 'Mine', rule: 'visits > 1' }];
		const { problems } = new SegmentEvaluator(frame).evaluate({
			segments,
			remainder: 'Rest',
			mode: 'waterfall',
			exclusions: [],
			customFields: [],
		});
		expect(problems).toMatchObject([{ severity: 'error', code: 'segments.reserved-id' }]);
	});
});

describe('strict mode', () => {
	test('assigns like waterfall and reports each overlapping pair with its count and a customer who is in both', () => {
		const { frame, rows } = sampleFrame(21, 100);
		const rules = ['visits >= 2', 'wide < 0', 'visits >= 4', 'visits < 0'];
		const strict = new SegmentEvaluator(frame).evaluate(listOf(rules, 'strict'));
		expect([...strict.codes]).toEqual([...new SegmentEvaluator(frame).evaluate(listOf(rules)).codes]);
		const holds = rows.map(({ visits, wide }) => {
			const known = typeof visits === 'bigint' ? visits : 1n;
			return [known >= 2n, typeof wide === 'bigint' && wide < 0n, known >= 4n, known < 0n];
		});
		const pairs = [0, 1, 2, 3].flatMap((first) =>
			[0, 1, 2, 3].filter((second) => second > first).map((second) => [first, second] as const),
		);
		const expected = pairs.flatMap(([first, second]) => {
			const both = holds.flatMap((row, index) => (row[first] && row[second] ? [index] : []));
			return both.length === 0 ? [] : [{ first, second, people: both.length, witness: both[0]! }];
		});
		expect(expected.length).toBeGreaterThan(2);
		expect(strict.problems).toMatchObject(
			expected.map(({ first, second, people, witness }) => ({
				severity: 'error',
				code: 'segments.overlap',
				message: expect.stringMatching(
					`“Segment ${first + 1}” and “Segment ${second + 1}” overlap: .*${people === 1 ? 'customer' : people}.* C${witness}[ ,]`,
				),
				source: { segmentId: `s${second + 1}` },
			})),
		);
	});

	test('rules that exclude each other have no problems', () => {
		const { frame } = sampleFrame(21, 100);
		const { problems } = new SegmentEvaluator(frame).evaluate(
			listOf(['visits >= 2', 'visits < 2', 'visits is null'], 'strict'),
		);
		expect(problems).toEqual([]);
	});
});

describe('references to other segments', () => {
	test('mean the rule of that segment as it stands in the list at hand', () => {
		const { frame } = sampleFrame(21, 200);
		const evaluator = new SegmentEvaluator(frame);
		for (const limit of ['2', '4']) {
			const referring = evaluator.evaluate(listOf([`visits >= ${limit}`, "not segment('s1') and tier = 'A'"]));
			const written = evaluator.evaluate(listOf([`visits >= ${limit}`, `not visits >= ${limit} and tier = 'A'`]));
			expect(referring.problems).toEqual([]);
			expect(referring.segments).toEqual(written.segments);
			expect([...referring.codes]).toEqual([...written.codes]);
		}
	});

	test('in a circle are reported for each rule in it, which then match nobody', () => {
		const { frame } = sampleFrame(21, 50);
		const { problems, segments } = new SegmentEvaluator(frame).evaluate(
			listOf(["segment('s2') or visits > 2", "segment('Segment 1')"]),
		);
		expect(problems.map(({ code, source }) => [code, source])).toMatchObject([
			['rule.broken-reference', { segmentId: 's1' }],
			['rule.broken-reference', { segmentId: 's2' }],
		]);
		expect(problems[0]!.message).toContain('Segment 2 → Segment 1 → Segment 2');
		expect(segments.map(({ matches }) => matches).slice(0, 2)).toEqual([0, 0]);
	});
});

test('a pattern made to run away on a long text does not hold the engine up', () => {
	const bytes = new Uint8Array(Buffer.from(`${'a'.repeat(300_000)}!`));
	const column = {
		kind: 'text',
		type: 'text',
		offsets: Int32Array.of(0, bytes.length),
		bytes,
		length: 1,
		nulls: null,
	} as const;
	const field = {
		name: 'note',
		type: 'text',
		origin: 'attribute',
		description: '',
		unit: null,
		nulls: 0,
		values: [],
	} as const;
	const frame = {
		length: 1,
		asOfDay: 0,
		fields: [{ ...field, values: [] }],
		columns: new Map([['note', column]]),
		customerId: String,
	};
	const start = performance.now();
	const { segments } = new SegmentEvaluator(frame).evaluate(
		listOf(["note matches '(a+)+$'", "lower(note) matches '^(a|a)*$'"]),
	);
	expect(segments.map(({ people }) => people)).toEqual([0, 0, 1]);
	expect(performance.now() - start).toBeLessThan(5000);
});

test('a list of thousands of values is looked up, not compared one by one', () => {
	const { frame, rows } = sampleFrame(4, 5000);
	const numbers = rows.filter((_, index) => index % 2 === 0).map((row) => String(row['wide']));
	const texts = Array.from({ length: 1500 }, (_, index) => `'city ${index}'`);
	const rules = [`wide in (${[...new Set(numbers)].slice(0, 1500).join(', ')})`, `city in (${texts.join(', ')}, 'A')`];
	const start = performance.now();
	const { segments } = new SegmentEvaluator(frame).evaluate(listOf(rules));
	expect(segments[0]!.people).toBeGreaterThan(1400);
	expect(segments[1]!.matches).toBe(rows.filter((row) => row['city'] === 'A').length);
	expect(performance.now() - start).toBeLessThan(3000);
});
