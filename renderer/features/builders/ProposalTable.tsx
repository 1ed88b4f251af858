import { formatNumber } from '#shared/metrics/formatNumber.ts';
import type { BuilderProposal } from '#shared/model/builderProposal.ts';
import { format } from '../../ui/format.ts';
import { RuleText } from './RuleText.tsx';
import { useProposalColor } from './useProposalColor.ts';

interface ProposalTableProps {
	readonly proposal: BuilderProposal;
	readonly money: (value: number | null) => string;
}

/** The proposed segments with their rules, then the remainder, then everyone: people and money add up. */
export function ProposalTable({ proposal, money }: ProposalTableProps) {
	const { segments, remainder, customers, revenue } = proposal;
	const color = useProposalColor();
	const shareOf = (part: number | null, whole: number | null) =>
		part === null || whole === null || whole === 0 ? '–' : shareText(part / whole);
	return (
		<div className="proposal-place" role="region" aria-label="Table of the proposed segments" tabIndex={0}>
			<table className="proposal-table">
				<thead>
					<tr>
						<th scope="col">Segment</th>
						<th scope="col" className="proposal-rule-column">
							Rule
						</th>
						<th scope="col" className="proposal-number">
							People
						</th>
						<th scope="col" className="proposal-number">
							Share
						</th>
						<th scope="col" className="proposal-number">
							Revenue
						</th>
						<th scope="col" className="proposal-number">
							of revenue
						</th>
					</tr>
				</thead>
				<tbody>
					{segments.map((segment, index) => (
						<tr key={index}>
							<th scope="row">
								<span className="proposal-name">
									<span className="proposal-swatch" style={{ background: color(index) }} />
									<span className="number">{index + 1}</span> {segment.name}
								</span>
								<span className="proposal-description">{segment.description}</span>
							</th>
							<td className="proposal-rule-column">
								<RuleText rule={segment.rule} />
							</td>
							<td className="proposal-number number">{format.count(segment.people)}</td>
							<td className="proposal-number number">{segment.share === null ? '–' : shareText(segment.share)}</td>
							<td className="proposal-number number">{money(segment.revenue)}</td>
							<td className="proposal-number number">{shareOf(segment.revenue, revenue)}</td>
						</tr>
					))}
					<tr>
						<th scope="row">
							<span className="proposal-name">
								<span className="proposal-swatch" style={{ background: color(null) }} />
								{remainder.name}
							</span>
						</th>
						<td className="proposal-rule-column proposal-description">{remainder.description}</td>
						<td className="proposal-number number">{format.count(remainder.people)}</td>
						<td className="proposal-number number">{remainder.share === null ? '–' : shareText(remainder.share)}</td>
						<td className="proposal-number number">{money(remainder.revenue)}</td>
						<td className="proposal-number number">{shareOf(remainder.revenue, revenue)}</td>
					</tr>
				</tbody>
				<tfoot>
					<tr>
						<th scope="row">All customers</th>
						<td className="proposal-rule-column" />
						<td className="proposal-number number">{format.count(customers)}</td>
						<td className="proposal-number number">{customers === 0 ? '–' : shareText(1)}</td>
						<td className="proposal-number number">{money(revenue)}</td>
						<td className="proposal-number number">{revenue === null ? '–' : shareText(1)}</td>
					</tr>
				</tfoot>
			</table>
		</div>
	);
}

/** One place throughout, so that the column lines up. */
function shareText(share: number): string {
	return formatNumber(share, 'share', { currency: null });
}
