import { csvText } from './csvText.ts';

const ROWS_PER_BLOCK = 20_000;

export interface AssignmentSource {
	readonly length: number;
	/** Index into `segments` for each customer row; beyond them for the excluded, who are left out. */
	readonly codes: ArrayLike<number>;
	readonly segments: readonly { readonly id: string; readonly name: string }[];
	customerId(row: number): string;
}

/**
 * `assignments.csv` in blocks of text: each customer of the base exactly once, with the segment that took them; nobody who is excluded.
 * A block at a time, so that a million customers never stand in memory as one string.
 */
export function* assignmentRows(source: AssignmentSource): Generator<string> {
	yield 'customer_id,segment_id,segment_name\n';
	const tails = source.segments.map((segment) => `,${csvText(segment.id)},${csvText(segment.name)}\n`);
	for (let start = 0; start < source.length; start += ROWS_PER_BLOCK) {
		let block = '';
		for (let row = start; row < Math.min(start + ROWS_PER_BLOCK, source.length); row++) {
			const tail = tails[source.codes[row] ?? -1];
			block += tail === undefined ? '' : csvText(source.customerId(row)) + tail;
		}
		yield block;
	}
}
