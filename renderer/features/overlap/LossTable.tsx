import { Fragment } from 'react';
import type { Segmentation } from '#shared/model/segmentation.ts';
import type { SegmentOverlap } from '#shared/model/segmentOverlap.ts';
import { formatNumber } from '#shared/metrics/formatNumber.ts';
import { useSegmentColor } from '../../theme/useTheme.ts';
import { useServices } from '../../workbench/useServices.ts';
import { amountText, valueOf, wholeAmount } from './amountText.ts';
import { customersParams } from './customersQuery.ts';
import { choose, type Measure } from './overlapState.ts';
import { nameOf } from './repairsOf.ts';

interface LossTableProps {
	readonly draft: Segmentation;
	readonly overlap: SegmentOverlap;
	readonly measure: Measure;
	readonly currency: string | null;
}

/** Per segment what its rule matches, what it takes, and which earlier rules took the rest. */
export function LossTable({ draft, overlap, measure, currency }: LossTableProps) {
	const services = useServices();
	const color = useSegmentColor();
	const show = (id: string, takenBy: string) =>
		services.layout.open(
			'overlap.customers',
			customersParams({ matching: [id], takenBy }, `${nameOf(draft, id)}, lost to ${nameOf(draft, takenBy)}`),
		);
	const byId = new Map(overlap.segments.map((segment) => [segment.id, segment]));
	return (
		<div className="overlap-scroll">
			<table className="overlap-table overlap-loss-table">
				<thead>
					<tr>
						<th scope="col">Segment</th>
						<th scope="col" className="number">
							Matches
						</th>
						<th scope="col" className="number">
							Takes
						</th>
						<th scope="col" className="number">
							Lost
						</th>
					</tr>
				</thead>
				<tbody>
					{draft.segments.map(({ id, name }) => {
						const segment = byId.get(id);
						if (!segment) {
							return null;
						}
						const [matches, taken] = [valueOf(segment.matches, measure), valueOf(segment.taken, measure)];
						const lost = {
							people: segment.matches.people - segment.taken.people,
							revenue: segment.lost.every(({ revenue }) => revenue !== null)
								? segment.lost.reduce((sum, { revenue }) => sum + (revenue ?? 0), 0)
								: null,
						};
						return (
							<Fragment key={id}>
								<tr>
									<th scope="row">
										<button type="button" className="overlap-link" onClick={() => choose({ kind: 'segment', id })}>
											<span className="overlap-dot" style={{ background: color(id) }} />
											{name}
										</button>
									</th>
									<td className="number">{amountText(segment.matches, measure, currency)}</td>
									<td className="number">{amountText(segment.taken, measure, currency)}</td>
									<td className="number overlap-lost">
										{lost.people === 0 ? '–' : `${amountText(lost, measure, currency)}${lossShare(matches, taken)}`}
									</td>
								</tr>
								{segment.lost.length > 0 && (
									<tr>
										<td colSpan={4}>
											<ul className="overlap-losses" aria-label={`Lost by ${name}`}>
												{segment.lost.map((loss) => (
													<li key={loss.to}>
														<button
															type="button"
															className="overlap-link"
															title={`${wholeAmount(loss, currency)} match ${name} and are in ${nameOf(draft, loss.to)}. Click to see them.`}
															onClick={() => show(id, loss.to)}
														>
															{amountText(loss, measure, currency)} to {nameOf(draft, loss.to)}
														</button>
													</li>
												))}
											</ul>
										</td>
									</tr>
								)}
							</Fragment>
						);
					})}
				</tbody>
			</table>
		</div>
	);
}

function lossShare(matches: number, taken: number): string {
	return matches > 0 ? ` (${formatNumber((matches - taken) / matches, 'share', { currency: null })})` : '';
}
