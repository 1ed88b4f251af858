import { formatNumber } from '#shared/metrics/formatNumber.ts';
import { useAnswerPart } from '../../engine/useAnalysis.ts';
import { CustomersLink } from './customers/CustomersLink.tsx';
import { useSegmentResult } from './useSegmentResult.ts';

export interface SegmentCountsProps {
	readonly id: string;
	readonly color: string;
}

/** What a rule finds: people, their share of the base, who went to earlier rules, and who could not be decided. */
export function SegmentCounts({ id, color }: SegmentCountsProps) {
	const counts = useSegmentResult(id);
	const customers = useAnswerPart((analysis) => analysis.customers);
	if (!counts) {
		return <div className="segment-counts segment-counts-empty">Not counted yet</div>;
	}
	const { name, people, share, lostToEarlier, missingData, isRemainder } = counts;
	return (
		<div className="segment-counts">
			<div className="segment-people">
				<strong className="number">
					<CustomersLink group={{ kind: 'members', id }} people={people} label={name} />
				</strong>
				<span>{people === 1 ? 'person' : 'people'}</span>
				<span className="segment-share number">{formatNumber(share, 'share', { currency: null })}</span>
			</div>
			<div className="segment-bar" aria-hidden="true">
				<span style={{ width: `${customers ? (people / customers) * 100 : 0}%`, background: color }} />
			</div>
			{isRemainder && (
				<dl className="segment-facts">
					<dt title="Of these, people whom a rule might have taken, had a value that it needs not been missing">
						Of these, data missing
					</dt>
					<dd className="number">
						<CustomersLink group={{ kind: 'undecided', id }} people={missingData} label={`${name}, data missing`} />
					</dd>
				</dl>
			)}
			{!isRemainder && (
				<dl className="segment-facts">
					<dt title="People for whom this rule is true, but whom an earlier rule took">Lost to earlier rules</dt>
					<dd className="number">
						<CustomersLink
							group={{ kind: 'lost', id }}
							people={lostToEarlier}
							label={`${name}, lost to earlier rules`}
						/>
					</dd>
					<dt title="People for whom a value that the rule needs is missing, so that it is neither true nor false">
						Missing data
					</dt>
					<dd className="number">
						<CustomersLink group={{ kind: 'undecided', id }} people={missingData} label={`${name}, data missing`} />
					</dd>
				</dl>
			)}
		</div>
	);
}
