import type { RuleIntersection, SegmentOverlap } from '#shared/model/segmentOverlap.ts';
import type { SignatureCounts } from './countSignatures.ts';
import { amountOf } from './OverlapCounts.ts';
import type { OverlapCounts } from './OverlapCounts.ts';

/** The largest by people, and as many by revenue. */
const MOST_LISTED = 40;

/** The counts with the ids of the segments, for views. `missingData`: customers of the remainder for whom a rule is unknown. */
export function overlapReport(
	ids: readonly string[],
	signatures: SignatureCounts,
	counts: OverlapCounts,
	missingData: number,
): SegmentOverlap {
	const { remainder, pairs } = counts;
	return {
		base: counts.base,
		excluded: counts.excluded,
		remainder: { people: remainder.people, revenue: remainder.revenue },
		missingData,
		contested: counts.contested,
		segments: ids.map((id, rule) => ({
			id,
			matches: counts.matches[rule]!,
			taken: counts.taken[rule]!,
			lost: counts.lost[rule]!.map(({ to, people, revenue }) => ({ to: ids[to]!, people, revenue })),
		})),
		pairs: pairs.map(({ first, second, people, revenue }) => ({
			first: ids[first]!,
			second: ids[second]!,
			people,
			revenue,
		})),
		...intersections(ids, signatures),
	};
}

function intersections(
	ids: readonly string[],
	{ table, scale }: SignatureCounts,
): Pick<SegmentOverlap, 'intersections' | 'otherIntersections'> {
	const byPeople = largest(table.size, (number) => table.peopleOf(number));
	const byRevenue = scale === null ? [] : largest(table.size, (number) => table.sumOf(number));
	const listed = [...new Set([...byPeople, ...byRevenue])].sort(
		(a, b) => table.peopleOf(b) - table.peopleOf(a) || a - b,
	);
	const [isListed, left] = [new Set(listed), { people: 0, sum: 0 }];
	for (let number = 1; number < table.size; number++) {
		if (!isListed.has(number)) {
			left.people += table.peopleOf(number);
			left.sum += table.sumOf(number);
		}
	}
	return {
		intersections: listed.map((number): RuleIntersection => ({
			ids: table.rulesOf(number).map((rule) => ids[rule]!),
			...amountOf(table.peopleOf(number), table.sumOf(number), scale),
		})),
		otherIntersections: { count: table.size - 1 - listed.length, ...amountOf(left.people, left.sum, scale) },
	};
}

/** The combinations from 1 on with the largest values, the largest first; of equals those that were met first. */
function largest(size: number, valueOf: (number: number) => number): readonly number[] {
	const found: number[] = [];
	for (let number = 1; number < size; number++) {
		const value = valueOf(number);
		if (found.length === MOST_LISTED && value <= valueOf(found.at(-1)!)) {
			continue;
		}
		const place = found.findIndex((other) => valueOf(other) < value);
		found.splice(place === -1 ? found.length : place, 0, number);
		found.length = Math.min(found.length, MOST_LISTED);
	}
	return found;
}
