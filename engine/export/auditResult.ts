import type { Analysis } from '#shared/model/analysis.ts';
import { AUDIT_VERSION, type AuditResult } from '#shared/model/auditResult.ts';
import type { ProjectState } from '#shared/model/projectState.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';

export interface AuditSource {
	readonly project: ProjectState;
	readonly segmentation: Segmentation;
	readonly analysis: Analysis;
}

/** What `result.json` holds, from the project and the analysis of the segmentation. */
export function toAuditResult({ project, segmentation, analysis }: AuditSource): AuditResult {
	const rules = new Map(segmentation.segments.map((segment) => [segment.id, segment.rule]));
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
		tables: project.tables.map(({ role, file, rowsRead, rowsLoaded, rowsQuarantined, rowsUnmatched }) => ({
			role,
			file,
			rowsRead,
			rowsLoaded,
			rowsQuarantined,
			rowsUnmatched,
		})),
		segments: analysis.segments.map((segment) => ({ ...segment, rule: rules.get(segment.id) ?? null })),
		numbers: analysis.numbers,
		ratioChecks: analysis.ratioChecks,
		heterogeneity: analysis.heterogeneity,
		problems: [...project.problems, ...analysis.problems],
	};
}
