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

/**
 * The customers whose segment differs, in ascending order; null when the two do not have the same segments in the same order, so that
 * everything has to be summed anew.
 */
export function changedRows(previous: Assignment, next: Assignment): Int32Array | null {
	const isSameList =
		previous.codes.length === next.codes.length &&
		previous.segments.length === next.segments.length &&
		previous.segments.every((segment, index) => segment.id === next.segments[index]?.id);
	if (!isSameList) {
		return null;
	}
	const rows: number[] = [];
	const [before, after] = [fourAtATime(previous.codes), fourAtATime(next.codes)];
	for (let word = 0; word < after.length; word++) {
		if (before[word] !== after[word]) {
			pushDifferences(rows, previous.codes, next.codes, word << 2, (word << 2) + 4);
		}
	}
	pushDifferences(rows, previous.codes, next.codes, after.length << 2, next.codes.length);
	return Int32Array.from(rows);
}

function fourAtATime(codes: Uint8Array): Int32Array {
	return new Int32Array(codes.buffer, codes.byteOffset, codes.length >>> 2);
}

function pushDifferences(rows: number[], before: Uint8Array, after: Uint8Array, from: number, to: number): void {
	for (let row = from; row < to; row++) {
		if (before[row] !== after[row]) {
			rows.push(row);
		}
	}
}
