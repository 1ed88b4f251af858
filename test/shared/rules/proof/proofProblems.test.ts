import { expect, test } from 'vitest';
import { emptySegmentation } from '#shared/model/segmentation.ts';
import { problem } from '#shared/model/problem.ts';
import { proofProblems } from '#shared/rules/proof/proofProblems.ts';
import type { ProofFindings } from '#shared/rules/proof/proofProblems.ts';
import type { ProofPair, ProofRule, ProofWitness } from '#shared/rules/proof/segmentationProof.ts';

const names = ['a', 'b', 'c'];
const draft = {
	...emptySegmentation,
	segments: names.map((id) => ({ id, name: id.toUpperCase(), rule: `${id} > 1` })),
};
const hypothetical: ProofWitness = {
	source: 'hypothetical',
	customerId: null,
	values: [{ field: 'spend', value: 11 }],
};
const pair = (first: string, second: string, found: Partial<ProofPair>): ProofPair => ({
	first,
	second,
	verdict: 'overlap',
	relation: null,
	witness: hypothetical,
	reason: null,
	people: 0,
	revenue: null,
	...found,
});
const rule = (id: string, found: Partial<ProofRule>): ProofRule => ({
	id,
	isEmpty: 'no',
	isDead: 'no',
	coveredBy: [],
	people: 0,
	...found,
});
const gap: ProofFindings['coverage'] = { verdict: 'gap', witness: null, reason: null, people: 3 };

test('strict mode is told of overlaps that nobody here shows, and of what cannot be proved; a waterfall is not', () => {
	const proof: ProofFindings = {
		pairs: [
			pair('a', 'b', {}),
			pair('a', 'c', { witness: { ...hypothetical, source: 'data', customerId: 'C1' }, people: 4 }),
			pair('b', 'c', { verdict: 'unprovable', witness: null, reason: 'Too intricate.' }),
		],
		rules: [],
		coverage: gap,
	};
	const found = proofProblems({ ...draft, mode: 'strict' }, proof);
	expect(problem.array().parse(found)).toEqual(found);
	expect(found).toMatchObject([
		{
			severity: 'error',
			code: 'segments.overlap',
			message: expect.stringContaining('a customer with spend = 11 would'),
			source: { segmentId: 'b', otherId: 'a' },
		},
		{
			severity: 'warning',
			code: 'segments.unprovable',
			message: 'Segments “B” and “C”: that nobody can match both could not be proved. Too intricate.',
		},
	]);
	expect(proofProblems(draft, proof)).toEqual([]);
});

test('equal, contained, dead and empty rules and full coverage are told in either mode', () => {
	const proof: ProofFindings = {
		pairs: [
			pair('a', 'b', { relation: 'equal' }),
			pair('a', 'c', { relation: 'first-within-second' }),
			pair('b', 'c', { relation: 'second-within-first' }),
			pair('a', 'gone', { relation: 'equal' }),
		],
		rules: [
			rule('a', { isEmpty: 'yes' }),
			rule('b', { isDead: 'yes', coveredBy: ['a'] }),
			rule('c', { isDead: 'yes', coveredBy: ['a', 'b'] }),
			rule('gone', { isEmpty: 'yes' }),
		],
		coverage: { ...gap, verdict: 'complete' },
	};
	const found = proofProblems(draft, proof);
	expect(found.map(({ severity, code, message }) => [severity, code, message.split(':')[0]])).toEqual([
		['warning', 'segments.equal', 'Segments “A” and “B” have equal rules'],
		['warning', 'segments.empty', 'Nobody can match the rule of segment “A”'],
		['warning', 'segments.dead', 'Segment “C” takes nobody, whatever the data'],
		['info', 'segments.complete', 'Nobody can fall into “Everyone else”'],
	]);
	expect(found[2]!.message).toContain('matches “A” or “B” before');
	const strict = proofProblems({ ...draft, mode: 'strict' }, { ...proof, rules: [], coverage: gap });
	expect(strict.map(({ code }) => code).toSorted()).toEqual([
		'segments.equal',
		'segments.overlap',
		'segments.overlap',
		'segments.overlap',
		'segments.within',
	]);
});
