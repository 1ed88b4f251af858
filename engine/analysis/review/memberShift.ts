import type { Assignment } from '../../rules/Assignment.ts';
import { populationStability } from '../../stats/populationStability.ts';

/** How membership moved between two dates, over those who were customers on both. */
export interface MemberShift {
	/** ISO date of the earlier state. */
	readonly since: string;
	/** Population stability index of the sizes of all segments; null without customers. */
	readonly index: number | null;
	readonly segments: ReadonlyMap<string, SegmentShift>;
}

export interface SegmentShift {
	readonly before: number;
	readonly now: number;
	/** Members on both dates. */
	readonly stayed: number;
}

/**
 * The index is over the sizes of the segments and the remainder. `wasCustomer` leaves out those who were none on the earlier date, and whoever is
 * excluded on either date is left out too. Both assignments have the same customers and segments in the same order.
 */
export function memberShift(
	before: Pick<Assignment, 'codes' | 'segments'>,
	now: Pick<Assignment, 'codes' | 'segments'>,
	wasCustomer: (row: number) => boolean,
	since: string,
): MemberShift {
	const count = now.segments.length;
	const [sizesBefore, sizesNow, stayed] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
	for (let row = 0; row < now.codes.length; row++) {
		const [from, to] = [before.codes[row]!, now.codes[row]!];
		if (from < count && to < count && wasCustomer(row)) {
			sizesBefore[from]!++;
			sizesNow[to]!++;
			if (from === to) {
				stayed[from]!++;
			}
		}
	}
	const index = populationStability([...sizesBefore], [...sizesNow]);
	const segments = now.segments.map(({ id }, segment) => {
		return [id, { before: sizesBefore[segment]!, now: sizesNow[segment]!, stayed: stayed[segment]! }] as const;
	});
	return { since, index, segments: new Map(segments) };
}
