import { z } from 'zod';
import { keyForm } from './tableMapping.ts';

const keyExample = z.strictObject({ key: z.string(), rows: z.int() });

/** One table of a pair, seen from its key column. rows = rowsWithoutKey + rows of matched keys + orphanRows. */
export const joinSide = z.strictObject({
	tableId: z.int(),
	name: z.string(),
	column: z.string(),
	rows: z.int(),
	rowsWithoutKey: z.int(),
	/** Distinct keys. */
	keys: z.int(),
	/** Keys that the other table does not have, and their rows; the most frequent first. */
	orphanKeys: z.int(),
	orphanRows: z.int(),
	orphans: z.array(keyExample),
	/** Keys in more than one row. In a table of events that is as it should be, in one of customers it is not. */
	duplicateKeys: z.int(),
	duplicates: z.array(keyExample),
});
export type JoinSide = z.infer<typeof joinSide>;

/** Orphans that would find a partner if both keys were brought into these forms. */
export const nearMatch = z.strictObject({
	forms: z.array(keyForm).min(1),
	leftKeys: z.int(),
	rightKeys: z.int(),
	/** Forms that several keys of one side share: those keys would become one. */
	ambiguous: z.int(),
	examples: z.array(z.strictObject({ left: z.string(), right: z.string() })),
});
export type NearMatch = z.infer<typeof nearMatch>;

export const joinPair = z.strictObject({
	/** Role field id that both tables have. */
	field: z.string(),
	label: z.string(),
	left: joinSide,
	right: joinSide,
	matchedKeys: z.int(),
	nearMatches: z.array(nearMatch),
	/** Whether near matches were looked for among a part of the keys only, because there are very many. */
	isSampled: z.boolean(),
});
export type JoinPair = z.infer<typeof joinPair>;
