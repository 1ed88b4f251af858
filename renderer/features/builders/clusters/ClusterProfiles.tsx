import type { CSSProperties } from 'react';
import type { ClusterFacts } from '#shared/model/clusterBuilder.ts';
import { isoOfDay, MS_PER_DAY } from '#shared/rules/calendar.ts';
import { format } from '../../../ui/format.ts';
import { useProposalColor } from '../useProposalColor.ts';

/** The full colour of a cell is reached this many standard deviations from the mean of all. */
const STRONGEST = 2;

/** What the customers of each cluster are like: mean per field, and how far it lies from that of all. */
export function ClusterProfiles({ facts }: { readonly facts: ClusterFacts }) {
	const color = useProposalColor();
	const { fields, clusters, fidelity, withinShare, clustered } = facts;
	return (
		<section aria-label="Profiles of the clusters">
			<h3>{`${format.count(clustered)} customers in ${clusters.length} clusters`}</h3>
			<p className="cluster-sentence">
				{`The clusters explain ${format.share(1 - withinShare)} of the differences. The rules put ${format.share(fidelity)} of the customers ` +
					'where the clusters have them. Cells: standard deviations from the mean of all customers, and the mean itself.'}
			</p>
			<div className="proposal-place" role="region" aria-label="Table of the clusters" tabIndex={0}>
				<table className="cluster-table">
					<thead>
						<tr>
							<th scope="col">Cluster</th>
							<th scope="col" className="proposal-number">
								Customers
							</th>
							<th scope="col" className="proposal-number">
								Caught by rule
							</th>
							{fields.map(({ name, isLog }) => (
								<th key={name} scope="col" className="proposal-number">
									{name}
									{isLog && <span className="cluster-note">as log</span>}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{clusters.map(({ name, customers, caught, segment, profile, means }, index) => (
							<tr key={index}>
								<th scope="row">
									<span className="proposal-name">
										<span className="proposal-swatch" style={{ background: color(segment) }} />
										{name}
									</span>
								</th>
								<td className="proposal-number number">{format.count(customers)}</td>
								<td className="proposal-number number">{caught === null ? 'no rule' : format.share(caught)}</td>
								{profile.map((deviations, field) => (
									<td
										key={field}
										className="cluster-cell number"
										data-side={deviations < 0 ? 'below' : 'above'}
										style={heat(deviations)}
									>
										{`${deviations > 0 ? '+' : ''}${deviations.toFixed(1)}`}
										<span className="cluster-note">{meanText(means[field]!, fields[field]!.kind)}</span>
									</td>
								))}
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</section>
	);
}

function heat(deviations: number): CSSProperties {
	const strength = Math.min(1, Math.abs(deviations) / STRONGEST);
	return { '--strength': `${Math.round(strength * 45)}%` } as CSSProperties;
}

function meanText(mean: number, kind: ClusterFacts['fields'][number]['kind']): string {
	switch (kind) {
		case 'number':
			return mean.toLocaleString('en', { maximumSignificantDigits: 4 });
		case 'boolean':
			return `${format.share(mean)} yes`;
		case 'date':
			return isoOfDay(Math.round(mean));
		case 'timestamp':
			return isoOfDay(Math.round(mean / MS_PER_DAY));
	}
}
