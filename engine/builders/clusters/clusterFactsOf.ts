import type { ClusterFacts } from '#shared/model/clusterBuilder.ts';
import { clusterNames } from './clusterNames.ts';
import type { DescribedClusters } from './describeClusters.ts';
import type { FoundClusters } from './findClusters.ts';
import type { ClusterProfiles } from './profileClusters.ts';
import type { StandardField } from './standardField.ts';

interface ClusterResults extends DescribedClusters {
	readonly fields: readonly StandardField[];
	readonly kinds: readonly ClusterFacts['fields'][number]['kind'][];
	readonly found: FoundClusters;
	readonly profile: ClusterProfiles;
}

/** What a panel shows of clusters, largest first, and of how well their rules fit. */
export function clusterFactsOf({ fields, kinds, found, profile, rules, confusion }: ClusterResults): ClusterFacts {
	const all = [...rules.keys()];
	const described = all.filter((cluster) => rules[cluster] !== null);
	const at = (cluster: number, other: number) => confusion[cluster * all.length + other]!;
	const names = clusterNames(
		profile.clusters.map((cluster) => cluster.profile),
		fields.map(({ name }) => name),
	);
	const clustered = profile.clusters.reduce((sum, { customers }) => sum + customers, 0);
	return {
		fields: fields.map(({ name, isLog, low, high }, index) => ({ name, isLog, low, high, kind: kinds[index]! })),
		clustered,
		silhouettes: [...found.silhouettes],
		silhouetteSample: found.silhouetteSample,
		clusters: profile.clusters.map((cluster, index) => ({
			...cluster,
			name: names[index]!,
			segment: rules[index] === null ? null : described.indexOf(index),
			caught: rules[index] === null ? null : at(index, index) / cluster.customers,
		})),
		fidelity: all.reduce((sum, cluster) => sum + at(cluster, cluster), 0) / clustered,
		confusion: all.map((cluster) => all.map((other) => at(cluster, other))),
		withinShare: profile.withinShare,
	};
}
