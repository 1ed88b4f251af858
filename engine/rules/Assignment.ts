import type { Problem } from '#shared/model/problem.ts';
import type { ExclusionResult, SegmentResult } from '#shared/model/segmentation.ts';
import type { Bitmap } from '../columns/Column.ts';

/** Which segment each customer is in: exactly one, the remainder included; none for those who are excluded. */
export interface Assignment {
	/**
	 * Per customer the index of the segment in rule order; the remainder is the number of rules, and the excluded have one more, the
	 * number of segments. Fills a SharedArrayBuffer.
	 */
	readonly codes: Uint8Array;
	/** In rule order, the remainder last. People add up to the base. */
	readonly segments: readonly SegmentResult[];
	/** All customers but the excluded. */
	readonly customers: number;
	/** Per exclusion, in their order, and whom each takes. */
	readonly exclusions: readonly (ExclusionResult & { readonly taken: Bitmap })[];
	/** What is wrong or doubtful in the rules; in strict mode also each pair of rules that overlap. */
	readonly problems: readonly Problem[];
	/** Per rule the customers of the base for whom it is true, whatever earlier rules took. */
	readonly matches: readonly Bitmap[];
}
