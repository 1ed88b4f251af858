import { formatNumber } from '#shared/metrics/formatNumber.ts';
import type { BuilderProposal } from '#shared/model/builderProposal.ts';
import type { GridFacts } from '#shared/model/gridBuilder.ts';
import { useSettings } from '../../../engine/useSettings.ts';
import { format } from '../../../ui/format.ts';
import { useProposalColor } from '../useProposalColor.ts';

interface GridMapProps {
	readonly facts: GridFacts;
	readonly proposal: BuilderProposal;
}

/** People and money of every combination: rows are the first variable, columns the second, one table for each group of the third. */
export function GridMap({ facts, proposal }: GridMapProps) {
	const [rows, columns, layers] = facts.variables;
	return (
		<section aria-label="Map of the grid" className="grid-map">
			<h3>Map</h3>
			{facts.variables.map(({ field, method }) => (
				<p key={field} className="grid-method">
					<code>{field}</code> {method}
				</p>
			))}
			<div className="proposal-place grid-tables" role="region" aria-label="Tables of the grid" tabIndex={0}>
				{(layers?.groups ?? [null]).map((layer, index) => (
					<table key={index} className="grid-table">
						{layer && <caption>{layer.name}</caption>}
						<thead>
							<tr>
								<td />
								{(columns?.groups ?? [{ name: 'All' }]).map(({ name }, column) => (
									<th key={column} scope="col">
										{name}
									</th>
								))}
							</tr>
						</thead>
						<tbody>
							{rows?.groups.map(({ name }, row) => (
								<tr key={row}>
									<th scope="row">{name}</th>
									{(columns?.groups ?? [null]).map((_, column) => {
										const place = [row, ...(columns ? [column] : []), ...(layers ? [index] : [])];
										return <GridCell key={column} facts={facts} proposal={proposal} place={place} />;
									})}
								</tr>
							))}
						</tbody>
					</table>
				))}
			</div>
		</section>
	);
}

function GridCell({ facts, proposal, place }: GridMapProps & { readonly place: readonly number[] }) {
	const { settings } = useSettings();
	const color = useProposalColor();
	const cell = facts.cells.find(({ groups }) => groups.every((group, index) => group === place[index]));
	const position = cell?.segment ?? null;
	const segment = position === null ? undefined : proposal.segments[position];
	if (position === null || !segment) {
		return <td className="grid-empty">nobody</td>;
	}
	const most = Math.max(1, ...proposal.segments.map(({ people }) => people));
	const shade = 8 + 32 * Math.sqrt(segment.people / most);
	return (
		<td
			className="number"
			style={{
				borderColor: color(position),
				background: `color-mix(in srgb, ${color(position)} ${shade}%, var(--vscode-editor-background))`,
			}}
		>
			<span className="grid-position">{position + 1}</span>
			<strong>{format.count(segment.people)}</strong>
			{segment.revenue !== null && <span>{formatNumber(segment.revenue, 'money', settings)}</span>}
		</td>
	);
}
