import { z } from 'zod';
import { problem } from './problem.ts';

/** The questions that a segment has to answer (METRICS F34): sources 002 and 000. */
export const checkName = z.enum(['sizeable', 'reachable', 'responsive', 'stable', 'different', 'profitable']);
export type CheckName = z.infer<typeof checkName>;

export const segmentCheck = z.strictObject({
	segment: z.string(),
	check: checkName,
	/** `partly` also stands for what is not shown either way; `unknown` where the data cannot tell. */
	verdict: z.enum(['yes', 'partly', 'no', 'unknown']),
	/** The figure behind the verdict, or what is missing, in one or two sentences. */
	finding: z.string(),
	/** When the verdict is yes, and when no. */
	rule: z.string(),
	/** Id of the metric whose figure it is; null where it is none of the scorecard. */
	metric: z.string().nullable(),
});
export type SegmentCheck = z.infer<typeof segmentCheck>;

/** Segments that are in use (M80) and what those flagged as a priority bring (M21). */
export const portfolio = z.strictObject({
	segments: z.int(),
	prioritySegments: z.int(),
	priorityPeople: z.int(),
	/** Null where the data has no revenue. */
	priorityRevenue: z.number().nullable(),
	/** Of the revenue of the base, 0 to 1. */
	priorityRevenueShare: z.number().nullable(),
});
export type Portfolio = z.infer<typeof portfolio>;

/** What a critical colleague would ask of a segmentation: slower than its figures, so asked for apart from them. */
export const segmentReview = z.strictObject({
	/** Six for each segment in rule order; none of the remainder. */
	checks: z.array(segmentCheck),
	portfolio,
	/** What is doubtful about the segmentation itself. */
	problems: z.array(problem),
	/** Whether the comparison with an earlier date was left out because it takes long on this much data. */
	isShiftPending: z.boolean(),
});
export type SegmentReview = z.infer<typeof segmentReview>;
