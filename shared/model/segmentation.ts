import { z } from 'zod';

export const segmentDefinition = z.strictObject({
	id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'An id is 1 to 64 letters, digits, hyphens or underscores'),
	name: z.string().min(1).max(120),
	rule: z.string().max(20_000),
	description: z.string().max(4_000).optional(),
});
export type SegmentDefinition = z.infer<typeof segmentDefinition>;

/** An ordered list of rules plus a named remainder. Waterfall: the first rule that is true takes the customer. */
export const segmentation = z
	.strictObject({
		segments: z.array(segmentDefinition).max(200),
		remainder: z.string().min(1).max(120),
		mode: z.enum(['waterfall', 'strict']),
	})
	.refine(
		(value) => new Set(value.segments.map((segment) => segment.id)).size === value.segments.length,
		'Two segments have the same id',
	);
export type Segmentation = z.infer<typeof segmentation>;

/** The id under which the remainder appears in results; no segment may use it. */
export const REMAINDER_ID = 'remainder';

export const emptySegmentation: Segmentation = { segments: [], remainder: 'Everyone else', mode: 'waterfall' };

export const segmentResult = z.strictObject({
	id: z.string(),
	name: z.string(),
	people: z.int(),
	/** Share of the base, 0 to 1; null when the base is empty. */
	share: z.number().nullable(),
	/** Customers for whom the rule is true, whatever earlier rules took. */
	matches: z.int(),
	/** Matches that an earlier rule took. */
	lostToEarlier: z.int(),
	/** Customers not taken earlier for whom the rule is neither true nor false because a value is missing. */
	missingData: z.int(),
	isRemainder: z.boolean(),
});
export type SegmentResult = z.infer<typeof segmentResult>;

export const versionSummary = z.strictObject({
	id: z.int(),
	savedAt: z.string(),
	author: z.string(),
	reason: z.string(),
	segments: z.int(),
});
export type VersionSummary = z.infer<typeof versionSummary>;
