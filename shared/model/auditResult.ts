import { z } from 'zod';
import { excluded, heterogeneity, ratioCheck } from './analysis.ts';
import { numberRecord } from './numberRecord.ts';
import { problem } from './problem.ts';
import { analysisSettings, baselineKind } from './settings.ts';
import { exclusion, segmentDefinition, segmentResult } from './segmentation.ts';
import { portfolio, segmentCheck } from './segmentReview.ts';
import { tableSummary } from './table.ts';

/** Grows by one whenever a reader of an older file could misread a newer one. Additions keep it. */
export const AUDIT_VERSION = 1;

const auditTable = tableSummary.pick({
	role: true,
	file: true,
	rowsRead: true,
	rowsLoaded: true,
	rowsQuarantined: true,
	rowsUnmatched: true,
});

/** `result.json` of `tranche audit`: the whole result of one segmentation on one set of files. See docs/result-json.md. */
export const auditResult = z.strictObject({
	format: z.literal('tranche-audit'),
	version: z.literal(AUDIT_VERSION),
	asOf: z.string(),
	baseline: baselineKind,
	level: analysisSettings.shape.level,
	correction: analysisSettings.shape.correction,
	currency: analysisSettings.shape.currency,
	mode: z.enum(['waterfall', 'strict']),
	/** Customers in the base: all but the excluded. */
	customers: z.int(),
	excluded: excluded.extend({ rules: z.array(excluded.shape.rules.element.extend({ rule: exclusion.shape.rule })) }),
	tables: z.array(auditTable),
	segments: z.array(
		segmentResult.extend({
			rule: z.string().nullable(),
			...segmentDefinition.pick({
				description: true,
				decision: true,
				action: true,
				owner: true,
				hypothesis: true,
				isPriority: true,
				color: true,
			}).shape,
		}),
	),
	/** Six per segment; see docs/result-json.md. */
	checks: z.array(segmentCheck),
	portfolio,
	numbers: z.array(numberRecord),
	ratioChecks: z.array(ratioCheck),
	heterogeneity: z.array(heterogeneity),
	problems: z.array(problem),
});
export type AuditResult = z.infer<typeof auditResult>;
