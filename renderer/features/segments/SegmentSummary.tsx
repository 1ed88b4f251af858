import { formatNumber } from '#shared/metrics/formatNumber.ts';
import { format } from '../../ui/format.ts';
import { useSegmentResult } from './useSegmentResult.ts';

export interface SegmentSummaryProps {
	readonly id: string;
	readonly rule: string;
}

/** What a folded card still says. */
export function SegmentSummary({ id, rule }: SegmentSummaryProps) {
	const counts = useSegmentResult(id);
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
