import type { Analysis } from '#shared/model/analysis.ts';
import { AUDIT_VERSION, type AuditResult } from '#shared/model/auditResult.ts';
import type { ProjectState } from '#shared/model/projectState.ts';
import type { SegmentReview } from '#shared/model/segmentReview.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';

export interface AuditSource {
	readonly project: ProjectState;
	readonly segmentation: Segmentation;
	readonly analysis: Analysis;
	readonly review: SegmentReview;
}

/** What `result.json` holds, from the project and the analysis of the segmentation. */
export function toAuditResult({ project, segmentation, analysis, review }: AuditSource): AuditResult {
	const definitions = new Map(segmentation.segments.map((segment) => [segment.id, segment]));
	const exclusions = new Map(segmentation.exclusions.map(({ id, rule }) => [id, rule]));
	return {
		format: 'tranche-audit',
		version: AUDIT_VERSION,
		asOf: analysis.asOf,
		baseline: analysis.baseline,
		level: project.settings.level,
		correction: project.settings.correction,
		currency: project.settings.currency,
		mode: segmentation.mode,
		customers: analysis.customers,
		excluded: {
			...analysis.excluded,
			rules: analysis.excluded.rules.map((found) => ({ ...found, rule: exclusions.get(found.id) ?? '' })),
		},
		tables: project.tables.map(({ role, file, rowsRead, rowsLoaded, rowsQuarantined, rowsUnmatched }) => ({
			role,
			file,
			rowsRead,
			rowsLoaded,
			rowsQuarantined,
			rowsUnmatched,
		})),
		segments: analysis.segments.map((segment) => ({ rule: null, ...definitions.get(segment.id), ...segment })),
		checks: review.checks,
		portfolio: review.portfolio,
		numbers: analysis.numbers,
		ratioChecks: analysis.ratioChecks,
		heterogeneity: analysis.heterogeneity,
		problems: [...project.problems, ...analysis.problems, ...review.problems],
	};
}
