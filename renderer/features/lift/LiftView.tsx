import { metricList } from '#shared/metrics/metricList.ts';
import { useAnswer } from '../../engine/useAnalysis.ts';
import { useDraft } from '../../engine/useDraft.ts';
import { useProject } from '../../engine/useProject.ts';
import { AnalysisStatus } from '../../charts/AnalysisStatus.tsx';
import { NoDataState } from '../../charts/NoDataState.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useServices } from '../../workbench/useServices.ts';
import { GainsPanel } from './GainsPanel.tsx';
import { liftMetrics } from './liftChoices.ts';
import { LiftPanel } from './LiftPanel.tsx';
import './lift.css';

/** Which segments stand out, and how much a selection by segment gains over taking customers at random. */
export function LiftView() {
	const services = useServices();
	const project = useProject();
	const draft = useDraft();
	const analysis = useAnswer();
	if (!project || project.customers === 0) {
		return <NoDataState />;
	}
	if (draft.segments.length === 0) {
		return (
			<EmptyState
				icon="graph-scatter"
				title="Nothing to compare yet"
				action={
					<Button kind="primary" onClick={() => void services.run('segments.openEditor')}>
						Define segments
					</Button>
				}
			>
				Without segments everyone is in {draft.remainder}. Define at least one segment to see how it differs.
			</EmptyState>
		);
	}
	const metrics = analysis ? liftMetrics(analysis, metricList) : [];
	return (
		<div className="lift-view">
			<AnalysisStatus />
			{analysis && metrics.length > 0 && (
				<>
					<LiftPanel analysis={analysis} metrics={metrics} />
					<GainsPanel analysis={analysis} />
				</>
			)}
		</div>
	);
}
