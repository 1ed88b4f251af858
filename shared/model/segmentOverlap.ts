import { z } from 'zod';

export const overlapAmount = z.strictObject({
	people: z.int(),
	/** As of the date in force; null without orders. */
	revenue: z.number().nullable(),
});
export type OverlapAmount = z.infer<typeof overlapAmount>;

/** Customers for whom these rules are true and no other. */
export const ruleIntersection = overlapAmount.extend({ ids: z.array(z.string()) });
export type RuleIntersection = z.infer<typeof ruleIntersection>;

/**
 * Who matches which rules, whatever earlier rules take, and what that costs later ones. Excluded customers count nowhere but in
 * `excluded`.
 */
export const segmentOverlap = z.strictObject({
	/** Everyone but the excluded. */
	base: overlapAmount,
	excluded: overlapAmount,
	/** Customers whom no rule takes. */
	remainder: overlapAmount,
	/** Of the remainder: for whom a rule is neither true nor false because a value is missing. */
	missingData: z.int(),
	/** Customers who match more than one rule. */
	contested: overlapAmount,
	/** In rule order. */
	segments: z.array(
		z.strictObject({
			id: z.string(),
			matches: overlapAmount,
			/** Matches that no earlier rule took. */
			taken: overlapAmount,
			/** Matches that earlier rules took, by the rule that took them, in rule order. */
			lost: z.array(overlapAmount.extend({ to: z.string() })),
		}),
	),
	/** Pairs that some customer matches both of, the earlier first. */
	pairs: z.array(overlapAmount.extend({ first: z.string(), second: z.string() })),
	/** The largest intersections by people and by revenue, the most people first; at least one rule each. */
	intersections: z.array(ruleIntersection),
	/** The intersections that are not listed, and the customers in them. */
	otherIntersections: overlapAmount.extend({ count: z.int() }),
});
export type SegmentOverlap = z.infer<typeof segmentOverlap>;

/** Customers by the rules that are true for them. */
export const matchQuery = z.strictObject({
	/** All of these are true. */
	matching: z.array(z.string()).max(200),
	/** None of these is true. */
	notMatching: z.array(z.string()).max(200),
	/** Who is in this segment; null for anybody. */
	takenBy: z.string().nullable(),
});
export type MatchQuery = z.infer<typeof matchQuery>;
