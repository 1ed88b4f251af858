import { formatNumber } from '#shared/metrics/formatNumber.ts';
import type { SegmentResult } from '#shared/model/segmentation.ts';
import { format } from '../../ui/format.ts';

export interface SegmentSummaryProps {
	readonly rule: string;
	readonly counts: SegmentResult | null;
}

/** What a folded card still says. */
export function SegmentSummary({ rule, counts }: SegmentSummaryProps) {
	return (
		<>
			<code className="segment-summary-rule" title={rule}>
				{rule.replaceAll(/\s+/g, ' ')}
			</code>
			<span className="segment-summary-people number">
				{counts ? format.count(counts.people) : ''}
				<span>{counts ? formatNumber(counts.share, 'share', { currency: null }) : ''}</span>
			</span>
		</>
	);
}
