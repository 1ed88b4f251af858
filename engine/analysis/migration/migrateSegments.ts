import type { SegmentMigration, SegmentMovement } from '#shared/model/segmentMigration.ts';
import { correctedComparisons } from '../../stats/correctedComparisons.ts';
import { NO_SHIFT, SHIFT, populationStability } from '../../stats/populationStability.ts';
import { oneSampleT } from '../../stats/oneSampleT.ts';
import { signTest } from '../../stats/signTest.ts';
import { wilsonInterval } from '../../stats/wilsonInterval.ts';
import { flowMatrix } from '../flowMatrix.ts';
import { toBounds } from '../toBounds.ts';
import { FlowSums, type Sums } from './FlowSums.ts';
import type { MigrationInput } from './MigrationInput.ts';
import { migrationPlaces, placeCodes } from './migrationPlaces.ts';
import { migrationWarnings } from './migrationWarnings.ts';
import { revenueDifferences } from './revenueDifferences.ts';

/**
 * Who moved between segments from one date to another, and what that did to revenue.
 *
 * Members: McNemar's exact test of those who entered against those who left, by which a segment that exchanges as many as it loses has
 * not changed. Revenue: a paired t test of what each customer spent as a member, later less earlier period, over all who count. Both are
 * adjusted over the segments as the scorecard is over segments. Stability: see populationStability, over those who count at both dates.
 */
export function migrateSegments(input: MigrationInput): SegmentMigration {
	const { segmentation, settings, before, after, tick } = input;
	const places = migrationPlaces(after.assignment);
	const segments = after.assignment.segments.length;
	const [from, to] = [placeCodes(before), placeCodes(after)];
	tick();
	const matrix = flowMatrix({ codes: from, places: places.length }, { codes: to, places: places.length }, [
		before.spent,
		after.spent,
	]);
	tick();
	const hasRevenue = before.spent !== null && after.spent !== null;
	const flows = new FlowSums(matrix, hasRevenue ? 10 ** input.scale : null);
	const differences =
		before.spent && after.spent
			? revenueDifferences({ codes: from, spent: before.spent }, { codes: to, spent: after.spent }, segments)
			: [];
	tick();
	const isSegment = (place: number) => place < segments;
	const earlier = flows.sum((at) => isSegment(at));
	const later = flows.sum((_, at) => isSegment(at));
	const priority = new Set(segmentation.segments.filter(({ isPriority }) => isPriority).map(({ id }) => id));
	const movements = places.slice(0, segments).map(({ id }, place) =>
		movement(flows, place, segments, settings.level, {
			id,
			isPriority: priority.has(id),
			averageBefore: average(earlier),
		}),
	);
	const adjusted = (pValues: readonly (number | null)[]) =>
		correctedComparisons(pValues, settings.level, settings.correction).map(({ pAdjusted }) => pAdjusted);
	const membersP = adjusted(
		movements.map(({ entered, left }) => (entered + left === 0 ? null : signTest(entered, left))),
	);
	const revenueP = adjusted(movements.map((_, place) => testOf(differences[place])));
	const tested = movements.map((entry, place) => ({
		...entry,
		membersP: membersP[place] ?? null,
		revenueP: revenueP[place] ?? null,
	}));
	const total = {
		before: { people: earlier.people, revenue: earlier.revenueBefore },
		after: { people: later.people, revenue: later.revenueAfter },
		revenueP: testOf(differences[segments]),
	};
	return {
		from: before.date,
		to: after.date,
		days: input.days,
		customers: to.length,
		places: [...places],
		before: places.map((_, place) => earlierTotal(flows.sum((at) => at === place))),
		after: places.map((_, place) => laterTotal(flows.sum((_from, at) => at === place))),
		flows: flows.cells(),
		moved: flows.sum((at, target) => isSegment(at) && at !== target),
		total,
		segments: tested,
		stability: stability(flows, segments),
		warnings: migrationWarnings(tested, places, total, input),
		notes: [...input.notes],
		problems: after.assignment.problems
			.filter(({ severity, code }) => severity === 'error' && code !== 'segments.overlap')
			.map(({ message }) => message),
	};
}

function movement(
	flows: FlowSums,
	place: number,
	segments: number,
	level: number,
	facts: { readonly id: string; readonly isPriority: boolean; readonly averageBefore: number | null },
): Omit<SegmentMovement, 'membersP' | 'revenueP'> {
	const notYet = segments + 1;
	const before = flows.sum((from) => from === place);
	const after = flows.sum((_, to) => to === place);
	const stay = flows.sum((from, to) => from === place && to === place);
	const fresh = flows.sum((from, to) => from === notYet && to === place);
	const moved = flows.sum((from, to) => from !== place && from !== notYet && to === place);
	const gone = flows.sum((from, to) => from === place && to !== place);
	const mean = average(before);
	return {
		id: facts.id,
		before: earlierTotal(before),
		after: laterTotal(after),
		stayed: stay.people,
		stayShare: before.people === 0 ? null : stay.people / before.people,
		stayInterval: toBounds(wilsonInterval(stay.people, before.people, level)),
		entered: after.people - stay.people,
		newCustomers: fresh.people,
		left: gone.people,
		revenueChange:
			before.revenueBefore === null || after.revenueAfter === null
				? null
				: {
						total: flows.difference(after.revenueAfter, before.revenueBefore),
						stayers: flows.difference(stay.revenueAfter ?? 0, stay.revenueBefore ?? 0),
						movedIn: moved.revenueAfter ?? 0,
						newCustomers: fresh.revenueAfter ?? 0,
						movedOut: gone.revenueBefore ?? 0,
					},
		isHighValue: facts.isPriority || (mean !== null && facts.averageBefore !== null && mean > facts.averageBefore),
	};
}

function testOf(differences: Parameters<typeof oneSampleT>[0] | undefined): number | null {
	return differences ? (oneSampleT(differences)?.p ?? null) : null;
}

/** Revenue per person in the earlier period; null where that is not known. */
function average({ people, revenueBefore }: Sums): number | null {
	return people === 0 || revenueBefore === null ? null : revenueBefore / people;
}

function earlierTotal({ people, revenueBefore }: Sums) {
	return { people, revenue: revenueBefore };
}

function laterTotal({ people, revenueAfter }: Sums) {
	return { people, revenue: revenueAfter };
}

function stability(flows: FlowSums, segments: number): SegmentMigration['stability'] {
	const list = Array.from({ length: segments }, (_, place) => place);
	const expected = list.map((place) => flows.sum((from, to) => from === place && to < segments).people);
	const actual = list.map((place) => flows.sum((from, to) => to === place && from < segments).people);
	const index = populationStability(expected, actual);
	return index === null
		? null
		: {
				index,
				band: index < NO_SHIFT ? 'none' : index > SHIFT ? 'shifted' : 'some',
				people: expected.reduce((sum, people) => sum + people, 0),
			};
}
