import { z } from 'zod';
import { frameField } from './frameField.ts';
import { problem } from './problem.ts';
import { segmentation, versionSummary } from './segmentation.ts';
import { analysisSettings } from './settings.ts';
import { tableSummary } from './table.ts';

export const projectState = z.strictObject({
	path: z.string(),
	name: z.string(),
	isReadOnly: z.boolean(),
	isSample: z.boolean(),
	/** Grows with every change of the project. */
	revision: z.int(),
	tables: z.array(tableSummary),
	/** Customers in the base. */
	customers: z.int(),
	/** The date in force: the setting, or the one derived from the data. Null without data. */
	asOf: z.string().nullable(),
	settings: analysisSettings,
	segmentation,
	/** Whether the segmentation differs from the newest saved version. */
	hasUnsavedVersion: z.boolean(),
	versions: z.array(versionSummary),
	fields: z.array(frameField),
	undoLabel: z.string().nullable(),
	redoLabel: z.string().nullable(),
	problems: z.array(problem),
});
export type ProjectState = z.infer<typeof projectState>;
