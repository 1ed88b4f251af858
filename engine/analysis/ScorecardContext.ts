import type { SegmentResult } from '#shared/model/segmentation.ts';
import type { AnalysisSettings } from '#shared/model/settings.ts';
import type { RatioCheck } from '#shared/model/analysis.ts';
import type { TableRole } from '#shared/model/tableRole.ts';
import type { PlannedMetric } from './MetricPlan.ts';
import type { SegmentSums } from './SegmentSums.ts';

/** A derived field on which membership of a segment depends. */
export interface DefiningField {
	readonly name: string;
	readonly role: TableRole;
	/** False where only an earlier rule uses it. */
	readonly isOwnRule: boolean;
}

/** One row of the scorecard: a segment, or the base where both are null. */
export interface ScorecardRow {
	readonly index: number | null;
	readonly segment: SegmentResult | null;
	readonly people: number;
	/** Customers of the row who are found in both arms. */
	readonly inBothArms: number;
	readonly ratioCheck: RatioCheck | null;
	readonly definedBy: readonly DefiningField[];
}

export interface ScorecardContext {
	readonly metrics: readonly PlannedMetric[];
	readonly sums: SegmentSums;
	/** The base first, then the segments in rule order, the remainder last. */
	readonly rows: readonly ScorecardRow[];
	readonly settings: AnalysisSettings;
	readonly hasArms: boolean;
	/** Whether a customer can have more than one campaign row. */
	readonly hasRepeatedRecipients: boolean;
	/** Called between metrics; throws to cancel. */
	readonly tick: () => void;
}
