import { emptySegmentation } from '#shared/model/segmentation.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import type { SegmentOverlap } from '#shared/model/segmentOverlap.ts';
import type { ProofPair, SegmentationProof } from '#shared/rules/proof/segmentationProof.ts';

const ids = ['a', 'b', 'c'];

/** a and b share 4 customers, c shares none with anybody; a and c could overlap. */
export const draft: Segmentation = {
	...emptySegmentation,
	segments: ids.map((id) => ({ id, name: id.toUpperCase(), rule: `${id} > 1` })),
};

const amount = (people: number) => ({ people, revenue: people * 10 });

export const overlap: SegmentOverlap = {
	base: amount(30),
	excluded: amount(2),
	remainder: amount(9),
	missingData: 1,
	contested: amount(4),
	segments: [
		{ id: 'a', matches: amount(10), taken: amount(10), lost: [] },
		{ id: 'b', matches: amount(9), taken: amount(5), lost: [{ to: 'a', ...amount(4) }] },
		{ id: 'c', matches: amount(6), taken: amount(6), lost: [] },
	],
	pairs: [{ first: 'a', second: 'b', ...amount(4) }],
	intersections: [
		{ ids: ['a'], ...amount(6) },
		{ ids: ['c'], ...amount(6) },
		{ ids: ['b'], ...amount(5) },
		{ ids: ['a', 'b'], ...amount(4) },
	],
	otherIntersections: { count: 0, ...amount(0) },
};

const pair = (first: string, second: string, found: Partial<ProofPair>): ProofPair => ({
	first,
	second,
	verdict: 'overlap',
	relation: null,
	witness: null,
	reason: null,
	people: 0,
	revenue: 0,
	...found,
});

/** b and c are disjoint, and so not listed. */
export const proof: SegmentationProof = {
	hasData: true,
	asOf: '2026-01-01',
	pairs: [pair('a', 'b', { people: 4, revenue: 40 }), pair('a', 'c', {})],
	rules: ids.map((id) => ({ id, isEmpty: 'no', isDead: 'no', coveredBy: [], people: 6 })),
	coverage: { verdict: 'gap', witness: null, reason: null, people: 9 },
	contested: amount(4),
};
