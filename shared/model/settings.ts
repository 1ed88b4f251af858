import { z } from 'zod';

export const baselineKind = z.enum(['rest', 'control', 'everyone']);
export type BaselineKind = z.infer<typeof baselineKind>;

export const analysisSettings = z.strictObject({
	/** ISO date; null means the day after the newest event in the data, so that every event counts. */
	asOf: z.iso.date().nullable(),
	baseline: baselineKind,
	level: z.number().min(0.5).max(0.999),
	/** Holm for few declared hypotheses, Benjamini-Hochberg for exploration. The family is the segments within one metric. */
	correction: z.enum(['benjamini-hochberg', 'holm']),
	/** Segments below this many people are marked as too small (100 to 200 data points are the usual floor). */
	sizeFloor: z.int().min(2),
	currency: z
		.string()
		.regex(/^[A-Z]{3}$/)
		.nullable(),
});
export type AnalysisSettings = z.infer<typeof analysisSettings>;

export const defaultSettings: AnalysisSettings = {
	asOf: null,
	baseline: 'rest',
	level: 0.95,
	correction: 'benjamini-hochberg',
	sizeFloor: 100,
	currency: null,
};
