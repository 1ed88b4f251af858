import { useCallback, useMemo } from 'react';
import { tableCsv } from '#shared/charts/tableCsv.ts';
import { metricList } from '#shared/metrics/metricList.ts';
import { useAnswerInTime } from '../../engine/useAnalysis.ts';
import { useDraftPart } from '../../engine/useDraft.ts';
import { useKept } from '../../engine/useKept.ts';
import { useProject } from '../../engine/useProject.ts';
import { useSelection } from '../../engine/useSelection.ts';
import { useStore } from '../../engine/useStore.ts';
import { AnalysisStatus } from '../../charts/AnalysisStatus.tsx';
import { copyText } from '../../charts/copyText.ts';
import { NoDataState } from '../../charts/NoDataState.tsx';
import { useServices } from '../../workbench/useServices.ts';
import { metricsWithValues } from './metricGroups.ts';
import { ScorecardGrid } from './ScorecardGrid.tsx';
import { ScorecardToolbar } from './ScorecardToolbar.tsx';
import { nextSort, scorecardRows } from './scorecardRows.ts';
import { scorecardState } from './scorecardState.ts';
import { scorecardTable } from './scorecardTable.ts';
import { WarningStrip } from './WarningStrip.tsx';
import './scorecard.css';

/** Every segment against every metric, with how sure each figure is. */
export function Scorecard() {
	const services = useServices();
	const project = useProject();
	const hasSegments = useDraftPart(({ segments }) => segments.length > 0);
	const analysis = useAnswerInTime();
	const { number } = useSelection();
	const { metrics: chosen, sort } = useStore(scorecardState);
	const rows = useMemo(() => (analysis ? scorecardRows(analysis, sort) : []), [analysis, sort]);
	const valued = useKept(analysis ? [...metricsWithValues(analysis)] : []);
	const withValues = useMemo(() => new Set(valued), [valued]);
	const shown = chosen ?? withValues;
	const metrics = useMemo(() => metricList.filter(({ id }) => shown.has(id)), [shown]);
	const open = useCallback(
		(metric: string, segment: string | null) => void services.run('card.open', { metric, segment }),
		[services],
	);
	if (!project || project.customers === 0) {
		return <NoDataState />;
	}
	const currency = project.settings.currency;
	return (
		<div className="scorecard">
			<ScorecardToolbar
				isReadOnly={project.isReadOnly}
				withValues={withValues}
				shown={shown}
				onCopy={() => void copyText(services.notifications, 'The scorecard', tableCsv(scorecardTable(rows, metrics)))}
			/>
			<AnalysisStatus />
			{analysis && <WarningStrip analysis={analysis} hasSegments={hasSegments} />}
			{analysis && (
				<ScorecardGrid
					rows={rows}
					metrics={metrics}
					sort={sort}
					currency={currency}
					selected={number}
					onSort={sortBy}
					onOpen={open}
				/>
			)}
		</div>
	);
}

function sortBy(metric: string | null): void {
	scorecardState.update((state) => ({ ...state, sort: nextSort(state.sort, metric) }));
}
