import type { NumberRecord } from '#shared/model/numberRecord.ts';
import type { SegmentResult } from '#shared/model/segmentation.ts';
import type { CheckName, SegmentCheck } from '#shared/model/segmentReview.ts';
import type { AnalysisSettings } from '#shared/model/settings.ts';
import type { MemberShift } from './memberShift.ts';

/** What the checks of one segment read: figures of the scorecard against the rest, never figures of their own. */
export interface CheckContext {
	readonly segment: SegmentResult;
	/** By name, such as `conversion_rate`. */
	readonly number: (name: string) => NumberRecord | null;
	/** All figures of the segment. */
	readonly numbers: readonly NumberRecord[];
	readonly settings: AnalysisSettings;
	/** What the reachable share is counted from. */
	readonly reachBasis: 'consent' | 'address' | null;
	/** Names of the segments that no behaviour tells apart from this one. */
	readonly similar: readonly string[];
	/** Who came and went since an earlier date, or a sentence that says why that cannot be told. */
	readonly shift: MemberShift | string;
}

export type Judgement = Pick<SegmentCheck, 'verdict' | 'finding' | 'metric'>;

export interface Check {
	readonly name: CheckName;
	readonly rule: (settings: AnalysisSettings) => string;
	readonly judge: (context: CheckContext) => Judgement;
}

export function unknown(finding: string): Judgement {
	return { verdict: 'unknown', finding: `Cannot be told: ${finding}`, metric: null };
}
