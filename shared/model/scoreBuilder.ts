import { z } from 'zod';

export const scoreField = z.strictObject({
	field: z.string(),
	weight: z.number().min(0.01).max(1000),
	/** What customers do, or what they are (industry size, age …). */
	kind: z.enum(['behaviour', 'firmographic']),
	/** Which end is good. */
	direction: z.enum(['higher', 'lower']),
});
export type ScoreField = z.infer<typeof scoreField>;

export const scoreSettings = z.strictObject({
	/** Name of the custom field that holds the score. */
	name: z.string().min(1).max(120),
	fields: z.array(scoreField).min(1).max(12),
	/** Standard deviations from the mean, or the percentile among the customers (0 to 100). */
	scaling: z.enum(['standardised', 'ranked']),
	/**
	 * A missing value of behaviour counts as the worst that occurs, since who never ordered has no last order, and one of firmographics
	 * as the mean or median (`by-kind`); or all count as the middle; or the customer is left in the remainder.
	 */
	missing: z.enum(['by-kind', 'middle', 'remainder']),
	/** From the best down; shares of the people, which are scaled to add up to 1. */
	tiers: z
		.array(z.strictObject({ name: z.string().min(1).max(120), share: z.number().min(0.001).max(1) }))
		.min(2)
		.max(10),
	/** The lowest score of each tier but the last, descending; null to cut by the shares. */
	cuts: z.array(z.number()).min(1).max(9).nullable(),
});
export type ScoreSettings = z.infer<typeof scoreSettings>;

/** Behaviour counts this much more than firmographics: within METRICS F49, three to five times. */
export const BEHAVIOUR_WEIGHT = 4;
export const FIRMOGRAPHIC_WEIGHT = 1;

export const scoreFacts = z.strictObject({
	/** The custom field's expression, as it goes into the segmentation. */
	expression: z.string(),
	fields: z.array(
		z.strictObject({
			field: z.string(),
			/** Weight as a share of all weights. */
			share: z.number(),
			missing: z.int(),
			/** Mean and standard deviation, or median and the spread of the middle half. */
			center: z.number(),
			spread: z.number(),
		}),
	),
	/** Mean weight of behaviour over that of firmographics; null without either. */
	behaviourRatio: z.number().nullable(),
	/** Customers with a score. */
	scored: z.int(),
	/** People by score in stretches of equal length, from `low`. */
	histogram: z.strictObject({ low: z.number(), step: z.number(), people: z.array(z.int()) }),
	/** Scores at which a tier begins, descending, as many as tiers less one; fewer where ties leave a tier without people. */
	cuts: z.array(z.number()),
});
export type ScoreFacts = z.infer<typeof scoreFacts>;
