import { z } from 'zod';

/** What a tree is to tell apart: the share of customers of whom a rule is true, or the mean of a field. */
export const treeOutcome = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('rate'), rule: z.string().min(1).max(20_000) }),
	z.strictObject({ kind: z.literal('amount'), field: z.string() }),
]);
export type TreeOutcome = z.infer<typeof treeOutcome>;

export const treeSettings = z.strictObject({
	outcome: treeOutcome,
	/** Fields that rules may use. */
	fields: z.array(z.string()).min(1).max(100),
	/** `cart`: two parts at a time, by what they explain. `chaid`: as many parts as differ significantly. */
	method: z.enum(['cart', 'chaid']),
	maxDepth: z.int().min(1).max(10),
	maxLeaves: z.int().min(2).max(50),
	/** Customers of the training part that a leaf has at least. */
	minimumLeaf: z.int().min(1),
	/** CART: the share of the outcome's variance that each further leaf must explain. */
	minimumGain: z.number().min(0).max(1),
	/** CHAID: the level at which groups differ, before splitting (adjusted) and while joining. */
	alpha: z.number().min(1e-6).max(0.5),
	/** Share of customers that the tree does not learn from; figures come from them. */
	holdoutShare: z.number().min(0.1).max(0.9),
	seed: z
		.int()
		.min(0)
		.max(2 ** 31 - 1),
	/** Coverage of the intervals. */
	level: z.number().min(0.5).max(0.999),
});
export type TreeSettings = z.infer<typeof treeSettings>;

/** Rate or mean of one part of a node's customers. */
export const treeEstimate = z.strictObject({
	customers: z.int(),
	value: z.number().nullable(),
	low: z.number().nullable(),
	high: z.number().nullable(),
});
export type TreeEstimate = z.infer<typeof treeEstimate>;

export const treeNode = z.strictObject({
	/** Place in the list, which has each node before its children. */
	id: z.int(),
	parent: z.int().nullable(),
	depth: z.int(),
	/** What tells it from its siblings, in the rule language; null for the root. */
	condition: z.string().nullable(),
	/** The same for people who do not read rules. */
	conditionWords: z.string().nullable(),
	/** By which field it is split; null for a leaf. */
	split: z
		.strictObject({
			field: z.string(),
			/** Share of the whole variance (training part) that this split explains. */
			gain: z.number(),
			/** Adjusted p value, as natural logarithm because most are too small to write; null for CART. */
			logP: z.number().nullable(),
			/** Natural logarithm of the p value of "these parts do not differ" in the holdout, which the split has not seen. */
			holdoutLogP: z.number(),
		})
		.nullable(),
	training: treeEstimate,
	holdout: treeEstimate,
	/** Training less holdout: how much of the figure was luck. */
	difference: z.strictObject({ value: z.number(), low: z.number().nullable(), high: z.number().nullable() }).nullable(),
	/** Index of the proposed segment; null for a node that is split. */
	segment: z.int().nullable(),
});
export type TreeNodeFacts = z.infer<typeof treeNode>;

export const treeFacts = z.strictObject({
	outcome: z.strictObject({ kind: z.enum(['rate', 'amount']), label: z.string(), isMoney: z.boolean() }),
	nodes: z.array(treeNode),
	level: z.number(),
	/** Customers of the base without an outcome: in no figure, but in a segment by their values. */
	withoutOutcome: z.int(),
	/** Share of the outcome's variance that the leaves explain; null where it does not vary. Can be below 0 in the holdout. */
	explained: z.strictObject({ training: z.number().nullable(), holdout: z.number().nullable() }),
});
export type TreeFacts = z.infer<typeof treeFacts>;

/** A field as a tree builder sees it, given an outcome. */
export const treeField = z.strictObject({
	name: z.string(),
	/** Why a tree that uses it would prove nothing; null where nothing speaks against it. */
	leak: z.string().nullable(),
	/** Why it cannot be used; null where it can. */
	unusable: z.string().nullable(),
});
export type TreeField = z.infer<typeof treeField>;
