import { tableRole } from '#shared/model/tableRole.ts';
import { z } from 'zod';
import { shapeCounts } from '../reshape/shapeCounts.ts';
import { clusterColumn } from './clusterColumn.ts';

/** Describes the other blobs of a clustered event table; stored as the blob `meta`, JSON in UTF-8. */
export const clusterMeta = z.strictObject({
	/** Since 2 whole numbers and dates may be stored as the distance from a base. */
	format: z.literal([1, 2]),
	role: tableRole.exclude(['customers']),
	/** Events with a customer. */
	length: z.int(),
	/** Rows without a customer key, which have no place among the events. */
	rowsWithoutKey: z.int(),
	customers: z.int(),
	keys: clusterColumn,
	/** Clustered columns by role field id. */
	fields: z.record(z.string(), clusterColumn),
	/** One value per customer of the table, by header: the mapped attributes and the constant columns. */
	attributes: z.record(z.string(), clusterColumn),
	hasFirstLines: z.boolean(),
	/** Headers of unmapped columns that hold the same value in all rows of each customer. */
	constantColumns: z.array(z.string()),
	/** What became of the rows before they were clustered; null where they are those of the file. */
	counts: shapeCounts.nullable().default(null),
});
export type ClusterMeta = z.infer<typeof clusterMeta>;
