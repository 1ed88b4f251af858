import type { Analysis } from '#shared/model/analysis.ts';
import type { ProjectState } from '#shared/model/projectState.ts';
import type { SegmentReview } from '#shared/model/segmentReview.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';

/** What every section of the report reads. */
export interface ReportInput {
	readonly project: ProjectState;
	readonly segmentation: Segmentation;
	readonly analysis: Analysis;
	readonly review: SegmentReview;
}
