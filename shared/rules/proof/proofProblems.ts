import type { Problem } from '../../model/problem.ts';
import type { SegmentDefinition, Segmentation } from '../../model/segmentation.ts';
import type { ProofPair, ProofRule, SegmentationProof } from './segmentationProof.ts';
import { witnessText } from './witnessText.ts';

/** What a proof needs to hold for its findings to be told; pairs that are proved disjoint may be left out. */
export type ProofFindings = Pick<SegmentationProof, 'pairs' | 'rules' | 'coverage'>;

/**
 * What a proof found that a person should know. Overlaps that customers at hand show are not repeated: in strict mode the evaluation
 * reports them, and a waterfall is made for them. Findings about segments that are gone by now are left out.
 */
export function proofProblems({ segments, remainder, mode }: Segmentation, proof: ProofFindings): Problem[] {
	const byId = new Map(segments.map((segment) => [segment.id, segment]));
	const ofPairs = proof.pairs.flatMap((pair) => {
		const [first, second] = [byId.get(pair.first), byId.get(pair.second)];
		if (!first || !second) {
			return [];
		}
		return [
			...(mode === 'strict' ? strictProblem(first, second, pair) : []),
			...relationProblem(first, second, pair, mode),
		];
	});
	const equals = new Set(proof.pairs.flatMap(({ relation, second }) => (relation === 'equal' ? [second] : [])));
	const ofRules = proof.rules.flatMap((rule) => {
		const segment = byId.get(rule.id);
		// That it equals an earlier one says why it takes nobody.
		return segment && !(equals.has(rule.id) && rule.isDead === 'yes') ? ruleFinding(segment, rule, byId) : [];
	});
	return [...ofPairs, ...ofRules, ...coverageProblem(proof, remainder)];
}

function strictProblem(first: SegmentDefinition, second: SegmentDefinition, pair: ProofPair): Problem[] {
	const names = `Segments “${first.name}” and “${second.name}”`;
	const source = wholeRule(second, first);
	if (pair.verdict === 'unprovable') {
		const message = `${names}: that nobody can match both could not be proved. ${pair.reason ?? ''}`.trimEnd();
		return [{ severity: 'warning', code: 'segments.unprovable', message, source }];
	}
	if (pair.verdict === 'disjoint' || pair.witness === null || pair.witness.source === 'data') {
		return [];
	}
	const message =
		`${names} can overlap: nobody in the data matches both, but a customer with ${witnessText(pair.witness)} would. ` +
		'Change one of the rules so that this customer matches only one, or let the first match win.';
	return [{ severity: 'error', code: 'segments.overlap', message, source }];
}

function relationProblem(
	first: SegmentDefinition,
	second: SegmentDefinition,
	{ relation }: ProofPair,
	mode: Segmentation['mode'],
): Problem[] {
	const source = wholeRule(second, first);
	switch (relation) {
		case 'equal': {
			const message = `Segments “${first.name}” and “${second.name}” have equal rules: whoever matches one matches the other. Merge them, or change one of the rules.`;
			return [{ severity: 'warning', code: 'segments.equal', message, source }];
		}
		case 'first-within-second': {
			// A waterfall goes from the special to the general.
			if (mode === 'waterfall') {
				return [];
			}
			const message = `Segment “${first.name}” lies within “${second.name}”: whoever matches it matches “${second.name}” as well.`;
			return [{ severity: 'info', code: 'segments.within', message, source }];
		}
		// Then the second one is dead, which says more.
		case 'second-within-first':
		case null:
			return [];
	}
}

function ruleFinding(
	segment: SegmentDefinition,
	{ isEmpty, isDead, coveredBy }: ProofRule,
	byId: ReadonlyMap<string, SegmentDefinition>,
): Problem[] {
	if (isEmpty === 'yes' && segment.rule.trim() !== '') {
		const message = `Nobody can match the rule of segment “${segment.name}”: its conditions exclude each other. Change the rule, or remove the segment.`;
		return [{ severity: 'warning', code: 'segments.empty', message, source: wholeRule(segment, null) }];
	}
	if (isDead !== 'yes') {
		return [];
	}
	const covering = coveredBy.flatMap((id) => byId.get(id) ?? []);
	const names = covering.map(({ name }) => `“${name}”`);
	const list = names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)!}`;
	const message = `Segment “${segment.name}” takes nobody, whatever the data: whoever matches its rule matches ${list} before. Move it up, change its rule, or remove it.`;
	return [{ severity: 'warning', code: 'segments.dead', message, source: wholeRule(segment, covering[0] ?? null) }];
}

function coverageProblem({ coverage }: ProofFindings, remainder: string): Problem[] {
	if (coverage.verdict !== 'complete') {
		return [];
	}
	const message = `Nobody can fall into “${remainder}”: the rules take every customer that there can be.`;
	return [{ severity: 'info', code: 'segments.complete', message, source: { kind: 'project' } }];
}

function wholeRule(segment: SegmentDefinition, other: SegmentDefinition | null): Problem['source'] {
	const place = {
		kind: 'segment',
		segmentId: segment.id,
		from: 0,
		to: segment.rule.length,
		line: 1,
		column: 1,
	} as const;
	return other ? { ...place, otherId: other.id } : place;
}
