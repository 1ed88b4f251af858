import type { Analysis } from '#shared/model/analysis.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import type { Portfolio } from '#shared/model/segmentReview.ts';

/** Segments in use and the part of those that are flagged as a priority, from the figures of the scorecard. */
export function portfolioOf({ segments, numbers }: Analysis, segmentation: Segmentation): Portfolio {
	const priority = new Set(segmentation.segments.flatMap(({ id, isPriority }) => (isPriority === true ? [id] : [])));
	const flagged = segments.filter(({ id }) => priority.has(id));
	const revenue = new Map(
		numbers.flatMap(({ name, segment, value }) =>
			name === 'revenue' && value !== null ? [[segment, value] as const] : [],
		),
	);
	const total = revenue.get(null) ?? null;
	const sum = flagged.reduce((before, { id }) => before + (revenue.get(id) ?? 0), 0);
	return {
		segments: segments.filter(({ isRemainder, people }) => !isRemainder && people > 0).length,
		prioritySegments: flagged.length,
		priorityPeople: flagged.reduce((before, { people }) => before + people, 0),
		priorityRevenue: total === null ? null : sum,
		priorityRevenueShare: total === null || total === 0 ? null : sum / total,
	};
}
