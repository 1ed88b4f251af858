import { z } from 'zod';
import { numberRecord } from './numberRecord.ts';
import { problem } from './problem.ts';
import { baselineKind } from './settings.ts';
import { exclusionResult, segmentResult } from './segmentation.ts';

/** Sample-ratio check: whether treatment and control occur in the proportion of the whole (STATISTICS D7). */
export const ratioCheck = z.strictObject({
	segment: z.string().nullable(),
	treatment: z.int(),
	control: z.int(),
	p: z.number().nullable(),
	verdict: z.enum(['fine', 'warning', 'failure', 'not-applicable']),
});
export type RatioCheck = z.infer<typeof ratioCheck>;

/** Whether an effect differs between segments: Cochran's Q (STATISTICS D1). */
export const heterogeneity = z.strictObject({
	metric: z.string(),
	q: z.number(),
	degreesOfFreedom: z.int(),
	p: z.number(),
});
export type Heterogeneity = z.infer<typeof heterogeneity>;

/** Customers that exclusions took out of the base, so that the sums of the segments and of these are those of all customers. */
export const excluded = z.strictObject({
	people: z.int(),
	/** Orders and revenue of these customers; null where the data has none. */
	orders: z.number().nullable(),
	revenue: z.number().nullable(),
	/** In their order; their people add up to `people`. */
	rules: z.array(exclusionResult),
});
export type Excluded = z.infer<typeof excluded>;

/** Everything that follows from one segmentation: one answer, so that all views show the same state. */
export const analysis = z.strictObject({
	asOf: z.string(),
	baseline: baselineKind,
	/** Customers in the base: all but the excluded. */
	customers: z.int(),
	excluded,
	/** In rule order, the remainder last. */
	segments: z.array(segmentResult),
	/** Every metric for the whole base and for every segment. */
	numbers: z.array(numberRecord),
	ratioChecks: z.array(ratioCheck),
	heterogeneity: z.array(heterogeneity),
	/** Rules that cannot be read are reported here and count as matching nobody. */
	problems: z.array(problem),
	durationMs: z.number(),
});
export type Analysis = z.infer<typeof analysis>;
