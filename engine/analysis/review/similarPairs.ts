import type { NumberUnit } from '#shared/model/numberRecord.ts';
import type { SegmentResult } from '#shared/model/segmentation.ts';
import type { AnalysisSettings } from '#shared/model/settings.ts';
import { correctedComparisons } from '../../stats/correctedComparisons.ts';
import { familyOf } from '../familyOf.ts';
import type { PlannedMetric } from '../MetricPlan.ts';
import type { SegmentSums } from '../SegmentSums.ts';

/** Two segments that no figure tells apart, though both are large enough to be told apart. */
export interface SimilarPair {
	readonly first: SegmentResult;
	readonly second: SegmentResult;
	/** Labels of the figures that were compared. */
	readonly figures: readonly string[];
	/** The smallest difference in the first of them that would have been found with 80 % power. */
	readonly detectable: { readonly label: string; readonly value: number; readonly unit: NumberUnit } | null;
}

/**
 * Pairs of segments, the remainder included, whose rates, means and ratios do not differ beyond chance in any metric (METRICS F30, M70).
 * Corrected over all pairs within each metric, as the scorecard is over segments. No difference found is no proof of sameness: hence
 * what could have been found, and no pair with a segment below the floor.
 */
export function similarPairs(
	metrics: readonly PlannedMetric[],
	sums: SegmentSums,
	segments: readonly SegmentResult[],
	settings: AnalysisSettings,
	tick: () => void,
): readonly SimilarPair[] {
	const large = segments.flatMap((segment, index) =>
		segment.people >= settings.sizeFloor ? [{ segment, index }] : [],
	);
	const pairs = large.flatMap((first, place) =>
		large.slice(place + 1).map((second) => ({
			first,
			second,
			figures: [] as string[],
			differs: false,
			detectable: null as SimilarPair['detectable'],
		})),
	);
	for (const { facts, source } of metrics) {
		tick();
		const { shape, unit } = facts;
		// What customers do, not what is known of them or what an experiment did to them.
		if (source === null || (shape.kind !== 'ratio' && shape.kind !== 'per-member')) {
			continue;
		}
		const family = familyOf(shape, unit, source, sums);
		const contrasts = pairs.map(({ first, second }) =>
			family.contrast(sums.statistics(source, first.index, 'all'), sums.statistics(source, second.index, 'all')),
		);
		const corrected = correctedComparisons(
			contrasts.map((contrast) => contrast?.p ?? null),
			settings.level,
			settings.correction,
		);
		for (const [at, pair] of pairs.entries()) {
			const contrast = contrasts[at] ?? null;
			if (contrast !== null && contrast.p !== null) {
				pair.figures.push(facts.label);
				pair.differs ||= corrected[at]?.isSignificant === true;
				const value = pair.detectable === null && !pair.differs ? contrast.mde(settings.level, 1) : null;
				pair.detectable ??= value === null ? null : { label: facts.label, value, unit };
			}
		}
	}
	return pairs.flatMap(({ first, second, figures, differs, detectable }) =>
		differs || figures.length === 0 ? [] : [{ first: first.segment, second: second.segment, figures, detectable }],
	);
}
