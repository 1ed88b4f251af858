import { z } from 'zod';
import { analysis } from '#shared/model/analysis.ts';
import { cell, columnType } from '#shared/model/columnType.ts';
import { customerGroup } from '#shared/model/customerGroup.ts';
import { projectState } from '#shared/model/projectState.ts';
import { segmentation } from '#shared/model/segmentation.ts';
import { segmentReview } from '#shared/model/segmentReview.ts';
import { analysisSettings } from '#shared/model/settings.ts';
import { arrowBytes, method } from './method.ts';

const fieldHistogram = z.strictObject({ low: cell, high: cell, counts: z.array(z.int()) });

export const segmentMethods = {
	/** Counts, scorecard and problems of a draft; changes nothing. Ask latest-only. */
	'segments.evaluate': method({
		kind: 'read',
		input: z.strictObject({ segmentation, settings: analysisSettings }),
		output: analysis,
	}),
	/** Checks of each segment and doubts about the whole; slower than the figures, so asked for apart. Changes nothing. */
	'segments.review': method({
		kind: 'read',
		input: z.strictObject({
			segmentation,
			settings: analysisSettings,
			/** Also compare with an earlier date where that takes long. */
			isPatient: z.boolean(),
		}),
		output: segmentReview,
	}),
	/** Makes the draft the project's segmentation; undoable. */
	'segments.write': method({
		kind: 'write',
		input: z.strictObject({ segmentation, label: z.string().min(1).max(200) }),
		output: projectState,
	}),
	/** Keeps the segmentation as it is when the writes that were asked for before have ended; see Session. */
	'segments.saveVersion': method({
		kind: 'long-write',
		input: z.strictObject({ reason: z.string().max(1000) }),
		output: projectState,
	}),
	'segments.restoreVersion': method({
		kind: 'write',
		input: z.strictObject({ versionId: z.int() }),
		output: projectState,
	}),
	/** Rows of the customer frame as a draft tells them apart, with its custom fields. */
	'segments.members': method({
		kind: 'read',
		input: z.strictObject({
			segmentation,
			group: customerGroup,
			from: z.int().nonnegative(),
			count: z.int().min(1).max(5000),
		}),
		output: z.strictObject({ rows: arrowBytes, total: z.int() }),
	}),
	/** What values a field holds; of a custom field those that the draft's expression gives. Ask latest-only. */
	'segments.describeField': method({
		kind: 'read',
		input: z.strictObject({
			field: z.string(),
			/** Only values whose text begins so, whatever its case. */
			prefix: z.string(),
			limit: z.int().min(1).max(200),
			segmentation: segmentation.optional(),
		}),
		output: z.strictObject({
			type: columnType,
			customers: z.int(),
			nulls: z.int(),
			distinct: z.int().nullable(),
			/** Range and median are null for text, and without values. */
			min: cell,
			median: cell,
			max: cell,
			/** Counts in equal steps from low to high; null for text, true or false, and without values. */
			histogram: fieldHistogram.nullable(),
			/** The same without the lowest and highest hundredth of the values, where these take up much of the axis; null where not. */
			bulk: fieldHistogram.nullable(),
			/** The most frequent first. */
			top: z.array(z.strictObject({ value: cell, count: z.int() })),
		}),
	}),
	/** Of how many customers rules are true by themselves, such as the conditions of one; null where it cannot be read. Ask latest-only. */
	'segments.countRules': method({
		kind: 'read',
		input: z.strictObject({ segmentation, rules: z.array(z.string().max(20_000)).max(1000) }),
		output: z.strictObject({ counts: z.array(z.int().nullable()) }),
	}),
	/** Writes result.json, report.html and assignments.csv into an empty or new folder. */
	'segments.export': method({
		kind: 'read',
		input: z.strictObject({ segmentation, dir: z.string().min(1) }),
		output: z.strictObject({ files: z.array(z.string()) }),
	}),
} as const;
