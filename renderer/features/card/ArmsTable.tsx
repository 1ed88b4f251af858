import { formatQuantity, type Quantity } from '#shared/charts/formatQuantity.ts';
import { formatInterval, NO_VALUE } from '#shared/metrics/formatNumber.ts';
import type { MetricFacts } from '#shared/metrics/MetricFacts.ts';
import type { ArmRecord, NumberRecord } from '#shared/model/numberRecord.ts';

export interface ArmsTableProps {
	readonly arms: NonNullable<NumberRecord['arms']>;
	readonly facts: MetricFacts;
	readonly currency: string | null;
	/** Too little is behind the percentages: counts stand in their place. */
	readonly isWithheld: boolean;
}

/** Treatment and control side by side. */
export function ArmsTable({ arms, facts, currency, isWithheld }: ArmsTableProps) {
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
				<ArmLine name="Treatment" arm={arms.treatment} quantity={quantity} isWithheld={isWithheld} />
				<ArmLine name="Control" arm={arms.control} quantity={quantity} isWithheld={isWithheld} />
			</tbody>
		</table>
	);
}

interface ArmLineProps {
	readonly name: string;
	readonly arm: ArmRecord;
	readonly quantity: Quantity;
	readonly isWithheld: boolean;
}

function ArmLine({ name, arm, quantity, isWithheld }: ArmLineProps) {
	const counts = `${arm.numerator.toLocaleString('en')} of ${arm.denominator.toLocaleString('en')}`;
	const value = arm.value === null ? NO_VALUE : formatQuantity(arm.value, quantity);
	return (
		<tr>
			<th scope="row">{name}</th>
			<td className="number">{isWithheld ? counts : value}</td>
			<td className="number">
				{isWithheld ? NO_VALUE : formatInterval(arm.interval, quantity.unit, { currency: quantity.currency })}
			</td>
			<td className="number">{arm.n.toLocaleString('en')}</td>
		</tr>
	);
}
