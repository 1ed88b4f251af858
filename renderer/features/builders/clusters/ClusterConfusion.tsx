import type { ClusterFacts } from '#shared/model/clusterBuilder.ts';
import { format } from '../../../ui/format.ts';

/** Where the rules put the customers of each cluster. */
export function ClusterConfusion({ facts: { clusters, confusion } }: { readonly facts: ClusterFacts }) {
	return (
		<details className="cluster-confusion">
			<summary>Where rules and clusters disagree</summary>
			<div className="proposal-place" role="region" aria-label="Table of clusters and rules" tabIndex={0}>
				<table className="cluster-table">
					<thead>
						<tr>
							<th scope="col">Customers of the cluster</th>
							{clusters.map(({ name }, index) => (
								<th key={index} scope="col" className="proposal-number">{`taken by the rule of “${name}”`}</th>
							))}
						</tr>
					</thead>
					<tbody>
						{clusters.map(({ name }, cluster) => (
							<tr key={cluster}>
								<th scope="row">{name}</th>
								{confusion[cluster]!.map((count, other) => (
									<td key={other} className="proposal-number number" data-own={cluster === other}>
										{format.count(count)}
									</td>
								))}
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</details>
	);
}
