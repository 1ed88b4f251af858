import type { Job } from '../../job.ts';
import { NearestCenters } from './NearestCenters.ts';
import type { Points } from './Points.ts';

export interface Clustering {
	readonly centers: Points;
	/** The centre of every point. */
	readonly clusterOf: Uint8Array;
	/** Points per centre. */
	readonly counts: Float64Array;
	/** Sum of squared distances to the centres. */
	readonly withinSquares: number;
}

export interface LloydSettings {
	/** Ends when at most this share of the points changes its centre; 0 goes on until none does. */
	readonly tolerance: number;
	readonly maxRounds: number;
}

const POINTS_PER_TICK = 250_000;

/**
 * Lloyd's iteration: every point to its nearest centre (the first of equally near ones), every centre to the mean of its points, again and
 * again. A centre that loses all its points takes the point that is farthest from its own. Source: Lloyd 1982; R
 * `kmeans(x, centers, algorithm = "Lloyd")`.
 */
export async function lloyd(points: Points, start: Points, settings: LloydSettings, job: Job): Promise<Clustering> {
	const nearest = new NearestCenters(points, start);
	for (let round = 1; ; round++) {
		let changed = 0;
		for (let from = 0; from < points.count; from += POINTS_PER_TICK) {
			await job.tick(from, points.count, `Clustering, round ${round}`);
			changed += nearest.assign(from, Math.min(points.count, from + POINTS_PER_TICK));
		}
		if (changed <= settings.tolerance * points.count || round >= settings.maxRounds) {
			const { centers, clusterOf, counts } = nearest;
			return { centers, clusterOf, counts, withinSquares: nearest.withinSquares() };
		}
		nearest.moveCenters();
	}
}
