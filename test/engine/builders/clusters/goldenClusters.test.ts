import { expect, test } from 'vitest';
import { z } from 'zod';
import { findClusters } from '../../../../engine/builders/clusters/findClusters.ts';
import { lloyd } from '../../../../engine/builders/clusters/lloyd.ts';
import { pickPoints, pointsOf } from '../../../../engine/builders/clusters/Points.ts';
import { silhouette } from '../../../../engine/builders/clusters/silhouette.ts';
import { standardField } from '../../../../engine/builders/clusters/standardField.ts';
import { silentJob } from '../../../../engine/job.ts';
import { goldenColumns, goldenValues } from '../builderFrame.ts';

const golden = z
	.object({
		lloyd: z.array(
			z.object({
				start: z.array(z.int()),
				clusters: z.array(z.int()),
				within: z.number(),
				silhouette: z.number(),
			}),
		),
		best: z.array(z.object({ k: z.int(), within: z.number(), silhouette: z.number() })),
	})
	.parse(goldenValues('clusters.json'));

const iris = goldenColumns('iris.csv');
const points = pointsOf(
	['sepal_length', 'sepal_width', 'petal_length', 'petal_width'].map(
		(name) => standardField(name, Float64Array.from(iris(name), Number), 'plain', 0).values!,
	),
);

test.each(golden.lloyd)('from the flowers $start every flower ends where R has it', async (wanted) => {
	const start = pickPoints(points, wanted.start);
	const found = await lloyd(points, start, { tolerance: 0, maxRounds: 1000 }, silentJob());
	expect([...found.clusterOf]).toEqual(wanted.clusters);
	expect(found.withinSquares).toBeCloseTo(wanted.within, 9);
	expect(silhouette(points, found.clusterOf, wanted.start.length)).toBeCloseTo(wanted.silhouette, 12);
});

test('a number of starts finds what five hundred of R find, and the silhouette chooses the same number', async () => {
	const numbers = golden.best.map(({ k }) => k);
	const found = await findClusters(points, numbers, 1, silentJob());
	expect(found.silhouettes.map(({ clusters }) => clusters)).toEqual(numbers);
	const wanted = golden.best.reduce((best, entry) => (entry.silhouette > best.silhouette ? entry : best));
	expect({ k: found.counts.length, sample: found.silhouetteSample }).toEqual({ k: wanted.k, sample: 150 });
	for (const { k, within, silhouette: width } of golden.best) {
		const one = await findClusters(points, [k], 1, silentJob());
		// R's Hartigan and Wong leave some of the local optima that Lloyd ends in.
		expect(one.withinSquares / within).toBeLessThan(1.02);
		if (k <= 3) {
			expect(one.withinSquares).toBeCloseTo(within, 9);
			expect(one.silhouettes[0]!.value).toBeCloseTo(width, 12);
		}
	}
});
