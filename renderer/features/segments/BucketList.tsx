import { counted } from '#shared/base/counted.ts';
import type { Analysis } from '#shared/model/analysis.ts';
import { REMAINDER_ID } from '#shared/model/segmentation.ts';
import { formatNumber } from '#shared/metrics/formatNumber.ts';
import { useReview } from '../../engine/useReview.ts';
import { useSettings } from '../../engine/useSettings.ts';
import { CustomersLink } from './customers/CustomersLink.tsx';

export interface BucketListProps {
	readonly analysis: Analysis;
}

/** Below the segments: who could not be decided, who is excluded, and what the priority segments bring. */
export function BucketList({ analysis }: BucketListProps) {
	const { settings } = useSettings();
	const { review } = useReview();
	const missing = analysis.segments.find(({ isRemainder }) => isRemainder)?.missingData ?? 0;
	const { rules } = analysis.excluded;
	const portfolio = review?.portfolio;
	return (
		<dl className="segments-view-buckets">
			{missing > 0 && (
				<>
					<dt title="People of the remainder whom a rule might have taken, had a value not been missing">
						Data missing, in the remainder
					</dt>
					<dd className="number">
						<CustomersLink
							group={{ kind: 'undecided', id: REMAINDER_ID }}
							people={missing}
							label="Data missing, in the remainder"
						/>
					</dd>
				</>
			)}
			{rules.map(({ id, name, people }) => (
				<div key={id}>
					<dt title="In no segment and in no figure">Excluded: {name}</dt>
					<dd className="number">
						<CustomersLink group={{ kind: 'members', id }} people={people} label={`Excluded: ${name}`} />
					</dd>
				</div>
			))}
			{portfolio !== undefined && portfolio.prioritySegments > 0 && (
				<>
					<dt>{counted(portfolio.prioritySegments, 'priority segment')}, share of revenue</dt>
					<dd className="number">{formatNumber(portfolio.priorityRevenueShare, 'share', settings)}</dd>
				</>
			)}
		</dl>
	);
}
