import { figureText } from '#shared/charts/figureText.ts';
import { isWithheld } from '#shared/charts/withheld.ts';
import { estimateOn } from '#shared/charts/liftScale.ts';
import { formatQuantity, quantityOf } from '#shared/charts/formatQuantity.ts';
import type { MetricFacts } from '#shared/metrics/MetricFacts.ts';
import type { NumberRecord } from '#shared/model/numberRecord.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { ColumnScale } from './columnScale.ts';
import { IntervalBar } from './IntervalBar.tsx';
import { SufficiencyLight } from './SufficiencyLight.tsx';

export interface ScorecardFigureProps {
	readonly record: NumberRecord;
	readonly facts: MetricFacts;
	readonly scale: ColumnScale | null;
	readonly currency: string | null;
}

/** What stands in one cell: the interval at the left, the value with its light and the comparison at the right. */
export function ScorecardFigure({ record, facts, scale, currency }: ScorecardFigureProps) {
	const asValue = quantityOf(facts, 'value', currency);
	if (record.value === null) {
		return <span className="cell-none">–</span>;
	}
	const bar = scale && estimateOn(record, scale.scale);
	const isSignificant = record.isSignificant === true && !isWithheld(record, 'value');
	// A lift shows its difference, a difference its lift; everything else shows the lift where there is one.
	const shown = asValue.unit === 'relative' || estimateOn(record, 'lift') === null ? 'difference' : 'lift';
	const compared = estimateOn(record, asValue.isComparison && asValue.unit !== 'relative' ? 'lift' : shown);
	const direction = record.difference?.value ?? record.value;
	return (
		<span
			className={`cell ${compared || isSignificant ? '' : 'cell-single'} ${isSignificant ? toneOf(direction, facts) : ''}`}
		>
			{bar && scale && (bar.low !== null || bar.high !== null) && (
				<IntervalBar estimate={bar} scale={scale} isFilled={isSignificant} />
			)}
			<span className="cell-value">
				<SufficiencyLight sufficiency={record.sufficiency} />
				<span className="number">{figureText(record, facts, currency)}</span>
			</span>
			{(compared || isSignificant) && (
				<span className="cell-lift number">
					{isSignificant && <Icon name={direction < 0 ? 'triangle-down' : 'triangle-up'} />}
					{compared && formatQuantity(compared.value, quantityOf(facts, shown, currency))}
				</span>
			)}
		</span>
	);
}

function toneOf(value: number, { direction }: MetricFacts): string {
	if (direction === 'neutral' || value === 0) {
		return 'cell-clear';
	}
	return value > 0 === (direction === 'higher') ? 'cell-good' : 'cell-bad';
}
