import type { Problem } from '#shared/model/problem.ts';
import { REMAINDER_ID } from '#shared/model/segmentation.ts';
import type { SegmentDefinition, Segmentation, SegmentResult } from '#shared/model/segmentation.ts';
import type { SegmentationProof } from '#shared/rules/proof/segmentationProof.ts';
import { DefinitionBook } from '#shared/rules/DefinitionBook.ts';
import type { TypedRule } from '#shared/rules/TypedRule.ts';
import { checkRule } from '#shared/rules/checkRule.ts';
import type { CheckedRule } from '#shared/rules/checkRule.ts';
import type { Bitmap } from '../columns/Column.ts';
import type { Frame } from '../frame/Frame.ts';
import type { Assignment } from './Assignment.ts';
import { assignFirstMatch } from './assignFirstMatch.ts';
import { evaluateCondition } from './evaluateCondition.ts';
import { findOverlaps } from './findOverlaps.ts';
import type { Outcome } from './Outcome.ts';
import { wordsOf } from './Outcome.ts';
import { OutcomeCache } from './OutcomeCache.ts';
import { frameProofFields } from './proof/frameProofFields.ts';
import { MatchedRows } from './proof/MatchedRows.ts';
import { PairProofs } from './proof/PairProofs.ts';
import { proveSegmentation } from './proof/proveSegmentation.ts';
import { overlapProblem, reservedIdProblem, ruleProblem, unseenOverlap } from './segmentProblems.ts';

const MAX_CHECKED_RULES = 1000;

/**
 * Segmentations on one frame. Keeps what it has evaluated, so that after an edit only the changed conditions are looked at again;
 * another frame (another date, another table) needs another evaluator.
 */
export class SegmentEvaluator {
	private readonly frame: Frame;
	private readonly cache = new OutcomeCache();
	private checked = new Map<string, CheckedRule>();
	private readonly pairs: PairProofs;

	constructor(frame: Frame) {
		this.frame = frame;
		this.pairs = new PairProofs(frame);
	}

	/** Rules that cannot be read match nobody and are reported; strict mode also reports every pair of rules that overlap. */
	evaluate(segmentation: Segmentation): Assignment {
		const { frame } = this;
		const { segments, mode } = segmentation;
		const check = this.checker(segments);
		const rules = segments.map((segment) => check(segment.rule));
		const outcomes = segments.map((segment, index) => this.outcomeOf(segment.rule, rules[index]!));
		this.cache.trim();
		const nobody = new Uint32Array(wordsOf(frame.length));
		const matches = outcomes.map((outcome) => outcome?.isTrue ?? nobody);
		const assigned = assignFirstMatch(outcomes, frame.length);
		const results = segments.map((segment, index): SegmentResult => {
			const { people, matches: all, missingData } = assigned.rules[index]!;
			const counts = { people, matches: all, lostToEarlier: all - people, missingData };
			return { id: segment.id, name: segment.name, share: this.shareOf(people), ...counts, isRemainder: false };
		});
		const taken = results.reduce((sum, result) => sum + result.people, 0);
		const people = frame.length - taken;
		const remainder: SegmentResult = {
			id: REMAINDER_ID,
			name: segmentation.remainder,
			people,
			share: this.shareOf(people),
			matches: people,
			lostToEarlier: 0,
			missingData: assigned.openRemainder,
			isRemainder: true,
		};
		const problems = segments.flatMap((segment, index) => problemsOf(segment, rules[index]!));
		const overlaps = mode === 'strict' ? this.overlapProblems(segments, rules, matches) : [];
		return {
			codes: assigned.codes,
			segments: [...results, remainder],
			problems: [...problems, ...overlaps],
			matches,
		};
	}

	/** What can be proved of the rules, with witnesses from the frame where it has them. */
	prove(segmentation: Segmentation): SegmentationProof {
		const { frame } = this;
		const check = this.checker(segmentation.segments);
		const rules = segmentation.segments.map(({ id, rule }) => ({ id, typed: check(rule).typed }));
		const { matches } = this.evaluate({ ...segmentation, mode: 'waterfall' });
		return proveSegmentation(rules, frameProofFields(frame), frame.asOfDay, new MatchedRows(frame, matches));
	}

	/** Rules that refer to other segments mean something else when those change, and are checked anew for each list. */
	private checker(segments: readonly SegmentDefinition[]): (text: string) => CheckedRule {
		const book = new DefinitionBook(this.frame.fields, [], segments);
		return (text) => (/\bsegment\s*\(/i.test(text) ? checkRule(text, this.frame.fields, book) : this.check(text));
	}

	private check(text: string): CheckedRule {
		const known = this.checked.get(text);
		if (known) {
			return known;
		}
		if (this.checked.size >= MAX_CHECKED_RULES) {
			this.checked = new Map();
		}
		const checked = checkRule(text, this.frame.fields);
		this.checked.set(text, checked);
		return checked;
	}

	/** Whole rules are kept as well, so that the rules that an edit leaves alone cost nothing. */
	private outcomeOf(text: string, { typed }: CheckedRule): Outcome | null {
		const { frame, cache } = this;
		return typed ? cache.get(ruleKey(text, typed), () => evaluateCondition(typed, frame, cache)) : null;
	}

	private shareOf(people: number): number | null {
		return this.frame.length === 0 ? null : people / this.frame.length;
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

/** The text says all, unless it refers to others. */
function ruleKey(text: string, typed: TypedRule): string {
	return /\bsegment\s*\(/i.test(text) ? `rule ${JSON.stringify(typed)}` : `rule ${text}`;
}

function problemsOf(segment: SegmentDefinition, { diagnostics }: CheckedRule): Problem[] {
	const reserved = segment.id === REMAINDER_ID ? [reservedIdProblem(segment)] : [];
	return [...reserved, ...diagnostics.map((diagnostic) => ruleProblem(segment, diagnostic))];
}
