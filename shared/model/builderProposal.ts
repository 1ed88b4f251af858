import { z } from 'zod';
import { customField } from './customField.ts';

/** What a builder makes from settings and the customers at hand: a segmentation that is not in the project yet. */

const counted = {
	people: z.int(),
	/** Share of the base, 0 to 1; null when the base is empty. */
	share: z.number().nullable(),
	/** In whole units of money; null when the data says nothing of revenue. */
	revenue: z.number().nullable(),
};

export const proposedSegment = z.strictObject({
	name: z.string().min(1).max(120),
	/** In the rule language. Rules of one proposal exclude each other as written, in any order. */
	rule: z.string().min(1).max(20_000),
	/** What the segment is, in a sentence for people who do not read rules. */
	description: z.string().max(4_000),
	...counted,
});
export type ProposedSegment = z.infer<typeof proposedSegment>;

export const builderNote = z.strictObject({ severity: z.enum(['info', 'warning']), text: z.string() });
export type BuilderNote = z.infer<typeof builderNote>;

export const builderProposal = z.strictObject({
	segments: z.array(proposedSegment).max(200),
	remainder: z.strictObject({ name: z.string().min(1).max(120), description: z.string(), ...counted }),
	/** Fields that the rules use and that the segmentation has to define. */
	customFields: z.array(customField),
	/** Customers in the base: people of all segments and of the remainder add up to it. */
	customers: z.int(),
	revenue: z.number().nullable(),
	/** Customers at hand who match more than one of the rules. */
	overlap: z.int(),
	notes: z.array(builderNote),
});
export type BuilderProposal = z.infer<typeof builderProposal>;
