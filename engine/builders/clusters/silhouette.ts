import { squaredDistance } from './Points.ts';
import type { Points } from './Points.ts';

/**
 * Average silhouette of points: (b - a) / max(a, b), a the mean distance to the other points of the own cluster, b the least of the mean
 * distances to those of another one. A point alone in its cluster counts 0. Null with fewer than two clusters. Takes the square of
 * the number of points. Source: Rousseeuw 1987; R `cluster::silhouette`.
 */
export function silhouette(points: Points, clusterOf: ArrayLike<number>, clusters: number): number | null {
	const counts = new Float64Array(clusters);
	for (let point = 0; point < points.count; point++) {
		counts[clusterOf[point]!]!++;
	}
	if (counts.filter((count) => count > 0).length < 2) {
		return null;
	}
	// Sum of distances of each point to each cluster; every pair once.
	const sums = new Float64Array(points.count * clusters);
	for (let point = 0; point < points.count; point++) {
		for (let other = point + 1; other < points.count; other++) {
			const distance = Math.sqrt(squaredDistance(points, point, points, other));
			sums[point * clusters + clusterOf[other]!]! += distance;
			sums[other * clusters + clusterOf[point]!]! += distance;
		}
	}
	let total = 0;
	for (let point = 0; point < points.count; point++) {
		const own = clusterOf[point]!;
		const others = counts[own]! - 1;
		let nearest = Infinity;
		for (let cluster = 0; cluster < clusters; cluster++) {
			const isOther = cluster !== own && counts[cluster]! > 0;
			nearest = isOther ? Math.min(nearest, sums[point * clusters + cluster]! / counts[cluster]!) : nearest;
		}
		const within = sums[point * clusters + own]! / others;
		total += others === 0 ? 0 : nearest === within ? 0 : (nearest - within) / Math.max(nearest, within);
	}
	return total / points.count;
}
