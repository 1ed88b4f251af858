import { z } from 'zod';
import { segmentation } from '../model/segmentation.ts';
import { matchQuery, segmentOverlap } from '../model/segmentOverlap.ts';
import { segmentationProof } from '../rules/proof/segmentationProof.ts';
import { arrowBytes, method } from './method.ts';

export const overlapMethods = {
	/** Who matches which rules of a draft, and what earlier rules take from later ones. Ask latest-only. */
	'segments.overlap': method({
		kind: 'read',
		input: z.strictObject({ segmentation }),
		output: segmentOverlap,
	}),
	/**
	 * What can be proved of the rules of a draft for any data. Pairs that are not listed are proved disjoint. Runs beside evaluations and
	 * can take seconds for hundreds of rules. Ask latest-only.
	 */
	'segments.prove': method({
		kind: 'read',
		input: z.strictObject({ segmentation }),
		output: segmentationProof,
	}),
	/** Rows of the customer frame by the rules of a draft that are true for them. */
	'segments.matching': method({
		kind: 'read',
		input: z.strictObject({
			segmentation,
			query: matchQuery,
			from: z.int().nonnegative(),
			count: z.int().min(1).max(5000),
		}),
		output: z.strictObject({ rows: arrowBytes, total: z.int() }),
	}),
} as const;
