import type { BuilderNote } from '#shared/model/builderProposal.ts';
import type { ClusterFacts, ClusterSettings } from '#shared/model/clusterBuilder.ts';
import { MAX_START_POINTS, STARTS } from './findClusters.ts';

const LOW_FIDELITY = 0.8;
/** Kaufman and Rousseeuw 1990, table 4: up to .25 no substantial structure, .26 to .50 weak. */
const NO_STRUCTURE = 0.25;
const WEAK_STRUCTURE = 0.5;

/** What a reader should know before believing the clusters. */
export function clusterNotes(
	{ fields, clusters, clustered, fidelity, silhouettes, silhouetteSample }: Omit<ClusterFacts, 'confusion'>,
	{ winsorShare, seed }: ClusterSettings,
): BuilderNote[] {
	const notes: BuilderNote[] = [];
	const add = (severity: BuilderNote['severity'], text: string) => notes.push({ severity, text });
	const best = silhouettes.reduce<number | null>((most, { value }) => Math.max(most ?? value, value), null);
	if (best !== null && best <= WEAK_STRUCTURE) {
		const what =
			best <= NO_STRUCTURE ? 'no substantial structure: the clusters cut a cloud in pieces' : 'weak structure';
		add('warning', `The average silhouette of ${best.toFixed(2)} means ${what}.`);
	}
	if (fidelity < LOW_FIDELITY) {
		add(
			'warning',
			`The rules put only ${Math.round(fidelity * 100)} % of the customers where the clusters have them. Allow more leaves, or use fewer fields.`,
		);
	}
	for (const { name, segment } of clusters) {
		if (segment === null) {
			add(
				'warning',
				`No rule leads to the cluster “${name}”: its customers fall under the rules of others. Allow more leaves.`,
			);
		}
	}
	const logs = fields.filter(({ isLog }) => isLog).map(({ name }) => name);
	add(
		'info',
		`Fields are standardised (mean 0, standard deviation 1)${logs.length === 0 ? '' : `, as logarithms of 1 + value for ${logs.join(', ')}`}` +
			`${winsorShare === 0 ? '' : `; the ${(winsorShare * 100).toLocaleString('en')} % lowest and highest values count as the value at that limit`}.`,
	);
	const isSampled = clustered > MAX_START_POINTS;
	const where = isSampled
		? ` on a sample of ${MAX_START_POINTS.toLocaleString('en')} customers, then moved over all`
		: '';
	add(
		'info',
		`k-means from ${STARTS} starts (k-means++, seed ${seed})${where}; silhouettes on ${silhouetteSample.toLocaleString('en')} customers.`,
	);
	return notes;
}
