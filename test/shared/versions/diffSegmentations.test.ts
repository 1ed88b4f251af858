import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptySegmentation, type Segmentation } from '#shared/model/segmentation.ts';
import { diffSegmentations } from '#shared/versions/diffSegmentations.ts';
import { diffText } from '#shared/versions/diffText.ts';
import { longestRun } from '#shared/versions/longestRun.ts';

const of = (...ids: readonly string[]): Segmentation => ({
	...emptySegmentation,
	segments: ids.map((id) => ({ id, name: id.toUpperCase(), rule: `x = '${id}'` })),
});
const brief = (before: Segmentation, after: Segmentation) =>
	diffSegmentations(before, after).segments.map(({ id, kind, isMoved }) => `${id} ${kind}${isMoved ? ' moved' : ''}`);

test('a segment that moves is moved alone, whatever it passes', () => {
	expect(brief(of('a', 'b', 'c', 'd'), of('d', 'a', 'b', 'c'))).toEqual(['d same moved', 'a same', 'b same', 'c same']);
	expect(brief(of('a', 'b', 'c', 'd'), of('b', 'c', 'd', 'a'))).toEqual(['b same', 'c same', 'd same', 'a same moved']);
});

test('added, removed and changed segments are told by their ids; removed ones stand where they were', () => {
	const before = of('a', 'b', 'c');
	const after = of('b', 'c', 'new');
	const changed = {
		...after,
		mode: 'strict' as const,
		segments: after.segments.map((segment) =>
			segment.id === 'c' ? { ...segment, name: 'Sea', rule: 'y > 1', owner: 'Ada', isPriority: true } : segment,
		),
	};
	expect(brief(before, changed)).toEqual(['a removed', 'b same', 'c changed', 'new added']);
	const { segments, facts, isSame } = diffSegmentations(before, changed);
	expect(segments[2]).toEqual({
		id: 'c',
		name: 'Sea',
		kind: 'changed',
		isMoved: false,
		placeBefore: 3,
		placeAfter: 2,
		ruleBefore: "x = 'c'",
		ruleAfter: 'y > 1',
		facts: [
			{ label: 'Name', before: 'C', after: 'Sea' },
			{ label: 'Owner', before: null, after: 'Ada' },
			{ label: 'Priority', before: null, after: 'yes' },
		],
	});
	expect([facts, isSame]).toEqual([[{ label: 'Mode', before: 'waterfall', after: 'strict' }], false]);
});

test('exclusions and custom fields are compared too; the order of custom fields means nothing', () => {
	const fields = ['p', 'q'].map((name) => ({ name, expression: `${name} + 1` }));
	const before = { ...of('a'), customFields: fields, exclusions: [{ id: 'staff', name: 'Staff', rule: 'is_staff' }] };
	const after = {
		...of('a'),
		customFields: fields.toReversed(),
		exclusions: [{ id: 'staff', name: 'Staff', rule: 'is_test' }],
	};
	const diff = diffSegmentations(before, after);
	expect(diff.customFields.map(({ kind, isMoved }) => [kind, isMoved])).toEqual([
		['same', false],
		['same', false],
	]);
	expect(diff.exclusions.map(({ kind, ruleBefore, ruleAfter }) => [kind, ruleBefore, ruleAfter])).toEqual([
		['changed', 'is_staff', 'is_test'],
	]);
	expect(diffSegmentations(before, before).isSame).toBe(true);
});

test('the longest run is ascending, and no longer one exists', () => {
	fc.assert(
		fc.property(fc.uniqueArray(fc.nat(30), { maxLength: 9 }), (values) => {
			const run = longestRun(values);
			const lengths: number[] = [];
			for (const [index, value] of values.entries()) {
				lengths[index] = 1 + Math.max(0, ...lengths.filter((_, earlier) => values[earlier]! < value));
			}
			const isAscending = run.every(
				(at, index) => index === 0 || (run[index - 1]! < at && values[run[index - 1]!]! < values[at]!),
			);
			expect([isAscending, run.length]).toEqual([true, Math.max(0, ...lengths)]);
		}),
		{ seed: 8, numRuns: 300 },
	);
});

test('the pieces of a text diff give both texts back, and differ only where the texts do', () => {
	const text = fc
		.array(fc.constantFrom('revenue', ' ', '>=', '5', "'it''s'", 'and', '`two words`', '(', 'ä'), { maxLength: 12 })
		.map((words) => words.join(''));
	fc.assert(
		fc.property(text, text, (before, after) => {
			const pieces = diffText(before, after);
			const without = (kind: 'added' | 'removed') =>
				pieces.map((piece) => (piece.kind === kind ? '' : piece.text)).join('');
			expect([without('added'), without('removed')]).toEqual([before, after]);
			expect(pieces.every(({ kind }, index) => index === 0 || pieces[index - 1]!.kind !== kind)).toBe(true);
		}),
		{ seed: 9, numRuns: 300 },
	);
	expect(diffText('revenue > 50 and a', 'revenue > 75 and a')).toEqual([
		{ kind: 'same', text: 'revenue > ' },
		{ kind: 'removed', text: '50' },
		{ kind: 'added', text: '75' },
		{ kind: 'same', text: ' and a' },
	]);
});
