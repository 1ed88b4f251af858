import { memo } from 'react';
import type { MetricFacts } from '#shared/metrics/MetricFacts.ts';
import type { NumberRecord } from '#shared/model/numberRecord.ts';
import { isSameData } from '../../engine/isSameData.ts';
import type { GridCellProps } from '../../ui/useGridFocus.ts';
import { cellSentence } from './cellSentence.ts';
import type { ColumnScale } from './columnScale.ts';
import { ScorecardFigure } from './ScorecardFigure.tsx';

export interface ScorecardCellProps extends GridCellProps {
	/** Null until it has been computed. */
	readonly record: NumberRecord | null;
	readonly facts: MetricFacts;
	readonly segmentName: string;
	readonly scale: ColumnScale | null;
	readonly currency: string | null;
	readonly isSelected: boolean;
	readonly isGroupStart: boolean;
}

/** One figure in its place. There are hundreds, so it is drawn again only when it says something else; the grid listens for it. */
export const ScorecardCell = memo(function ScorecardCell(props: ScorecardCellProps) {
	const { record, facts, segmentName, scale, currency, isSelected, isGroupStart, ...place } = props;
	return (
		<td
			className="scorecard-cell"
			data-group-start={isGroupStart}
			aria-selected={isSelected}
			aria-label={record ? cellSentence(record, facts, segmentName, currency) : 'Not computed yet.'}
			{...place}
		>
			{record && <ScorecardFigure record={record} facts={facts} scale={scale} currency={currency} />}
		</td>
	);
}, isSameCell);

/** A scale is made anew from each answer, and mostly is what it was. */
function isSameCell(
	{ scale, ...props }: ScorecardCellProps,
	{ scale: nextScale, ...next }: ScorecardCellProps,
): boolean {
	const others: Readonly<Record<string, unknown>> = props;
	return Object.entries(next).every(([key, value]) => value === others[key]) && isSameData(scale, nextScale);
}
