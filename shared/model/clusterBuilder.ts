import { z } from 'zod';

/** How a field's values are put on the common scale: as they are, as logarithms of 1 + value, or by how skewed they are. */
export const clusterScale = z.enum(['auto', 'plain', 'log']);
export type ClusterScale = z.infer<typeof clusterScale>;

export const MAX_CLUSTERS = 12;
export const MAX_CLUSTER_FIELDS = 20;

export const clusterSettings = z.strictObject({
	fields: z
		.array(z.strictObject({ name: z.string(), scale: clusterScale }))
		.min(1)
		.max(MAX_CLUSTER_FIELDS),
	/** Null chooses the number of clusters by the average silhouette, from 2 to `maxClusters`. */
	clusters: z.int().min(2).max(MAX_CLUSTERS).nullable(),
	maxClusters: z.int().min(2).max(MAX_CLUSTERS),
	/** Share at each end of a field whose values count as the value at its limit; 0 keeps all. */
	winsorShare: z.number().min(0).max(0.1),
	/** Leaves that the rules of all clusters may have together, over the number of clusters. */
	extraLeaves: z.int().min(0).max(20),
	seed: z
		.int()
		.min(0)
		.max(2 ** 31 - 1),
});
export type ClusterSettings = z.infer<typeof clusterSettings>;

export const clusterFacts = z.strictObject({
	fields: z.array(
		z.strictObject({
			name: z.string(),
			isLog: z.boolean(),
			/** Values below `low` count as `low`, above `high` as `high`, in the field's own unit. */
			low: z.number(),
			high: z.number(),
			/** Dates and moments are shown as such. */
			kind: z.enum(['number', 'date', 'timestamp', 'boolean']),
		}),
	),
	/** Customers with all values, who were clustered. */
	clustered: z.int(),
	/** Average silhouette per number of clusters that was tried, -1 to 1, on a sample of `silhouetteSample` customers. */
	silhouettes: z.array(z.strictObject({ clusters: z.int(), value: z.number() })),
	silhouetteSample: z.int(),
	clusters: z.array(
		z.strictObject({
			name: z.string(),
			customers: z.int(),
			/** Mean per field, in its own unit (days for dates, milliseconds for moments), after no transformation. */
			means: z.array(z.number()),
			/** Mean per field in standard deviations from the mean of all, on the scale that was clustered. */
			profile: z.array(z.number()),
			/** Index of the proposed segment; null where no rule leads to this cluster. */
			segment: z.int().nullable(),
			/** Share of the cluster's customers whom its rule takes. */
			caught: z.number().nullable(),
		}),
	),
	/** Share of customers whom the rule of their own cluster takes. */
	fidelity: z.number(),
	/** Entry [cluster][other]: customers of the cluster whom the rule of the other takes. */
	confusion: z.array(z.array(z.int())),
	/** Sum of squared distances to the centre over that to the mean of all. */
	withinShare: z.number(),
});
export type ClusterFacts = z.infer<typeof clusterFacts>;
