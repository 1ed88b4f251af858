import type { Problem } from '#shared/model/problem.ts';
import type { SegmentResult } from '#shared/model/segmentation.ts';
import type { Bitmap } from '../columns/Column.ts';

/** Which segment each customer is in: exactly one, the remainder included. */
export interface Assignment {
	/** Per customer the index of the segment in rule order; the remainder is the number of rules. On a SharedArrayBuffer. */
	readonly codes: Uint8Array;
	/** In rule order, the remainder last. People add up to the base. */
	readonly segments: readonly SegmentResult[];
	/** What is wrong or doubtful in the rules; in strict mode also each pair of rules that overlap. */
	readonly problems: readonly Problem[];
	/** Per rule the customers for whom it is true, whatever earlier rules took. */
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
	const rows = new Int32Array(next.codes.length);
	let count = 0;
	for (let row = 0; row < next.codes.length; row++) {
		rows[count] = row;
		count += Number(previous.codes[row] !== next.codes[row]);
	}
	return rows.slice(0, count);
}
