import { z } from 'zod';
import { cell } from '../../model/columnType.ts';

/** A customer for whom something holds. */
export const proofWitness = z.strictObject({
	/** `data`: one of the customers at hand. `hypothetical`: none of them, but one could come. */
	source: z.enum(['data', 'hypothetical']),
	customerId: z.string().nullable(),
	/** The fields that the rules at hand look at, in alphabetical order. */
	values: z.array(z.strictObject({ field: z.string(), value: cell })),
});
export type ProofWitness = z.infer<typeof proofWitness>;

export const proofPair = z.strictObject({
	/** Ids of two segments, the earlier first. */
	first: z.string(),
	second: z.string(),
	/** `disjoint`: no customer can match both, whatever the data. `overlap`: the witness does. `unprovable`: the reason says why. */
	verdict: z.enum(['disjoint', 'overlap', 'unprovable']),
	/** Proved for any data: whoever matches one rule matches the other. */
	relation: z.enum(['equal', 'first-within-second', 'second-within-first']).nullable(),
	witness: proofWitness.nullable(),
	reason: z.string().nullable(),
	/** Customers at hand who match both; null without data. */
	people: z.int().nullable(),
	/** Their revenue; null without data or orders. */
	revenue: z.number().nullable(),
});
export type ProofPair = z.infer<typeof proofPair>;

/** yes: proved, whatever the data. */
const answer = z.enum(['yes', 'no', 'unprovable']);

export const proofRule = z.strictObject({
	id: z.string(),
	/** Nobody can match it. */
	isEmpty: answer,
	/** Whoever matches it matches an earlier rule, so that it takes nobody where the first match wins. */
	isDead: answer,
	/** Earlier rules that together cover a dead one; none of them can be left out. */
	coveredBy: z.array(z.string()),
	/** Customers at hand who match it; null without data. */
	people: z.int().nullable(),
});
export type ProofRule = z.infer<typeof proofRule>;

export const segmentationProof = z.strictObject({
	/** Whether there was data to look for witnesses in. */
	hasData: z.boolean(),
	asOf: z.iso.date(),
	pairs: z.array(proofPair),
	rules: z.array(proofRule),
	/** Whether every customer that there can be matches a rule. The witness matches none. */
	coverage: z.strictObject({
		verdict: z.enum(['complete', 'gap', 'unprovable']),
		witness: proofWitness.nullable(),
		reason: z.string().nullable(),
		/** Customers at hand whom no rule takes; null without data. */
		people: z.int().nullable(),
	}),
	/** Customers at hand who match more than one rule, and their revenue. */
	contested: z.strictObject({ people: z.int(), revenue: z.number().nullable() }).nullable(),
});
export type SegmentationProof = z.infer<typeof segmentationProof>;
