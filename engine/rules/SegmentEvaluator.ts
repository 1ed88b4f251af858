import type { Problem } from '#shared/model/problem.ts';
import { REMAINDER_ID } from '#shared/model/segmentation.ts';
import type { SegmentDefinition, Segmentation, SegmentResult } from '#shared/model/segmentation.ts';
import type { SegmentationProof } from '#shared/rules/proof/segmentationProof.ts';
import type { CheckedRule } from '#shared/rules/checkRule.ts';
import { RuleChecks } from '#shared/rules/RuleChecks.ts';
import type { ScopedRule } from '#shared/rules/RuleChecks.ts';
import type { Bitmap } from '../columns/Column.ts';
import type { Frame } from '../frame/Frame.ts';
import type { Assignment } from './Assignment.ts';
import { assignFirstMatch } from './assignFirstMatch.ts';
import { customFieldProblems } from './customFieldProblems.ts';
import { evaluateCondition } from './evaluateCondition.ts';
import { findOverlaps } from './findOverlaps.ts';
import type { Outcome } from './Outcome.ts';
import { wordsOf } from './Outcome.ts';
import { OutcomeCache } from './OutcomeCache.ts';
import { frameProofFields } from './proof/frameProofFields.ts';
import { MatchedRows } from './proof/MatchedRows.ts';
import { PairProofs } from './proof/PairProofs.ts';
import { proveSegmentation } from './proof/proveSegmentation.ts';
import { takeExclusions, withoutRows } from './takeExclusions.ts';
import { exclusionProblem, overlapProblem, reservedIdProblem, ruleProblem, unseenOverlap } from './segmentProblems.ts';

/**
 * Segmentations on one frame. Keeps what it has evaluated, so that after an edit only the changed conditions are looked at again;
 * another frame (another date, another table) needs another evaluator.
 */
export class SegmentEvaluator {
	private readonly frame: Frame;
	private readonly cache = new OutcomeCache();
	private readonly checks: RuleChecks;
	private readonly pairs: PairProofs;

	constructor(frame: Frame) {
		this.frame = frame;
		this.checks = new RuleChecks(frame.fields);
		this.pairs = new PairProofs(frame);
	}

	/**
	 * Exclusions go first: whom they take belongs to no segment and counts nowhere. Rules that cannot be read match nobody and are
	 * reported; strict mode also reports every pair of rules that overlap.
	 */
	evaluate(segmentation: Segmentation): Assignment {
		const { frame } = this;
		const { segments, exclusions, mode } = segmentation;
		const scope = this.checks.within(segmentation);
		const rules = segments.map((segment) => scope.check(segment.rule));
		const found = rules.map((rule) => this.outcomeOf(rule));
		const leavingOut = exclusions.map((exclusion) => ({ exclusion, checked: scope.check(exclusion.rule) }));
		const excluded = takeExclusions(
			exclusions,
			leavingOut.map(({ checked }) => this.outcomeOf(checked)),
			frame.length,
		);
		const leftOut = excluded.people === 0 ? null : excluded.rows;
		const outcomes = leftOut ? found.map((outcome) => outcome && withoutRows(outcome, leftOut)) : found;
		this.cache.trim();
		const nobody = new Uint32Array(wordsOf(frame.length));
		const matches = outcomes.map((outcome) => outcome?.isTrue ?? nobody);
		const assigned = assignFirstMatch(outcomes, frame.length, leftOut);
		const customers = frame.length - excluded.people;
		const shareOf = (part: number) => (customers === 0 ? null : part / customers);
		const results = segments.map((segment, index): SegmentResult => {
			const { people, matches: all, missingData } = assigned.rules[index]!;
			const counts = { people, matches: all, lostToEarlier: all - people, missingData };
			return { id: segment.id, name: segment.name, share: shareOf(people), ...counts, isRemainder: false };
		});
		const taken = results.reduce((sum, result) => sum + result.people, 0);
		const people = customers - taken;
		const remainder: SegmentResult = {
			id: REMAINDER_ID,
			name: segmentation.remainder,
			people,
			share: shareOf(people),
			matches: people,
			lostToEarlier: 0,
			missingData: assigned.openRemainder,
			isRemainder: true,
		};
		const problems = [
			...customFieldProblems(segmentation.customFields, scope),
			...leavingOut.flatMap(({ exclusion, checked }) =>
				checked.diagnostics.map((diagnostic) => exclusionProblem(exclusion, diagnostic)),
			),
			...segments.flatMap((segment, index) => problemsOf(segment, rules[index]!)),
		];
		const overlaps = mode === 'strict' ? this.overlapProblems(segments, rules, matches) : [];
		return {
			codes: assigned.codes,
			segments: [...results, remainder],
			customers,
			exclusions: excluded.results,
			problems: [...problems, ...overlaps],
			matches,
		};
	}

	/** What can be proved of the rules, with witnesses from the frame where it has them. */
	prove(segmentation: Segmentation): SegmentationProof {
		const { frame } = this;
		const { check } = this.checks.within(segmentation);
		const rules = segmentation.segments.map(({ id, rule }) => ({ id, typed: check(rule).typed }));
		const { matches } = this.evaluate({ ...segmentation, mode: 'waterfall' });
		return proveSegmentation(rules, frameProofFields(frame), frame.asOfDay, new MatchedRows(frame, matches));
	}

	/** Whole rules are kept as well, so that the rules that an edit leaves alone cost nothing. */
	private outcomeOf({ typed, key }: ScopedRule): Outcome | null {
		const { frame, cache } = this;
		return typed ? cache.get(`rule ${key}`, () => evaluateCondition(typed, frame, cache)) : null;
	}

	/** Rules that customers at hand match together, and those that others could, or that cannot be told apart. */
	private overlapProblems(
		segments: readonly SegmentDefinition[],
		rules: readonly CheckedRule[],
		matches: readonly Bitmap[],
	): Problem[] {
		const overlaps = findOverlaps(matches);
		const known = new Set(overlaps.map(({ first, second }) => `${first} ${second}`));
		const found = overlaps.map((overlap) =>
			overlapProblem(
				segments[overlap.first]!,
				segments[overlap.second]!,
				overlap,
				this.frame.customerId(overlap.witness),
			),
		);
		const unseen = segments.flatMap((first, index) =>
			segments.slice(index + 1).flatMap((second, offset) => {
				const [a, b] = [rules[index]?.typed, rules[index + 1 + offset]?.typed];
				const isOpen = a && b && !known.has(`${index} ${index + 1 + offset}`);
				return isOpen ? unseenOverlap(first, second, this.pairs.find(a, b)) : [];
			}),
		);
		return [...found, ...unseen];
	}
}

function problemsOf(segment: SegmentDefinition, { diagnostics }: CheckedRule): Problem[] {
	const reserved = segment.id === REMAINDER_ID ? [reservedIdProblem(segment)] : [];
	return [...reserved, ...diagnostics.map((diagnostic) => ruleProblem(segment, diagnostic))];
}
