import { z } from 'zod';
import { joinPair } from '#shared/model/joinReport.ts';
import { method } from './method.ts';

export const joinMethods = {
	/** How the rows of each pair of tables find each other by their keys, or those of the pairs of one table. */
	'joins.report': method({
		kind: 'read',
		input: z.strictObject({ tableId: z.int().nullable() }),
		output: z.strictObject({ pairs: z.array(joinPair) }),
	}),
} as const;
