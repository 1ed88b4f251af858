import { intervalText } from '#shared/charts/comparisonSentence.ts';
import { formatQuantity, type Quantity } from '#shared/charts/formatQuantity.ts';
import type { MetricFacts } from '#shared/metrics/MetricFacts.ts';
import type { ArmRecord, NumberRecord } from '#shared/model/numberRecord.ts';

export interface ArmsTableProps {
	readonly arms: NonNullable<NumberRecord['arms']>;
	readonly facts: MetricFacts;
	readonly currency: string | null;
}

/** Treatment and control side by side. */
export function ArmsTable({ arms, facts, currency }: ArmsTableProps) {
	// A lift compares two rates, so each arm is a share although the lift itself is not.
	const unit = facts.unit === 'relative' ? 'share' : facts.unit;
	const quantity: Quantity = { unit, scale: 'value', currency, isComparison: false };
	return (
		<table className="card-arms">
			<caption className="visually-hidden">Treatment and control</caption>
			<thead>
				<tr>
					<th scope="col">Group</th>
					<th scope="col">Value</th>
					<th scope="col">Interval</th>
					<th scope="col">People</th>
				</tr>
			</thead>
			<tbody>
				<ArmLine name="Treatment" arm={arms.treatment} quantity={quantity} />
				<ArmLine name="Control" arm={arms.control} quantity={quantity} />
			</tbody>
		</table>
	);
}

function ArmLine({
	name,
	arm,
	quantity,
}: {
	readonly name: string;
	readonly arm: ArmRecord;
	readonly quantity: Quantity;
}) {
	const interval = arm.interval && intervalText({ value: 0, ...arm.interval }, quantity);
	return (
		<tr>
			<th scope="row">{name}</th>
			<td className="number">{arm.value === null ? '–' : formatQuantity(arm.value, quantity)}</td>
			<td className="number">{interval?.replace(/^ \(.*?interval |\)$/g, '') ?? '–'}</td>
			<td className="number">{arm.n.toLocaleString('en')}</td>
		</tr>
	);
}
