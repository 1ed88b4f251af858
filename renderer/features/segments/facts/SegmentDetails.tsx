import type { SegmentDefinition } from '#shared/model/segmentation.ts';
import { useReview } from '../../../engine/useReview.ts';
import { useStore } from '../../../engine/useStore.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { CheckList } from './CheckList.tsx';
import { CheckStrip } from './CheckStrip.tsx';
import { FactForm } from './FactForm.tsx';
import { factRequest, openFacts, toggleFacts } from './factsState.ts';
import './facts.css';

export interface SegmentDetailsProps {
	readonly segment: SegmentDefinition;
	readonly isReadOnly: boolean;
}

/** Below the rule: one line with verdicts, action and owner, which opens to the facts and the reasons. */
export function SegmentDetails({ segment, isReadOnly }: SegmentDetailsProps) {
	const { id, name, action, owner } = segment;
	const { review } = useReview();
	const request = useStore(factRequest);
	const isOpen = useStore(openFacts).has(id) || request?.segmentId === id;
	const checks = review?.checks.filter((check) => check.segment === id) ?? [];
	return (
		<div className="segment-details">
			<button
				type="button"
				className="segment-details-toggle"
				aria-expanded={isOpen}
				onClick={() => toggleFacts(id, !isOpen)}
			>
				<Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />
				<span className="visually-hidden">Facts and checks of {name}: </span>
				{checks.length > 0 ? (
					<CheckStrip checks={checks} />
				) : (
					<span className="segment-details-wait">Facts and checks</span>
				)}
				<span className="segment-details-agreed" title={action ?? ''}>
					{[action ?? 'No action yet', owner].filter(Boolean).join(' · ')}
				</span>
			</button>
			{isOpen && (
				<div className="segment-details-body">
					<FactForm segment={segment} isReadOnly={isReadOnly} />
					{checks.length > 0 ? (
						<CheckList segmentId={id} checks={checks} />
					) : (
						<p className="segment-details-wait">The checks follow as soon as the rule has been counted.</p>
					)}
				</div>
			)}
		</div>
	);
}
