import type { Analysis } from '#shared/model/analysis.ts';
import type { SegmentCheck } from '#shared/model/segmentReview.ts';
import type { AnalysisSettings } from '#shared/model/settings.ts';
import { checkList } from './checkList.ts';
import type { MemberShift } from './memberShift.ts';
import type { SimilarPair } from './similarPairs.ts';

/** Every check of every segment but the remainder. `analysis` compares with the rest, whatever the baseline of the settings. */
export function segmentChecks(
	analysis: Analysis,
	settings: AnalysisSettings,
	similar: readonly SimilarPair[],
	shiftOf: (segmentId: string) => MemberShift | string,
	reachBasis: 'consent' | 'address' | null,
): SegmentCheck[] {
	const bySegment = Map.groupBy(analysis.numbers, ({ segment }) => segment);
	return analysis.segments
		.filter(({ isRemainder }) => !isRemainder)
		.flatMap((segment) => {
			const numbers = bySegment.get(segment.id) ?? [];
			const context = {
				segment,
				numbers,
				number: (name: string) => numbers.find((record) => record.name === name) ?? null,
				settings,
				reachBasis,
				similar: similar.flatMap(({ first, second }) =>
					first.id === segment.id ? [second.name] : second.id === segment.id ? [first.name] : [],
				),
				shift: shiftOf(segment.id),
			};
			return checkList.map((check) => ({
				segment: segment.id,
				check: check.name,
				rule: check.rule(settings),
				...check.judge(context),
			}));
		});
}
