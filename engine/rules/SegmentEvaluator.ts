import type { Problem } from '#shared/model/problem.ts';
import { REMAINDER_ID } from '#shared/model/segmentation.ts';
import type { SegmentDefinition, Segmentation, SegmentResult } from '#shared/model/segmentation.ts';
import type { CheckedRule } from '#shared/rules/checkRule.ts';
import { RuleChecks } from '#shared/rules/RuleChecks.ts';
import type { ScopedRule } from '#shared/rules/RuleChecks.ts';
import type { TypedRule } from '#shared/rules/TypedRule.ts';
import { countBits } from '../columns/bitmap.ts';
import type { Bitmap } from '../columns/Column.ts';
import type { Frame } from '../frame/Frame.ts';
import type { KernelPool } from '../metrics/kernel/KernelPool.ts';
import type { Assignment } from './Assignment.ts';
import { assignFirstMatch } from './assignFirstMatch.ts';
import { customFieldProblems } from './customFieldProblems.ts';
import { evaluateCondition, evaluateConditions } from './evaluateCondition.ts';
import { findOverlaps } from './findOverlaps.ts';
import type { Outcome } from './Outcome.ts';
import { wordsOf } from './Outcome.ts';
import { OutcomeCache } from './OutcomeCache.ts';
import { takeExclusions, withoutRows } from './takeExclusions.ts';
import { undecidedRows } from './undecidedRows.ts';
import { exclusionProblem, overlapProblem, reservedIdProblem, ruleProblem } from './segmentProblems.ts';

/**
 * Segmentations on one frame. Keeps what it has evaluated, so that after an edit only the changed conditions are looked at again;
 * another frame (another date, another table) needs another evaluator.
 */
export class SegmentEvaluator {
	private readonly frame: Frame;
	private readonly cache = new OutcomeCache();
	private readonly checks: RuleChecks;
	private readonly pool: KernelPool | null;

	constructor(frame: Frame, pool: KernelPool | null = null) {
		this.frame = frame;
		this.pool = pool;
		this.checks = new RuleChecks(frame.fields);
	}

	/**
	 * Exclusions go first: whom they take belongs to no segment and counts nowhere. Rules that cannot be read match nobody and are
	 * reported; strict mode also reports every pair of rules that overlap.
	 */
	evaluate(segmentation: Segmentation, codes?: Uint8Array): Assignment {
		const { frame } = this;
		const { segments, exclusions, mode } = segmentation;
		const scope = this.checks.within(segmentation);
		const rules = segments.map((segment) => scope.check(segment.rule));
		const leavingOut = exclusions.map((exclusion) => ({ exclusion, checked: scope.check(exclusion.rule) }));
		const evaluated = this.outcomesOf([...rules, ...leavingOut.map(({ checked }) => checked)]);
		const found = evaluated.slice(0, rules.length);
		const excluded = takeExclusions(exclusions, evaluated.slice(rules.length), frame.length);
		const leftOut = excluded.people === 0 ? null : excluded.rows;
		const outcomes = leftOut ? found.map((outcome) => outcome && withoutRows(outcome, leftOut)) : found;
		this.cache.trim();
		const nobody = new Uint32Array(wordsOf(frame.length));
		const matches = outcomes.map((outcome) => outcome?.isTrue ?? nobody);
		const assigned = assignFirstMatch(outcomes, frame.length, leftOut, codes, this.pool);
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
		const overlaps = mode === 'strict' ? this.overlapProblems(segments, matches) : [];
		return {
			codes: assigned.codes,
			segments: [...results, remainder],
			customers,
			exclusions: excluded.results,
			problems: [...problems, ...overlaps],
			matches,
		};
	}

	/** Whom `missingData` of a segment, of the remainder or of an exclusion counts; null for an id that is none of these. */
	undecided(segmentation: Segmentation, id: string): Bitmap | null {
		const { length } = this.frame;
		const scope = this.checks.within(segmentation);
		const outcomes = (list: readonly { readonly rule: string }[]) =>
			this.outcomesOf(list.map(({ rule }) => scope.check(rule)));
		const { segments, exclusions } = segmentation;
		const leavingOut = outcomes(exclusions);
		const excluded = takeExclusions(exclusions, leavingOut, length).rows;
		const place = segments.findIndex((segment) => segment.id === id);
		if (place >= 0 || id === REMAINDER_ID) {
			const rules = outcomes(place < 0 ? segments : segments.slice(0, place + 1));
			const wanted = place < 0 ? rules : rules.splice(place);
			const earlier = place < 0 ? [] : rules.flatMap((outcome) => outcome?.isTrue ?? []);
			return undecidedRows(wanted, [excluded, ...earlier], length);
		}
		const exclusion = leavingOut[exclusions.findIndex((entry) => entry.id === id)];
		return exclusion === undefined ? null : undecidedRows([exclusion], [excluded], length);
	}

	/** Of how many customers each rule is true by itself, the excluded left out; null for rules that cannot be read. */
	countRules(texts: readonly string[], segmentation: Segmentation): (number | null)[] {
		const { frame, cache } = this;
		const { exclusions } = segmentation;
		const scope = this.checks.within(segmentation);
		const leavingOut = this.outcomesOf(exclusions.map(({ rule }) => scope.check(rule)));
		const excluded = takeExclusions(exclusions, leavingOut, frame.length);
		const counts = texts.map((text) => {
			const { typed } = scope.check(text);
			return typed && countBits(withoutRows(evaluateCondition(typed, frame, cache), excluded.rows).isTrue);
		});
		cache.trim();
		return counts;
	}

	/** The rules as they were understood, with all that they refer to written out; null for those that cannot be read. */
	typedRules({ segments, ...definitions }: Segmentation): {
		readonly segments: readonly (TypedRule | null)[];
		readonly exclusions: readonly (TypedRule | null)[];
	} {
		const { check } = this.checks.within({ segments, ...definitions });
		return {
			segments: segments.map(({ rule }) => check(rule).typed),
			exclusions: definitions.exclusions.map(({ rule }) => check(rule).typed),
		};
	}

	/** Whole rules are kept, so that those that an edit leaves alone cost nothing; null for those that cannot be read. */
	private outcomesOf(rules: readonly ScopedRule[]): (Outcome | null)[] {
		const { frame, cache, pool } = this;
		const changed = new Map<string, TypedRule>();
		for (const { key, typed } of rules) {
			if (typed && !cache.has(`rule ${key}`)) {
				changed.set(key, typed);
			}
		}
		const outcomes = evaluateConditions([...changed.values()], frame, cache, pool);
		const found = new Map([...changed.keys()].map((key, index) => [key, outcomes[index]!]));
		return rules.map(
			({ key, typed }) =>
				typed && cache.get(`rule ${key}`, () => found.get(key) ?? evaluateCondition(typed, frame, cache)),
		);
	}

	/** Pairs that customers at hand match both of. Those that nobody here matches are the proof's to find: see proofProblems. */
	private overlapProblems(segments: readonly SegmentDefinition[], matches: readonly Bitmap[]): Problem[] {
		return findOverlaps(matches).map((overlap) =>
			overlapProblem(
				segments[overlap.first]!,
				segments[overlap.second]!,
				overlap,
				this.frame.customerId(overlap.witness),
			),
		);
	}
}

function problemsOf(segment: SegmentDefinition, { diagnostics }: CheckedRule): Problem[] {
	const reserved = segment.id === REMAINDER_ID ? [reservedIdProblem(segment)] : [];
	return [...reserved, ...diagnostics.map((diagnostic) => ruleProblem(segment, diagnostic))];
}
