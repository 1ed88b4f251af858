import type { Clustering } from './lloyd.ts';
import type { Points } from './Points.ts';

export interface ClusterProfile {
	readonly customers: number;
	/** Per field, in its own unit. */
	readonly means: number[];
	/** Per field, in standard deviations from the mean of all. */
	readonly profile: number[];
}

export interface ClusterProfiles {
	/** Numbers of the clusters that have customers, largest first. */
	readonly order: readonly number[];
	/** Place in `order` by number. */
	readonly rank: readonly number[];
	/** In that order. */
	readonly clusters: readonly ClusterProfile[];
	/** Squares within clusters over those about the mean of all. */
	readonly withinShare: number;
}

/** What the customers of each cluster are like. `raw` are the fields before standardising. */
export function profileClusters(
	{ clusterOf, counts, withinSquares }: Clustering,
	points: Points,
	raw: readonly Float64Array[],
): ClusterProfiles {
	const { size, values } = points;
	const sums = new Float64Array(counts.length * size);
	const rawSums = new Float64Array(counts.length * size);
	let squares = 0;
	for (let point = 0; point < points.count; point++) {
		const from = clusterOf[point]! * size;
		for (let place = 0; place < size; place++) {
			const value = values[point * size + place]!;
			sums[from + place]! += value;
			rawSums[from + place]! += raw[place]![point]!;
			squares += value * value;
		}
	}
	const order = [...counts.keys()]
		.filter((cluster) => counts[cluster]! > 0)
		.sort((left, right) => counts[right]! - counts[left]! || left - right);
	const meansOf = (of: Float64Array, cluster: number) =>
		Array.from({ length: size }, (_, place) => of[cluster * size + place]! / counts[cluster]!);
	return {
		order,
		rank: Array.from(counts, (_, cluster) => order.indexOf(cluster)),
		clusters: order.map((cluster) => ({
			customers: counts[cluster]!,
			means: meansOf(rawSums, cluster),
			profile: meansOf(sums, cluster),
		})),
		withinShare: withinSquares / squares,
	};
}
