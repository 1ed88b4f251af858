import { z } from 'zod';

const id = z.string();

/** Customers that can be listed. Ids are those of segments, of the remainder and of exclusions. */
export const customerGroup = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('everyone') }),
	/** The members of a segment, or whom an exclusion takes. */
	z.strictObject({ kind: z.literal('members'), id }),
	/** Who matches the rule of a segment and is in an earlier one, as `lostToEarlier` counts them. */
	z.strictObject({ kind: z.literal('lost'), id }),
	/** For whom the rule is neither true nor false because a value is missing, as `missingData` counts them. */
	z.strictObject({ kind: z.literal('undecided'), id }),
	/** Whom any exclusion takes, each with its name. */
	z.strictObject({ kind: z.literal('excluded') }),
]);
export type CustomerGroup = z.infer<typeof customerGroup>;
