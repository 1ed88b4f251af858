import type { ClusterFacts } from '#shared/model/clusterBuilder.ts';
import { format } from '../../../ui/format.ts';

/** How well each number of clusters stands apart; nothing where a person chose the number. */
export function ClusterSilhouettes({ facts }: { readonly facts: ClusterFacts }) {
	const { silhouettes, clusters, silhouetteSample } = facts;
	if (silhouettes.length < 2) {
		return null;
	}
	const best = Math.max(...silhouettes.map(({ value }) => value));
	return (
		<section aria-label="Numbers of clusters">
			<h3>{`${clusters.length} clusters stand apart best`}</h3>
			<p className="cluster-sentence">
				{`Average silhouette of ${format.count(silhouetteSample)} customers: 1 is far apart, 0 is no border at all, above 0.5 is a fair structure.`}
			</p>
			<ul className="cluster-silhouettes">
				{silhouettes.map(({ clusters: count, value }) => (
					<li key={count} aria-current={value === best}>
						<span>{`${count} clusters`}</span>
						<span className="cluster-bar" aria-hidden="true">
							<span style={{ width: `${Math.max(0, value) * 100}%` }} />
						</span>
						<span className="number">{value.toFixed(2)}</span>
					</li>
				))}
			</ul>
		</section>
	);
}
