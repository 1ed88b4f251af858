import { expect, test } from 'vitest';
import { applyRepair } from '#shared/rules/repair/applyRepair.ts';
import { cellSentence, cellsOf, shownInMatrix, worstPair } from '../../../renderer/features/overlap/cellFacts.ts';
import { customersParams, queryOf } from '../../../renderer/features/overlap/customersQuery.ts';
import { effectRows, isMoved } from '../../../renderer/features/overlap/effectRows.ts';
import {
	repairLabel,
	repairOfAll,
	repairsOfPair,
	repairsOfSegment,
} from '../../../renderer/features/overlap/repairsOf.ts';
import { draft, overlap, proof } from './overlapFixture.ts';

test('a pair is shown as what is known of it, and never as disjoint before that is proved', () => {
	const cells = cellsOf(overlap, proof);
	const marks = [cells('a', 'b'), cells('a', 'c'), cells('b', 'c')].map(({ mark }) => mark);
	expect(marks).toEqual(['shared', 'possible', 'disjoint']);
	const unproved = cellsOf(overlap, null);
	expect([unproved('a', 'b').mark, unproved('b', 'c').mark]).toEqual(['shared', 'open']);
	const [first, ...others] = proof.pairs;
	const open = cellsOf(overlap, { ...proof, pairs: [first!, { ...others[0]!, verdict: 'unprovable' }] });
	expect(open('a', 'c').mark).toBe('unprovable');
	const added = cellsOf(overlap, { ...proof, rules: proof.rules.slice(0, 2) });
	expect(added('b', 'c').mark).toBe('open');
	expect(cellSentence(['A', 'B'], cells('a', 'b'), 'EUR')).toBe('A and B: 4 customers, €40.00 match both');
});

test('the pair that most is at stake in comes first, and of many segments those that share', () => {
	expect(worstPair(draft, overlap, proof, 'people')).toMatchObject({ first: 'a', second: 'b' });
	expect(worstPair(draft, { ...overlap, pairs: [] }, proof, 'people')).toMatchObject({ first: 'a', second: 'b' });
	expect(worstPair(draft, { ...overlap, pairs: [] }, { ...proof, pairs: [] }, 'people')).toBeNull();
	expect([shownInMatrix(draft, overlap, 3), shownInMatrix(draft, overlap, 2)]).toEqual([
		['a', 'b', 'c'],
		['a', 'b'],
	]);
});

test('repairs that make no sense are not offered', () => {
	const kinds = (isCovered: boolean, mode: 'waterfall' | 'strict') =>
		repairsOfPair({ ...draft, mode }, 'a', 'b', isCovered).map(({ repair }) => repair.kind);
	expect(kinds(false, 'waterfall')).toEqual(['subtract', 'subtract', 'move', 'merge', 'split']);
	expect(kinds(false, 'strict')).toEqual(['subtract', 'subtract', 'merge', 'split']);
	expect(kinds(true, 'waterfall')[0]).toBe('remove');
	expect(repairsOfSegment(draft, 'b', [], []).map(({ repair }) => repair.kind)).toEqual(['remove']);
	expect(repairsOfSegment(draft, 'c', ['a'], ['a', 'b']).map(({ label }) => label)).toEqual([
		'Take A out of C',
		'Put C before A',
		'Remove C',
	]);
});

test('all rules at once are narrowed by the earlier ones that are not proved disjoint', () => {
	expect(repairOfAll(draft, proof)?.repair).toEqual({
		kind: 'subtract',
		steps: [
			{ id: 'b', without: ['a'] },
			{ id: 'c', without: ['a'] },
		],
	});
	expect(repairOfAll(draft, { ...proof, pairs: [] })).toBeNull();
	expect(repairLabel(draft, { kind: 'subtract', steps: [{ id: 'c', without: ['a', 'b'] }] })).toBe(
		'Take earlier rules out of C',
	);
});

test('the effect names who moves, new and removed segments, and the rules that are others', () => {
	const repaired = applyRepair(draft, { kind: 'split', first: 'a', second: 'b' });
	const after = repaired.kind === 'repaired' ? repaired.segmentation : draft;
	const [a, ...others] = overlap.segments;
	const counted = {
		...overlap,
		segments: [
			{ ...a!, id: 'a-and-b', taken: { people: 4, revenue: 40 } },
			{ ...a!, taken: { people: 6, revenue: 60 } },
			...others,
		],
	};
	const rows = effectRows({ draft, overlap }, { draft: after, overlap: counted });
	expect(rows.map((row) => [row.name, row.before?.people, row.after?.people, row.rule !== null, isMoved(row)])).toEqual(
		[
			['A and B', undefined, 4, true, true],
			['A', 10, 6, true, true],
			['B', 5, 5, true, false],
		],
	);
	expect(effectRows({ draft, overlap }, { draft, overlap })).toEqual([]);
	const removed = { ...draft, segments: draft.segments.slice(0, 2) };
	const left = { ...overlap, segments: overlap.segments.slice(0, 2), remainder: { people: 15, revenue: 150 } };
	expect(effectRows({ draft, overlap }, { draft: removed, overlap: left }).map(({ name }) => name)).toEqual([
		'C',
		'Everyone else',
	]);
});

test('what a tab of customers shows survives being stored, and what cannot be read is told', () => {
	const query = { matching: ['a'], notMatching: ['b'], takenBy: null };
	expect(queryOf(customersParams(query, 'A, no other'))).toEqual(query);
	expect([queryOf({}), queryOf({ query: '{"matching":1}' }), queryOf({ query: '{' })]).toEqual([null, null, null]);
});
