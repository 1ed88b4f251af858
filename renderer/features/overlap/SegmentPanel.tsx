import type { SegmentationProof } from '#shared/rules/proof/segmentationProof.ts';
import { Button } from '../../ui/Button.tsx';
import { useServices } from '../../workbench/useServices.ts';
import { wholeAmount } from './amountText.ts';
import { customersParams } from './customersQuery.ts';
import type { OverlapState } from './overlapState.ts';
import { RepairList } from './RepairList.tsx';
import type { RepairContext } from './RepairPreview.tsx';
import { nameOf, overlappingBefore, repairsOfSegment } from './repairsOf.ts';
import { sameRepair } from './sameRepair.ts';

interface SegmentPanelProps extends RepairContext {
	readonly id: string;
	readonly proof: SegmentationProof | null;
	readonly repair: OverlapState['repair'];
}

/** One rule: whom it matches, whom it takes, and whether it can take anybody at all. */
export function SegmentPanel({ id, proof, repair, ...context }: SegmentPanelProps) {
	const { draft, overlap, currency } = context;
	const services = useServices();
	const name = nameOf(draft, id);
	const counts = overlap.segments.find((segment) => segment.id === id);
	const finding = proof?.rules.find((rule) => rule.id === id);
	const earlier = proof ? overlappingBefore(draft, proof, id) : [];
	const offered = repairsOfSegment(draft, id, earlier, finding?.coveredBy ?? []);
	const covering = (finding?.coveredBy ?? []).map((other) => nameOf(draft, other)).join(' or ');
	return (
		<>
			<h2>{name}</h2>
			{counts && (
				<p>
					{wholeAmount(counts.matches, currency)} match the rule; the segment has {wholeAmount(counts.taken, currency)}.
				</p>
			)}
			{finding?.isEmpty === 'yes' && <p>Nobody can match this rule: its conditions exclude each other.</p>}
			{finding?.isDead === 'yes' && (
				<p>It takes nobody, whatever the data: whoever matches its rule matches {covering} before.</p>
			)}
			{counts && counts.matches.people > 0 && (
				<div>
					<Button
						icon="organization"
						onClick={() =>
							services.layout.open('overlap.customers', customersParams({ matching: [id] }, `All who match ${name}`))
						}
					>
						Show all who match
					</Button>
				</div>
			)}
			<RepairList
				{...context}
				offered={offered}
				openRepair={offered.find((entry) => sameRepair(entry.repair, repair)) ?? null}
			/>
		</>
	);
}
