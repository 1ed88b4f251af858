import { RandomStream } from '../../stats/RandomStream.ts';
import type { Job } from '../../job.ts';
import { lloyd } from './lloyd.ts';
import type { Clustering } from './lloyd.ts';
import { pickPoints } from './Points.ts';
import type { Points } from './Points.ts';
import { plusPlus } from './plusPlus.ts';
import { silhouette } from './silhouette.ts';

export const STARTS = 25;
const FINISHED_STARTS = 4;
/** Points on which starts are tried and numbers of clusters compared; all of them where there are no more. */
export const MAX_START_POINTS = 5_000;
export const MAX_SILHOUETTE_POINTS = 2_000;

const START = 81;
const SAMPLE = 82;

export interface FoundClusters extends Clustering {
	readonly silhouettes: readonly { readonly clusters: number; readonly value: number }[];
	readonly silhouetteSample: number;
}

/**
 * k-means from 25 k-means++ starts, of which the one with the least squares is kept. Of several numbers of clusters the one with the
 * largest average silhouette is taken (of equal ones the smaller). Above 5,000 points starts are tried on a random sample of so many, and
 * the best centres then move over all points until at most one in 1,000 changes its cluster, or for 100 rounds.
 */
export async function findClusters(
	points: Points,
	numbers: readonly number[],
	seed: number,
	job: Job,
): Promise<FoundClusters> {
	const draws = new RandomStream(seed);
	draws.restart(0, SAMPLE);
	const sample = pickPoints(points, draw(points.count, MAX_START_POINTS, draws));
	const judged = draw(sample.count, MAX_SILHOUETTE_POINTS, draws);
	const judgedPoints = pickPoints(sample, judged);
	const silhouettes: { clusters: number; value: number }[] = [];
	let best: { readonly clustering: Clustering; readonly value: number } | null = null;
	for (const clusters of numbers) {
		const clustering = await bestStart(sample, clusters, seed, job);
		await job.tick(silhouettes.length, numbers.length, 'Comparing numbers of clusters');
		const value =
			silhouette(
				judgedPoints,
				judged.map((point) => clustering.clusterOf[point]!),
				clusters,
			) ?? -1;
		silhouettes.push({ clusters, value });
		best = best === null || value > best.value ? { clustering, value } : best;
	}
	const isWhole = sample.count === points.count;
	const { centers } = best!.clustering;
	const settings = { tolerance: isWhole ? 0 : 1e-3, maxRounds: 100 };
	const clustering = await lloyd(points, centers, settings, job);
	return { ...clustering, silhouettes, silhouetteSample: judged.length };
}

/** Every start goes some rounds, the best few of them to the end. */
async function bestStart(points: Points, clusters: number, seed: number, job: Job): Promise<Clustering> {
	const draws = new RandomStream(seed);
	const begun: Clustering[] = [];
	for (let start = 0; start < STARTS; start++) {
		draws.restart(start * 64 + clusters, START);
		begun.push(await lloyd(points, plusPlus(points, clusters, draws), { tolerance: 0, maxRounds: 10 }, job));
	}
	const finished: Clustering[] = [];
	for (const { centers } of begun.sort(byWithin).slice(0, FINISHED_STARTS)) {
		finished.push(await lloyd(points, centers, { tolerance: 0, maxRounds: 100 }, job));
	}
	return finished.sort(byWithin)[0]!;
}

function byWithin(left: Clustering, right: Clustering): number {
	return left.withinSquares - right.withinSquares;
}

/** `most` of `count` indexes in ascending order, without repeats, each as likely as any other; all where there are no more. */
function draw(count: number, most: number, draws: RandomStream): Int32Array {
	const drawn = new Int32Array(Math.min(count, most));
	let taken = 0;
	for (let index = 0; taken < drawn.length; index++) {
		if (draws.unit() * (count - index) < drawn.length - taken) {
			drawn[taken++] = index;
		}
	}
	return drawn;
}
