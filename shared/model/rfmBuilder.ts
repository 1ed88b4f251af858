import { z } from 'zod';
import { ORDER_WINDOWS_MONTHS } from './orderWindows.ts';

/**
 * Recency, frequency and monetary value, each scored 1 to 5 (5 is best). A cell is one of the 125 combinations; its number is
 * `(R - 1) * 25 + (F - 1) * 5 + (M - 1)`.
 */
export const RFM_SCORES = 5;
export const RFM_CELLS = 125;

export const rfmDimensionId = z.enum(['recency', 'frequency', 'monetary']);
export type RfmDimensionId = z.infer<typeof rfmDimensionId>;

const score = z.int().min(1).max(RFM_SCORES);
const scoreRange = z.tuple([score, score]).refine(([low, high]) => low <= high, 'The lower score goes first');

/** A segment as published: the scores from and to, in each dimension. Boxes may overlap and leave gaps; the repair decides. */
export const rfmBox = z.strictObject({
	name: z.string().min(1).max(120),
	description: z.string().max(4_000),
	recency: scoreRange,
	frequency: scoreRange,
	monetary: scoreRange,
});
export type RfmBox = z.infer<typeof rfmBox>;

/** Fifths of the people by default; or four numbers in ascending order, each the highest value of its group. */
export const rfmCuts = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('quantiles') }),
	z.strictObject({ kind: z.literal('fixed'), values: z.array(z.number()).length(RFM_SCORES - 1) }),
]);
export type RfmCuts = z.infer<typeof rfmCuts>;

export const rfmSettings = z.strictObject({
	/** The field of each dimension; low recency is good, high frequency and monetary value are. */
	fields: z.strictObject({ recency: z.string(), frequency: z.string(), monetary: z.string() }),
	cuts: z.strictObject({ recency: rfmCuts, frequency: rfmCuts, monetary: rfmCuts }),
	/**
	 * Only orders of so many months before the as-of date count: for who gets scores, and for the number of orders and revenue, which are
	 * taken from the fields of that window. Null counts the whole history.
	 */
	windowMonths: z.literal(ORDER_WINDOWS_MONTHS).nullable(),
	map: z.array(rfmBox).min(1).max(50),
	/** Who gets a cell that several boxes claim: the first in the list, or the one that claims the fewest cells. */
	contested: z.enum(['first', 'smallest']),
	/** Who gets a cell that no box claims: the nearest box, or the remainder. */
	uncovered: z.enum(['nearest', 'remainder']),
	/** Cells that a person gave to a segment (its place in the map, from 0) or to the remainder (null). */
	overrides: z.array(
		z.strictObject({
			cell: z
				.int()
				.min(0)
				.max(RFM_CELLS - 1),
			segment: z.int().min(0).nullable(),
		}),
	),
});
export type RfmSettings = z.infer<typeof rfmSettings>;

export const rfmDimension = z.strictObject({
	id: rfmDimensionId,
	field: z.string(),
	/** Four ascending values; equal ones leave a score without people. */
	cuts: z.array(z.number()),
	/** People with score 1 to 5. */
	people: z.array(z.int()),
	/** What the values of score 1 to 5 are, such as `39–111`; null where no value can have the score. */
	ranges: z.array(z.string().nullable()),
	/** Values that more than a fifth of the scored people share, or that push others out of a score. */
	ties: z.array(z.strictObject({ value: z.number(), people: z.int(), score: z.int() })),
});
export type RfmDimension = z.infer<typeof rfmDimension>;

export const rfmFacts = z.strictObject({
	dimensions: z.array(rfmDimension).length(3),
	/** Customers with three scores. */
	scored: z.int(),
	/** Days from the first order of anybody to the as-of date; null when no order has a date. */
	historyDays: z.int().nullable(),
	/** People and revenue of every cell; revenue is null without it. */
	cells: z.array(z.strictObject({ people: z.int(), revenue: z.number().nullable() })).length(RFM_CELLS),
	/** The segment that each cell goes to (place in the map), null for the remainder. */
	owners: z.array(z.int().nullable()).length(RFM_CELLS),
	/** Where each segment of the map stands in the proposal; null when it came to nothing, because nobody can be in it. */
	places: z.array(z.int().nullable()),
	/** Cells that more than one box claims, and that none claims, before any repair. */
	contested: z.array(z.int()),
	uncovered: z.array(z.int()),
});
export type RfmFacts = z.infer<typeof rfmFacts>;
