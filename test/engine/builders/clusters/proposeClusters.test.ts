import fc from 'fast-check';
import { expect, test } from 'vitest';
import { builderProposal } from '#shared/model/builderProposal.ts';
import { clusterFacts } from '#shared/model/clusterBuilder.ts';
import type { ClusterSettings } from '#shared/model/clusterBuilder.ts';
import { clusterNames } from '../../../../engine/builders/clusters/clusterNames.ts';
import { proposeClusters } from '../../../../engine/builders/clusters/proposeClusters.ts';
import { silhouette } from '../../../../engine/builders/clusters/silhouette.ts';
import { pointsOf } from '../../../../engine/builders/clusters/Points.ts';
import { standardField } from '../../../../engine/builders/clusters/standardField.ts';
import { createJob, silentJob } from '../../../../engine/job.ts';
import { sampleFrame } from '../../rules/sampleFrame.ts';
import { booleans, frameOf, inputOf, numbers } from '../builderFrame.ts';
import { verdictOn } from '../verdictOn.ts';

const usual: ClusterSettings = {
	fields: [],
	clusters: null,
	maxClusters: 6,
	winsorShare: 0.01,
	extraLeaves: 4,
	seed: 1,
};
const on = (...names: readonly string[]): ClusterSettings => ({
	...usual,
	fields: names.map((name) => ({ name, scale: 'auto' })),
});

/** Three clouds of buyers that cuts through no single field tell apart entirely. */
function clouds(perCloud: number) {
	let state = 42;
	const noise = () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32 - 0.5;
	};
	const centers = [
		[10, 200],
		[60, 220],
		[20, 900],
	];
	const rows = Array.from({ length: 3 * perCloud }, (_, row) => centers[row % 3]!);
	return frameOf({
		visits: numbers(rows.map(([visits]) => Math.round(visits! + 14 * noise()))),
		spend: numbers(rows.map(([, spend]) => Math.round(spend! + 160 * noise()))),
	});
}

test('three clouds are three clusters, whose rules take nearly all of them', async () => {
	const { proposal, facts } = await proposeClusters(inputOf(clouds(200)), on('visits', 'spend'), silentJob());
	expect(clusterFacts.parse(facts)).toEqual(facts);
	expect(builderProposal.parse(proposal)).toEqual(proposal);
	expect(facts.clusters.map(({ customers }) => customers)).toEqual([200, 200, 200]);
	expect({ fidelity: facts.fidelity, overlap: proposal.overlap, left: proposal.remainder.people }).toEqual({
		fidelity: 1,
		overlap: 0,
		left: 0,
	});
	expect(proposal.segments.map(({ rule }) => rule).sort()).toEqual([
		'visits <= 30 and spend <= 300',
		'visits <= 30 and spend > 300',
		'visits > 30',
	]);
});

test('whatever the data, rules exclude each other, and take exactly those who have all values', async () => {
	await fc.assert(
		fc.asyncProperty(fc.integer({ min: 1, max: 10_000 }), async (seed) => {
			const { frame, rows } = sampleFrame(seed, 300);
			const input = inputOf({ ...clouds(1), ...frame, derived: new Set(), valueless: new Set() });
			const names = ['visits', 'spend', 'member', 'first_seen', 'score'];
			const { proposal, facts } = await proposeClusters(input, on(...names), silentJob());
			const complete = rows.filter((row) => names.every((name) => row[name] !== null)).length;
			expect(facts.clustered).toBe(complete);
			expect({ overlap: proposal.overlap, left: proposal.remainder.people }).toEqual({
				overlap: 0,
				left: 300 - complete,
			});
			expect(verdictOn(frame, proposal.segments).isExclusive).toBe(true);
			const right = facts.confusion.reduce((sum, row, cluster) => sum + row[cluster]!, 0);
			expect(facts.fidelity).toBeCloseTo(right / complete, 12);
			const byRule = facts.clusters.flatMap(({ segment }, cluster) =>
				segment === null ? [] : [facts.confusion.reduce((sum, row) => sum + row[cluster]!, 0)],
			);
			expect(proposal.segments.map(({ people }) => people)).toEqual(byRule);
		}),
		{ seed: 11, numRuns: 8 },
	);
});

test('what the rules cannot say is said: round clouds within a ring lose customers to each other', async () => {
	const rows = Array.from({ length: 800 }, (_, row) => row);
	const frame = frameOf({
		x: numbers(rows.map((row) => Math.round(1000 * Math.cos(row) * (1 + (row % 7) / 7)))),
		y: numbers(rows.map((row) => Math.round(1000 * Math.sin(row) * (1 + (row % 7) / 7)))),
	});
	const settings = { ...on('x', 'y'), clusters: 6, extraLeaves: 0 };
	const { proposal, facts } = await proposeClusters(inputOf(frame), settings, silentJob());
	expect(facts.fidelity).toBeLessThan(0.95);
	expect(facts.fidelity).toBeGreaterThan(0.5);
	expect(facts.confusion.flat().reduce((sum, count) => sum + count)).toBe(800);
	expect(proposal.notes.some(({ text }) => text.includes('silhouette'))).toBe(true);
});

test('skewed values are taken as logarithms, outliers at their limits, and both is said', async () => {
	const raw = Float64Array.from({ length: 1000 }, (_, row) => Math.exp(row / 150));
	const field = standardField('revenue', raw, 'auto', 0.01);
	expect(field.isLog).toBe(true);
	expect([field.low, field.high]).toEqual([raw[9], raw[989]]);
	const mean = field.values!.reduce((sum, value) => sum + value) / 1000;
	expect(mean).toBeCloseTo(0, 12);
	expect(standardField('age', Float64Array.from(raw.keys()), 'auto', 0).isLog).toBe(false);
	expect(standardField('age', new Float64Array(9).fill(3), 'plain', 0).values).toBeNull();
});

test('clusters are named by what sets them apart', () => {
	const fields = ['revenue', 'recency_days'];
	expect(
		clusterNames(
			[
				[2, -0.6],
				[0.1, 0.2],
				[-0.5, 1.3],
			],
			fields,
		),
	).toEqual(['Very high revenue, low recency days', 'Average', 'Very high recency days, low revenue']);
	expect(
		clusterNames(
			[
				[1, 0],
				[0.9, 0],
			],
			fields,
		),
	).toEqual(['High revenue', 'High revenue (2)']);
});

test('a silhouette needs two clusters, and a point alone counts 0', () => {
	const points = pointsOf([Float64Array.of(0, 1, 10)]);
	expect(silhouette(points, [0, 0, 0], 1)).toBeNull();
	expect(silhouette(points, [0, 0, 1], 2)).toBeCloseTo((9 / 10 + 8 / 9) / 3, 12);
});

test('what cannot be clustered is refused with a reason', async () => {
	const frame = frameOf({
		visits: numbers([1, 2, null, null, null, null]),
		same: numbers([4, 4, 4, 4, 4, 4]),
		member: booleans([true, false, true, true, false, false]),
	});
	const refusal = async (settings: ClusterSettings) => {
		try {
			await proposeClusters(inputOf(frame), settings, silentJob());
			return 'no refusal';
		} catch (error) {
			return error instanceof Error ? error.message : String(error);
		}
	};
	expect(await refusal({ ...on('visits'), clusters: 2 })).toContain(
		'2 customers have a value in all of visits, too few',
	);
	expect(await refusal({ ...on('same'), clusters: 2 })).toContain('“same” has the same value for all');
	expect(await refusal(on('height'))).toContain('There is no field “height”');
});

test('the same seed gives the same clusters, and a cancelled job stops', async () => {
	const input = inputOf(clouds(60));
	const first = await proposeClusters(input, on('visits', 'spend'), silentJob());
	expect(await proposeClusters(input, on('visits', 'spend'), silentJob())).toEqual(first);
	const controller = new AbortController();
	const job = createJob(controller.signal, () => controller.abort());
	await expect(proposeClusters(input, on('visits', 'spend'), job)).rejects.toMatchObject({ code: 'cancelled' });
});
