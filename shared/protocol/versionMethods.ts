import { z } from 'zod';
import { peopleMoved } from '../model/peopleMoved.ts';
import { segmentation } from '../model/segmentation.ts';
import { segmentationSql, sqlDialectId } from '../model/sqlDialect.ts';
import { method } from './method.ts';

export const versionMethods = {
	/** A saved version in full. Restoring one is `segments.restoreVersion`. */
	'versions.read': method({
		kind: 'read',
		input: z.strictObject({ versionId: z.int() }),
		output: z.strictObject({ segmentation }),
	}),
	/** Where today's customers are by two states of the segmentation. Ask latest-only. */
	'versions.compare': method({
		kind: 'read',
		input: z.strictObject({ before: segmentation, after: segmentation }),
		output: peopleMoved,
	}),
	/** Writes a segmentation to a JSON file. */
	'versions.writeFile': method({
		kind: 'read',
		input: z.strictObject({ segmentation, path: z.string().min(1), mayReplace: z.boolean() }),
		output: z.strictObject({ path: z.string() }),
	}),
	/** Reads a JSON file, changes nothing. `segments.write` takes what it found. */
	'versions.readFile': method({
		kind: 'read',
		input: z.strictObject({ path: z.string().min(1) }),
		output: z.strictObject({
			segmentation,
			/** Fields that its rules name and the project lacks. */
			missingFields: z.array(z.string()),
			/** What else is wrong in its rules here, as sentences. */
			problems: z.array(z.string()),
		}),
	}),
	/** A draft as SQL for a table of customers in a database. */
	'segments.sql': method({
		kind: 'read',
		input: z.strictObject({ segmentation, dialect: sqlDialectId }),
		output: segmentationSql,
	}),
	/** Writes the SELECT, a CREATE TABLE and the customers into an empty or new folder. */
	'segments.exportSql': method({
		kind: 'read',
		input: z.strictObject({ segmentation, dialect: sqlDialectId, dir: z.string().min(1) }),
		output: z.strictObject({ files: z.array(z.string()), notes: z.array(z.string()) }),
	}),
} as const;
