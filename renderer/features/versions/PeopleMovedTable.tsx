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
	// Most places keep their people; the table is about the others.
	const moves = moved.flows.filter(({ isStay }) => !isStay);
	const isTouched = (id: string) =>
		moves.some(({ from, to }) => moved.before[from]?.id === id || moved.after[to]?.id === id);
	const rows = [...moved.before.entries()].filter(([, { id }]) => isTouched(id));
	const columns = [...moved.after.entries()].filter(([, { id }]) => isTouched(id));
	const untouched = moved.before.filter(({ id, people }) => people > 0 && !isTouched(id)).map(({ name }) => name);
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
			{moves.length > 0 && (
				<div className="moves-scroll" tabIndex={0} role="group" aria-label="Table of moves">
					<table className="moves">
						<thead>
							<tr>
								<th scope="col">Before ↓ · After →</th>
								{columns.map(([, place]) => (
									<th key={place.id} scope="col" title={place.name}>
										{place.name}
									</th>
								))}
								<th scope="col">Before in all</th>
							</tr>
						</thead>
						<tbody>
							{rows.map(([from, place]) => (
								<tr key={place.id}>
									<th scope="row" title={place.name}>
										{place.name}
									</th>
									{columns.map(([to, { id }]) => {
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
								{columns.map(([, place]) => (
									<Total key={place.id} place={place} money={money} />
								))}
								<td>
									<Figures people={moved.customers} revenue="" />
								</td>
							</tr>
						</tfoot>
					</table>
				</div>
			)}
			{moves.length > 0 && untouched.length > 0 && (
				<p className="version-note">Nobody joins or leaves {untouched.join(', ')}.</p>
			)}
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
