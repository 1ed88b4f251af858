import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptySegmentation } from '#shared/model/segmentation.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import { printRule } from '#shared/rules/printRule.ts';
import { applyRepair } from '#shared/rules/repair/applyRepair.ts';
import type { Repair } from '#shared/rules/repair/Repair.ts';
import { findOverlaps } from '../../../../engine/rules/findOverlaps.ts';
import { SegmentEvaluator } from '../../../../engine/rules/SegmentEvaluator.ts';
import { arbitraryTypedRule } from '../arbitraryTypedRule.ts';
import { sampleFrame } from '../sampleFrame.ts';

/** Repairs, judged by the engine on data with every type of column and many missing values. */
const { frame } = sampleFrame(5, 900);
const evaluator = new SegmentEvaluator(frame);

const written = arbitraryTypedRule.map(printRule);
const leaf = fc.oneof(
	{ weight: 4, arbitrary: written },
	{ weight: 1, arbitrary: written.map((rule) => `${rule} -- note`) },
);
/** Three to five segments, some of which refer to an earlier or later one (never in a circle), with an exclusion that may refer. */
const segmentations = fc
	.tuple(
		fc.array(leaf, { minLength: 3, maxLength: 5 }),
		fc.array(fc.nat(9), { minLength: 5, maxLength: 5 }),
		fc.boolean(),
	)
	.map(([rules, picks, isForward]): Segmentation => {
		const count = rules.length;
		const segments = rules.map((rule, index) => {
			const others = isForward ? count - 1 - index : index;
			const target = isForward
				? index + 1 + (picks[index]! % Math.max(1, others))
				: picks[index]! % Math.max(1, others);
			const refers = others > 0 && picks[index]! > 5;
			const reference = index % 2 === 0 ? `segment('S${target}')` : `not segment('s${target}')`;
			return { id: `s${index}`, name: `S${index}`, rule: refers ? `(${rule}\n) or ${reference}` : rule };
		});
		const exclusions = picks[4]! > 6 ? [{ id: 'x', name: 'X', rule: "segment('s1') and visits > 3" }] : [];
		return { ...emptySegmentation, segments, exclusions };
	});
const pairs = fc.tuple(fc.nat(4), fc.nat(4));

function repaired(segmentation: Segmentation, repair: Repair): Segmentation {
	const result = applyRepair(segmentation, repair);
	if (result.kind === 'refused') {
		throw new Error(result.reason);
	}
	return result.segmentation;
}

/** The id of the segment of each customer; null for the excluded. */
function assigned(segmentation: Segmentation): (string | null)[] {
	const { codes, segments } = evaluator.evaluate(segmentation);
	return [...codes].map((code) => segments[code]?.id ?? null);
}

function check(run: (segmentation: Segmentation, first: number, second: number) => void): void {
	fc.assert(
		fc.property(segmentations, pairs, (segmentation, [a, b]) => {
			const count = segmentation.segments.length;
			const [first, second] = [a % count, b % count].toSorted((x, y) => x - y);
			if (first !== second) {
				run(segmentation, first!, second!);
			}
		}),
		{ seed: 31, numRuns: 250 },
	);
}

test('rules without the earlier ones are disjoint, and everybody stays in the segment they were in', () => {
	check((segmentation) => {
		const ids = segmentation.segments.map(({ id }) => id);
		const after = repaired(segmentation, {
			kind: 'subtract',
			steps: ids.slice(1).map((id, index) => ({ id, without: ids.slice(0, index + 1) })),
		});
		const { matches, problems } = evaluator.evaluate({ ...after, mode: 'strict' });
		expect({ after, overlaps: findOverlaps(matches) }).toEqual({ after, overlaps: [] });
		expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
		expect({ segmentation, ids: assigned(after) }).toEqual({ segmentation, ids: assigned(segmentation) });
	});
});

test('a rule without one earlier rule does not meet it any more, and nobody moves', () => {
	check((segmentation, first, second) => {
		const steps = [{ id: `s${second}`, without: [`s${first}`] }];
		const after = repaired(segmentation, { kind: 'subtract', steps });
		const { matches } = evaluator.evaluate(after);
		const met = findOverlaps(matches).filter((pair) => pair.first === first && pair.second === second);
		expect({ segmentation, after, met }).toEqual({ segmentation, after, met: [] });
		expect({ segmentation, ids: assigned(after) }).toEqual({ segmentation, ids: assigned(segmentation) });
	});
});

test('the overlap as a segment of its own takes it from the first, and nobody else moves', () => {
	check((segmentation, first, second) => {
		const after = repaired(segmentation, { kind: 'split', first: `s${first}`, second: `s${second}` });
		const known = new Set(segmentation.segments.map(({ id }) => id));
		const place = after.segments.findIndex(({ id }) => !known.has(id));
		expect(place).toBe(first);
		const own = after.segments[place]!.id;
		const { matches } = evaluator.evaluate(segmentation);
		const isInBoth = (row: number) =>
			(matches[first]![row >>> 5]! & matches[second]![row >>> 5]! & (1 << (row & 31))) !== 0;
		const expected = assigned(segmentation).map((id, row) => (id === `s${first}` && isInBoth(row) ? own : id));
		expect({ segmentation, ids: assigned(after) }).toEqual({ segmentation, ids: expected });
		const met = findOverlaps(evaluator.evaluate(after).matches).filter((pair) =>
			[pair.first, pair.second].every((index) => [place, first + 1, second + 1].includes(index)),
		);
		expect({ segmentation, after, met }).toEqual({ segmentation, after, met: [] });
	});
});

test('a merged segment matches whoever matched one of the two, and other rules match whom they matched', () => {
	check((segmentation, first, second) => {
		const after = repaired(segmentation, { kind: 'merge', first: `s${first}`, second: `s${second}` });
		const before = evaluator.evaluate(segmentation).matches;
		const expected = before.map((bits, index) =>
			index === first ? bits.map((word, at) => word | before[second]![at]!) : bits,
		);
		expect(after.segments.map(({ id }) => id)).toEqual(
			segmentation.segments.map(({ id }) => id).filter((id) => id !== `s${second}`),
		);
		expect({ segmentation, matches: evaluator.evaluate(after).matches }).toEqual({
			segmentation,
			matches: expected.toSpliced(second, 1),
		});
	});
});

test('moving and removing leave every other rule as it was', () => {
	check((segmentation, first, second) => {
		const moved = repaired(segmentation, { kind: 'move', id: `s${second}`, before: `s${first}` });
		const order = segmentation.segments
			.map(({ id }) => id)
			.toSpliced(second, 1)
			.toSpliced(first, 0, `s${second}`);
		expect(moved.segments.map(({ id }) => id)).toEqual(order);
		const before = evaluator.evaluate(segmentation).matches;
		const left = repaired(segmentation, { kind: 'remove', id: `s${first}` });
		expect({ segmentation, matches: evaluator.evaluate(left).matches }).toEqual({
			segmentation,
			matches: before.toSpliced(first, 1),
		});
	});
});
