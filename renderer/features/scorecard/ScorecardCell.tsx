import { estimateOn } from '#shared/charts/liftScale.ts';
import { formatQuantity, quantityOf } from '#shared/charts/formatQuantity.ts';
import type { MetricFacts } from '#shared/metrics/MetricFacts.ts';
import type { NumberRecord } from '#shared/model/numberRecord.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { ColumnScale } from './columnScale.ts';
import { IntervalBar } from './IntervalBar.tsx';
import { SufficiencyLight } from './SufficiencyLight.tsx';

export interface ScorecardCellProps {
	readonly record: NumberRecord;
	readonly facts: MetricFacts;
	readonly scale: ColumnScale | null;
	readonly currency: string | null;
}

/** What stands in one cell: light and value above, the comparison and its interval below. */
export function ScorecardCell({ record, facts, scale, currency }: ScorecardCellProps) {
	const asValue = quantityOf(facts, 'value', currency);
	if (record.value === null) {
		return <span className="cell-none">–</span>;
	}
	const bar = scale && estimateOn(record, scale.scale);
	const compared = asValue.isComparison ? record.difference : (record.lift ?? record.difference);
	const comparedScale = asValue.isComparison || record.lift === null ? 'difference' : 'lift';
	const isSignificant = record.isSignificant === true;
	return (
		<span className="cell">
			<span className="cell-value">
				<SufficiencyLight sufficiency={record.sufficiency} />
				<span className="number">{formatQuantity(record.value, asValue)}</span>
			</span>
			<span className={`cell-lift ${isSignificant ? toneOf(compared?.value ?? record.value, facts) : ''}`}>
				{bar && (bar.low !== null || bar.high !== null) && scale && (
					<IntervalBar
						estimate={bar}
						scale={scale}
						isFilled={isSignificant}
						hasZero={scale.scale !== 'value' || asValue.isComparison}
					/>
				)}
				{compared && !(asValue.isComparison && asValue.unit !== 'relative') && (
					<span className="cell-lift-text number">
						{isSignificant && <Icon name={compared.value < 0 ? 'triangle-down' : 'triangle-up'} />}
						{formatQuantity(compared.value, quantityOf(facts, comparedScale, currency))}
					</span>
				)}
			</span>
		</span>
	);
}

function toneOf(value: number, { direction }: MetricFacts): string {
	if (direction === 'neutral' || value === 0) {
		return 'cell-lift-clear';
	}
	return value > 0 === (direction === 'higher') ? 'cell-lift-good' : 'cell-lift-bad';
}
