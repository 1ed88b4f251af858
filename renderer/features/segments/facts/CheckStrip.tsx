import type { SegmentCheck } from '#shared/model/segmentReview.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { checkLabels, checksSentence, verdicts } from './checkWords.ts';

export interface CheckStripProps {
	readonly checks: readonly SegmentCheck[];
}

/** All verdicts of a segment in one line. */
export function CheckStrip({ checks }: CheckStripProps) {
	return (
		<span className="check-strip" role="img" aria-label={checksSentence(checks)}>
			{checks.map(({ check, verdict, finding }) => (
				<span key={check} className={`check-chip check-${verdict}`} title={finding}>
					<Icon name={verdicts[verdict].icon} />
					{checkLabels[check]}
				</span>
			))}
		</span>
	);
}
