import { memo } from 'react';
import { REMAINDER_ID } from '#shared/model/segmentation.ts';
import { useDraftActions } from '../../engine/useDraft.ts';
import { useSegmentColor } from '../../theme/useTheme.ts';
import { NameField } from './NameField.tsx';
import { SegmentCounts } from './SegmentCounts.tsx';

export interface RemainderCardProps {
	readonly name: string;
	readonly isReadOnly: boolean;
	/** There are no segments, so that it holds everyone. */
	readonly isOnly: boolean;
}

/** Whoever no rule took: so that each customer is in exactly one segment. */
export const RemainderCard = memo(function RemainderCard({ name, isReadOnly, isOnly }: RemainderCardProps) {
	const { updateDraft } = useDraftActions();
	const color = useSegmentColor()(REMAINDER_ID);
	return (
		<section className="segment-card segment-card-remainder" aria-label="Remainder" style={{ borderLeftColor: color }}>
			<header className="segment-header">
				<NameField
					label="Name of the remainder"
					value={name}
					isReadOnly={isReadOnly}
					onChange={(next) => updateDraft((now) => ({ ...now, remainder: next }), 'Rename the remainder')}
				/>
			</header>
			<p className="segment-note segment-rule">
				{isOnly
					? 'Without segments everyone is here.'
					: 'Everyone whom no rule took, including those whose data is missing.'}
			</p>
			<SegmentCounts id={REMAINDER_ID} color={color} />
		</section>
	);
});
