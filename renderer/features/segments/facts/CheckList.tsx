import type { SegmentCheck } from '#shared/model/segmentReview.ts';
import { useReview } from '../../../engine/useReview.ts';
import { useSelection } from '../../../engine/useSelection.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { checkLabels, verdicts } from './checkWords.ts';

export interface CheckListProps {
	readonly segmentId: string;
	readonly checks: readonly SegmentCheck[];
}

/** Each verdict with the figure behind it and the rule that gave it. A click on a figure shows its number card. */
export function CheckList({ segmentId, checks }: CheckListProps) {
	const { review, askPatiently } = useReview();
	const { select } = useSelection();
	return (
		<ul className="check-list">
			{checks.map(({ check, verdict, finding, rule, metric }) => (
				<li key={check} className={`check check-${verdict}`}>
					<Icon name={verdicts[verdict].icon} />
					<div>
						<p className="check-head">
							<strong>{checkLabels[check]}</strong>
							<span>{verdicts[verdict].word}</span>
						</p>
						<p>
							{finding}{' '}
							{metric !== null && (
								<Button kind="link" onClick={() => select.selectNumber({ metric, segment: segmentId })}>
									Show the figure
								</Button>
							)}
							{check === 'stable' && review?.isShiftPending === true && (
								<Button kind="link" onClick={askPatiently}>
									Compare now
								</Button>
							)}
						</p>
						<p className="check-rule">{rule}</p>
					</div>
				</li>
			))}
		</ul>
	);
}
