import type { MovePlace, PeopleMoved } from '#shared/model/peopleMoved.ts';
import { formatNumber } from '#shared/metrics/formatNumber.ts';
import { useSettings } from '../../engine/useSettings.ts';
import { format } from '../../ui/format.ts';
import { movedSentence } from './movedSentence.ts';

interface PeopleMovedTableProps {
	readonly moved: PeopleMoved;
}

/** From where to where today's customers move: rows are the places before, columns those after. */
export function PeopleMovedTable({ moved }: PeopleMovedTableProps) {
	const { settings } = useSettings();
	const money = (value: number | null) => (value === null ? '' : formatNumber(value, 'money', settings));
	const flows = new Map(moved.flows.map((flow) => [`${flow.from} ${flow.to}`, flow]));
	return (
		<section aria-label="People moved">
			<h2>Who moves, by today’s data</h2>
			<p>{movedSentence(moved, money)}</p>
			{moved.problems.map((problem) => (
				<p key={problem} className="version-problem">
					{problem}
				</p>
			))}
			<div className="moves-scroll" tabIndex={0} role="group" aria-label="Table of moves">
				<table className="moves">
					<thead>
						<tr>
							<th scope="col">Before ↓ · After →</th>
							{moved.after.map((place) => (
								<th key={place.id} scope="col" title={place.name}>
									{place.name}
								</th>
							))}
							<th scope="col">Before in all</th>
						</tr>
					</thead>
					<tbody>
						{moved.before.map((place, from) => (
							<tr key={place.id}>
								<th scope="row" title={place.name}>
									{place.name}
								</th>
								{moved.after.map(({ id }, to) => {
									const flow = flows.get(`${from} ${to}`);
									return (
										<td key={id} className={flow ? (flow.isStay ? 'moves-stay' : 'moves-move') : ''}>
											{flow && <Figures people={flow.people} revenue={money(flow.revenue)} />}
										</td>
									);
								})}
								<Total place={place} money={money} />
							</tr>
						))}
					</tbody>
					<tfoot>
						<tr>
							<th scope="row">After in all</th>
							{moved.after.map((place) => (
								<Total key={place.id} place={place} money={money} />
							))}
							<td>
								<Figures people={moved.customers} revenue="" />
							</td>
						</tr>
					</tfoot>
				</table>
			</div>
		</section>
	);
}

function Total({ place, money }: { readonly place: MovePlace; readonly money: (value: number | null) => string }) {
	return (
		<td className="moves-total">
			<Figures people={place.people} revenue={money(place.revenue)} />
		</td>
	);
}

function Figures({ people, revenue }: { readonly people: number; readonly revenue: string }) {
	return (
		<>
			<span className="number">{format.count(people)}</span>
			{revenue !== '' && <span className="moves-money number">{revenue}</span>}
		</>
	);
}
