import { memo } from 'react';
import { counted } from '#shared/base/counted.ts';
import { inkOn } from '#shared/charts/segmentColor.ts';
import { formatNumber } from '#shared/metrics/formatNumber.ts';
import { useAnswer } from '../../engine/useAnalysis.ts';
import { useSelection } from '../../engine/useSelection.ts';
import { useSegmentColor } from '../../theme/useTheme.ts';
import { format } from '../../ui/format.ts';
import { funnelCaption, funnelSentence, funnelSteps } from './funnelSteps.ts';

/** Narrower pieces have no room for a number; their tooltip says it. */
const LEAST_SHARE_WITH_NUMBER = 0.025;

/** The base from left to right as the rules split it, in rule order. */
export const FunnelBar = memo(function FunnelBar() {
	const analysis = useAnswer();
	const color = useSegmentColor();
	const { segmentId } = useSelection();
	if (!analysis) {
		return null;
	}
	const steps = funnelSteps(analysis);
	return (
		<figure className="funnel" aria-label="How the customers are split">
			<div className="funnel-bar" role="img" aria-label={funnelSentence(steps)}>
				{steps.map((step) => (
					<span
						key={`${step.id} ${step.isMissingData}`}
						className="funnel-step"
						data-selected={step.id === segmentId}
						data-missing={step.isMissingData}
						style={{ flexGrow: step.share, backgroundColor: color(step.id), color: inkOn(color(step.id)) }}
						title={`${step.name}: ${counted(step.people, 'person', 'people')}, ${formatNumber(step.share, 'share', { currency: null })}`}
					>
						{step.share >= LEAST_SHARE_WITH_NUMBER && step.number}
					</span>
				))}
			</div>
			<figcaption className="funnel-caption">
				<span className="number">{funnelCaption(analysis, format.date(analysis.asOf))}</span>
			</figcaption>
		</figure>
	);
});
