import { memo, useMemo, useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import type { MetricFacts } from '#shared/metrics/MetricFacts.ts';
import type { SelectedNumber } from '../../engine/SelectionStore.ts';
import { Store } from '../../engine/Store.ts';
import { useSegmentColor } from '../../theme/useTheme.ts';
import { Icon } from '../../ui/Icon.tsx';
import { columnScale } from './columnScale.ts';
import { metricGroups } from './metricGroups.ts';
import { PointedSentence } from './PointedSentence.tsx';
import { ScorecardCell } from './ScorecardCell.tsx';
import { SufficiencyLegend } from './SufficiencyLegend.tsx';
import type { ScorecardRow, ScorecardSort } from './scorecardRows.ts';
import { placeOf, useGridFocus } from '../../ui/useGridFocus.ts';

export interface ScorecardGridProps {
	readonly rows: readonly ScorecardRow[];
	readonly metrics: readonly MetricFacts[];
	readonly sort: ScorecardSort;
	readonly currency: string | null;
	readonly selected: SelectedNumber | null;
	readonly onSort: (metric: string | null) => void;
	readonly onOpen: (metric: string, segment: string | null) => void;
}

/**
 * Segments down, metrics across. The line below the grid says in words what the cell under pointer or focus shows. A draft that is
 * edited changes nothing here before its answer comes.
 */
export const ScorecardGrid = memo(function ScorecardGrid(props: ScorecardGridProps) {
	const { rows, metrics, sort, currency, selected, onSort, onOpen } = props;
	const color = useSegmentColor();
	const groups = useMemo(() => metricGroups(metrics), [metrics]);
	const columns = groups.flatMap((group) => group.metrics);
	const scales = useMemo(() => new Map(metrics.map((facts) => [facts.id, scaleOf(rows, facts)])), [rows, metrics]);
	const { grid, onKeyDown, onFocus, propsOf } = useGridFocus(rows.length + 1, columns.length + 1);
	// Not React state of the grid: moving the pointer must not draw every cell again.
	const [pointed] = useState(() => new Store<SelectedNumber | null>(null));
	const figureAt = ({ target }: SyntheticEvent): SelectedNumber | null => {
		const place = placeOf(target);
		const row = place && rows[place.row - 1];
		const facts = place && columns[place.column - 1];
		return row && facts ? { metric: facts.id, segment: row.segment } : null;
	};
	const point = (event: SyntheticEvent) => {
		const figure = figureAt(event);
		if (figure) {
			pointed.set(figure);
		}
	};
	const open = (event: SyntheticEvent) => {
		const figure = figureAt(event);
		if (figure) {
			onOpen(figure.metric, figure.segment);
		}
	};
	return (
		<div className="scorecard-place">
			<div className="scorecard-scroll">
				{/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
				<table
					ref={grid}
					role="grid"
					className="scorecard-grid"
					aria-label="Scorecard"
					aria-rowcount={rows.length + 1}
					aria-colcount={columns.length + 1}
					onKeyDown={(event) => {
						onEnter(() => open(event))(event);
						onKeyDown(event);
					}}
					onFocus={(event) => {
						onFocus(event);
						point(event);
					}}
					onClick={open}
					onPointerOver={point}
					onPointerLeave={() => pointed.set(null)}
				>
					<thead>
						<tr aria-hidden="true" className="scorecard-groups">
							<td className="scorecard-name" />
							{groups.map((group) => (
								<td key={group.id} colSpan={group.metrics.length} className="scorecard-group">
									<span>{group.label}</span>
								</td>
							))}
						</tr>
						<tr>
							<th
								scope="col"
								className="scorecard-name scorecard-head"
								aria-sort={sort.metric === null ? 'ascending' : 'none'}
								{...propsOf(0, 0)}
								onClick={() => onSort(null)}
								onKeyDown={onEnter(() => onSort(null))}
							>
								Segment
							</th>
							{columns.map((facts, index) => (
								<th
									key={facts.id}
									scope="col"
									className="scorecard-head"
									data-group-start={isGroupStart(groups, facts)}
									aria-sort={ariaSort(sort, facts.id)}
									title={facts.definition}
									{...propsOf(0, index + 1)}
									onClick={() => onSort(facts.id)}
									onKeyDown={onEnter(() => onSort(facts.id))}
								>
									<span>{facts.label}</span>
									{sort.metric === facts.id && <Icon name={sort.isDescending ? 'arrow-down' : 'arrow-up'} />}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{rows.map((row, rowIndex) => (
							<tr key={row.segment ?? ''} data-base={row.segment === null}>
								<th scope="row" className="scorecard-name" title={row.name} {...propsOf(rowIndex + 1, 0)}>
									{row.segment !== null && (
										<span className="scorecard-color" style={{ background: color(row.segment) }} />
									)}
									<span className="scorecard-name-text">{row.name}</span>
								</th>
								{columns.map((facts, index) => (
									<ScorecardCell
										key={facts.id}
										record={row.records.get(facts.id) ?? null}
										facts={facts}
										segmentName={row.name}
										scale={scales.get(facts.id) ?? null}
										currency={currency}
										isSelected={selected?.metric === facts.id && selected.segment === row.segment}
										isGroupStart={isGroupStart(groups, facts)}
										{...propsOf(rowIndex + 1, index + 1)}
									/>
								))}
							</tr>
						))}
					</tbody>
				</table>
			</div>
			<div className="scorecard-foot">
				<PointedSentence rows={rows} pointed={pointed} currency={currency} />
				<SufficiencyLegend />
			</div>
		</div>
	);
});

function scaleOf(rows: readonly ScorecardRow[], facts: MetricFacts) {
	const records = rows.flatMap((row) => (row.segment === null ? [] : (row.records.get(facts.id) ?? [])));
	return columnScale(records, facts.shape.kind === 'arm-rate' || facts.shape.kind === 'arm-mean');
}

function isGroupStart(groups: ReturnType<typeof metricGroups>, facts: MetricFacts): boolean {
	return groups.some((group) => group.metrics[0] === facts);
}

function ariaSort(sort: ScorecardSort, metric: string): 'none' | 'ascending' | 'descending' {
	return sort.metric !== metric ? 'none' : sort.isDescending ? 'descending' : 'ascending';
}

function onEnter(act: () => void) {
	return (event: KeyboardEvent<HTMLElement>) => {
		if (event.key === 'Enter' || event.key === ' ') {
			event.preventDefault();
			act();
		}
	};
}
