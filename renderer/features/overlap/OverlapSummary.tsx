import { counted } from '#shared/base/counted.ts';
import type { CustomerGroup } from '#shared/model/customerGroup.ts';
import { REMAINDER_ID, type Segmentation } from '#shared/model/segmentation.ts';
import type { OverlapAmount, SegmentOverlap } from '#shared/model/segmentOverlap.ts';
import type { SegmentationProof } from '#shared/rules/proof/segmentationProof.ts';
import { formatNumber } from '#shared/metrics/formatNumber.ts';
import { format } from '../../ui/format.ts';
import { useServices } from '../../workbench/useServices.ts';
import { wholeAmount } from './amountText.ts';

interface OverlapSummaryProps {
	readonly draft: Segmentation;
	readonly overlap: SegmentOverlap;
	readonly proof: SegmentationProof | null;
	readonly isProving: boolean;
	readonly currency: string | null;
}

/** How many customers are contested, what is proved, and who is not in any rule. */
export function OverlapSummary({ draft, overlap, proof, isProving, currency }: OverlapSummaryProps) {
	const { base, contested, remainder, missingData, excluded } = overlap;
	const share = base.people === 0 ? null : contested.people / base.people;
	return (
		<div className="overlap-summary">
			<p className="overlap-sentence">
				{contested.people === 0
					? 'No customer matches more than one rule.'
					: `${wholeAmount(contested, currency)} (${formatNumber(share, 'share', { currency: null })} of all) match more than one rule.`}{' '}
				{proof && !isProving
					? proofSentence(draft, proof)
					: 'The rules are being checked for customers who could come.'}
			</p>
			<dl className="overlap-facts">
				<Fact label="Customers" value={both(base, currency)} group={null} />
				<Fact
					label={draft.remainder}
					value={both(remainder, currency)}
					group={remainder.people > 0 ? { kind: 'members', id: REMAINDER_ID } : null}
				/>
				<Fact
					label="of whom a value is missing"
					value={format.count(missingData)}
					group={missingData > 0 ? { kind: 'undecided', id: REMAINDER_ID } : null}
				/>
				<Fact
					label="Excluded"
					value={both(excluded, currency)}
					group={excluded.people > 0 ? { kind: 'excluded' } : null}
				/>
			</dl>
		</div>
	);
}

function both({ people, revenue }: OverlapAmount, currency: string | null): string {
	const who = format.count(people);
	return revenue === null ? who : `${who}, ${formatNumber(revenue, 'money', { currency })}`;
}

interface FactProps {
	readonly label: string;
	readonly value: string;
	/** The customers that a click lists; null where it lists none. */
	readonly group: CustomerGroup | null;
}

function Fact({ label, value, group }: FactProps) {
	const services = useServices();
	return (
		<div>
			<dt>{label}</dt>
			<dd className="number">
				{group ? (
					<button
						type="button"
						className="overlap-link"
						title="List these customers"
						aria-label={`${label}: ${value}. List them`}
						onClick={() => void services.run('segments.showCustomers', group)}
					>
						{value}
					</button>
				) : (
					value
				)}
			</dd>
		</div>
	);
}

function proofSentence({ segments }: Segmentation, { pairs, coverage }: SegmentationProof): string {
	const all = (segments.length * (segments.length - 1)) / 2;
	const count = (verdict: 'overlap' | 'unprovable') => pairs.filter((pair) => pair.verdict === verdict).length;
	const [overlap, open] = [count('overlap'), count('unprovable')];
	const parts = [
		...(overlap > 0 ? [`${format.count(overlap)} can overlap`] : []),
		...(open > 0 ? [`${format.count(open)} cannot be proved`] : []),
	];
	const disjoint = all - overlap - open;
	const sentence =
		all === 0
			? ''
			: parts.length === 0
				? `All ${counted(all, 'pair')} of rules are proved disjoint.`
				: `Of ${counted(all, 'pair')} of rules ${format.count(disjoint)} are proved disjoint, ${parts.join(', ')}.`;
	return coverage.verdict === 'complete' ? `${sentence} Every customer that there can be matches a rule.` : sentence;
}
