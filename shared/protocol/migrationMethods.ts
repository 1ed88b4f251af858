import { z } from 'zod';
import { segmentation } from '../model/segmentation.ts';
import { migrationDates, migrationQuery, segmentMigration } from '../model/segmentMigration.ts';
import { analysisSettings } from '../model/settings.ts';
import { arrowBytes, method } from './method.ts';

export const migrationMethods = {
	/**
	 * Who moved between the segments of a draft from one date to another. Builds the customer frame of both dates, which takes a while on
	 * much data. Ask latest-only.
	 */
	'segments.migration': method({
		kind: 'read',
		input: z.strictObject({ segmentation, settings: analysisSettings, dates: migrationDates }),
		output: segmentMigration,
	}),
	/** Rows of the customer frame of the later date: who went from one place to another. */
	'segments.moving': method({
		kind: 'read',
		input: z.strictObject({
			segmentation,
			query: migrationQuery,
			from: z.int().nonnegative(),
			count: z.int().min(1).max(5000),
		}),
		output: z.strictObject({ rows: arrowBytes, total: z.int() }),
	}),
} as const;
