import type { SegmentCheck } from '#shared/model/segmentReview.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { checkLabels, verdicts } from './checkWords.ts';

export interface CheckStripProps {
	readonly checks: readonly SegmentCheck[];
}

/** All verdicts of a segment in one line. */
export function CheckStrip({ checks }: CheckStripProps) {
	return (
		<span className="check-strip">
			{checks.map(({ check, verdict, finding }) => (
				<span key={check} className={`check-chip check-${verdict}`} title={finding}>
					<Icon name={verdicts[verdict].icon} />
					{checkLabels[check]}
					<span className="visually-hidden"> {verdicts[verdict].word}, </span>
				</span>
			))}
		</span>
	);
}
