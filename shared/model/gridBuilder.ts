import { z } from 'zod';

const parts = z.int().min(2).max(12);

/** How the values of one variable fall into groups. */
export const gridSplit = z.discriminatedUnion('kind', [
	/** Numbers and dates: groups of about as many people each. */
	z.strictObject({ kind: z.literal('quantiles'), parts }),
	/** Numbers and dates: stretches of the same length from the least value to the greatest. */
	z.strictObject({ kind: z.literal('width'), parts }),
	/** Numbers: each cut is the highest value of its group. */
	z.strictObject({ kind: z.literal('cuts'), values: z.array(z.number()).min(1).max(11) }),
	/** Numbers, dates and texts: at most so many groups that differ most in an outcome, none below the share. */
	z.strictObject({
		kind: z.literal('outcome'),
		outcome: z.string(),
		parts,
		minimumShare: z.number().min(0.001).max(0.5),
	}),
	/** Texts: the most frequent values stand alone, all others are one group. */
	z.strictObject({ kind: z.literal('frequent'), parts }),
	/** Texts: values that belong together; all others are one group. */
	z.strictObject({
		kind: z.literal('values'),
		groups: z
			.array(z.strictObject({ name: z.string().min(1).max(60), values: z.array(z.string()).min(1).max(500) }))
			.min(1)
			.max(12),
	}),
	/** Yes and no. */
	z.strictObject({ kind: z.literal('yes-no') }),
]);
export type GridSplit = z.infer<typeof gridSplit>;

export const gridVariable = z.strictObject({
	field: z.string(),
	split: gridSplit,
	/** Customers without a value: a group of their own, or the remainder. */
	missing: z.enum(['own', 'remainder']),
});
export type GridVariable = z.infer<typeof gridVariable>;

export const gridSettings = z.strictObject({ variables: z.array(gridVariable).min(1).max(3) });
export type GridSettings = z.infer<typeof gridSettings>;

export const gridFacts = z.strictObject({
	variables: z.array(
		z.strictObject({
			field: z.string(),
			/** How the groups were found, in a sentence. */
			method: z.string(),
			groups: z.array(z.strictObject({ name: z.string(), people: z.int() })),
		}),
	),
	/** Every combination of groups, the last variable fastest; `segment` is its place in the proposal, null where nobody is. */
	cells: z.array(z.strictObject({ groups: z.array(z.int()), segment: z.int().nullable() })),
});
export type GridFacts = z.infer<typeof gridFacts>;
