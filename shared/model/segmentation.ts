import { z } from 'zod';
import { customField } from './customField.ts';

const words = z.string().max(4_000).optional();
const ruleId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'An id is 1 to 64 letters, digits, hyphens or underscores');

/** A rule with what a team agreed about the people it finds (METRICS F10–F12, F27, F28). */
export const segmentDefinition = z.strictObject({
	id: ruleId,
	name: z.string().min(1).max(120),
	rule: z.string().max(20_000),
	description: words,
	/** The decision that the segment serves. */
	decision: words,
	/** The one offer, message or treatment that its members get. */
	action: words,
	owner: z.string().max(120).optional(),
	hypothesis: words,
	isPriority: z.boolean().optional(),
	/** Place in the palette of segments, from 0; without it the segment's position decides. */
	color: z.int().min(0).max(31).optional(),
});
export type SegmentDefinition = z.infer<typeof segmentDefinition>;

/** Customers that no figure counts: test accounts, staff, people without consent. */
export const exclusion = z.strictObject({
	id: ruleId,
	name: z.string().min(1).max(120),
	rule: z.string().max(20_000),
});
export type Exclusion = z.infer<typeof exclusion>;

/**
 * An ordered list of rules plus a named remainder. Waterfall: the first rule that is true takes the customer. Strict: no two rules may
 * be true of one customer. Exclusions go before all rules; rules may use the custom fields.
 */
export const segmentation = z
	.strictObject({
		segments: z.array(segmentDefinition).max(200),
		remainder: z.string().min(1).max(120),
		mode: z.enum(['waterfall', 'strict']),
		exclusions: z.array(exclusion).max(50).default([]),
		customFields: z.array(customField).max(500).default([]),
	})
	.refine(
		({ segments, exclusions }) =>
			new Set([...segments, ...exclusions].map(({ id }) => id)).size === segments.length + exclusions.length,
		'Two segments have the same id',
	)
	.refine(
		({ customFields }) => new Set(customFields.map(({ name }) => name)).size === customFields.length,
		'Two custom fields have the same name',
	);
export type Segmentation = z.infer<typeof segmentation>;

/** The id under which the remainder appears in results; no segment may use it. */
export const REMAINDER_ID = 'remainder';

export const emptySegmentation: Segmentation = {
	segments: [],
	remainder: 'Everyone else',
	mode: 'waterfall',
	exclusions: [],
	customFields: [],
};

export const segmentResult = z.strictObject({
	id: z.string(),
	name: z.string(),
	people: z.int(),
	/** Share of the base (all customers less the excluded), 0 to 1; null when the base is empty. */
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

/** Whom one exclusion takes out of the base. */
export const exclusionResult = z.strictObject({
	id: z.string(),
	name: z.string(),
	/** Customers that this exclusion takes: a customer of two exclusions counts with the first. */
	people: z.int(),
	/** Customers for whom the rule is true, whatever earlier exclusions took. */
	matches: z.int(),
	/** Customers whom no exclusion takes and for whom this rule cannot be decided, because a value is missing: they stay in the base. */
	missingData: z.int(),
});
export type ExclusionResult = z.infer<typeof exclusionResult>;

export const versionSummary = z.strictObject({
	id: z.int(),
	savedAt: z.string(),
	author: z.string(),
	reason: z.string(),
	segments: z.int(),
});
export type VersionSummary = z.infer<typeof versionSummary>;
