import { memo } from 'react';
import type { FrameField } from '#shared/model/frameField.ts';
import type { SegmentDefinition } from '#shared/model/segmentation.ts';
import { useDraftActions } from '../../engine/useDraft.ts';
import { useSegmentColor } from '../../theme/useTheme.ts';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { changeSegment, renameSegment } from './draftChanges.ts';
import { ColorPicker } from './facts/ColorPicker.tsx';
import { setCard } from './facts/factsState.ts';
import { SegmentDetails } from './facts/SegmentDetails.tsx';
import { NameField } from './NameField.tsx';
import { RuleBox } from './RuleBox.tsx';
import { SegmentActions } from './SegmentActions.tsx';
import { SegmentCounts } from './SegmentCounts.tsx';
import { SegmentSummary } from './SegmentSummary.tsx';
import type { RevealRequest } from './segmentsState.ts';

export interface SegmentCardProps {
	readonly segment: SegmentDefinition;
	readonly position: number;
	readonly lastPosition: number;
	readonly fields: readonly FrameField[];
	readonly isReadOnly: boolean;
	readonly isOpen: boolean;
	readonly isSelected: boolean;
	readonly isDragged: boolean;
	/** A dragged segment would take the place of this one. */
	readonly isDropPlace: boolean;
	readonly reveal: RevealRequest | null;
	readonly onSelect: (segmentId: string) => void;
	readonly onDrag: (segment: SegmentDefinition) => void;
	readonly onDragOver: (position: number) => void;
	readonly onDragEnd: () => void;
	readonly onDrop: (position: number) => void;
}

/** One segment: name, rule, what the rule finds and what was agreed. Alt+Up and Alt+Down move it (see the feature's commands). */
export const SegmentCard = memo(function SegmentCard(props: SegmentCardProps) {
	const { segment, position, lastPosition, isReadOnly, isOpen, isSelected, reveal } = props;
	const { id, name, rule, isPriority = false } = segment;
	const { updateDraft, flushDraft } = useDraftActions();
	const color = useSegmentColor()(id);
	return (
		<li
			className={`segment-card ${isOpen ? '' : 'segment-card-closed'}`}
			style={{ borderLeftColor: color }}
			data-segment={id}
			data-selected={isSelected}
			data-dragged={props.isDragged}
			data-drop={props.isDropPlace}
			onFocus={() => props.onSelect(id)}
			onDragOver={(event) => {
				event.preventDefault();
				props.onDragOver(position);
			}}
			onDrop={(event) => {
				event.preventDefault();
				props.onDrop(position);
			}}
		>
			<header className="segment-header">
				<span
					className="segment-grip"
					draggable={!isReadOnly}
					onDragStart={(event) => {
						event.dataTransfer.effectAllowed = 'move';
						props.onDrag(segment);
					}}
					onDragEnd={props.onDragEnd}
					title="Drag to change the order"
				>
					<Icon name="gripper" />
				</span>
				<IconButton
					icon={isOpen ? 'chevron-down' : 'chevron-right'}
					label={isOpen ? `Fold ${name}` : `Unfold ${name}`}
					aria-expanded={isOpen}
					onClick={() => setCard(id, isOpen ? 'closed' : 'open')}
				/>
				<span className="segment-position number" aria-hidden="true">
					{position + 1}
				</span>
				<ColorPicker segment={segment} isReadOnly={isReadOnly} />
				<NameField
					label={`Name of segment ${position + 1}`}
					value={name}
					isReadOnly={isReadOnly}
					isRevealed={reveal !== null && reveal.range === null}
					onChange={(next) => updateDraft((now) => renameSegment(now, id, next), `Rename ${name}`)}
				/>
				{(!isReadOnly || isPriority) && (
					<IconButton
						className={`segment-priority ${isPriority ? 'segment-priority-on' : ''}`}
						icon={isPriority ? 'star-full' : 'star-empty'}
						label={isPriority ? `${name} is a priority` : `Make ${name} a priority`}
						aria-pressed={isPriority}
						disabled={isReadOnly}
						onClick={() =>
							updateDraft(
								(now) => changeSegment(now, id, { isPriority: isPriority ? undefined : true }),
								isPriority ? `${name} is no priority` : `${name} is a priority`,
							)
						}
					/>
				)}
				{!isOpen && <SegmentSummary id={id} rule={rule} />}
				{!isReadOnly && isOpen && (
					<SegmentActions id={id} name={name} position={position} lastPosition={lastPosition} />
				)}
			</header>
			{isOpen && (
				<>
					<RuleBox
						id={id}
						name={name}
						rule={rule}
						fields={props.fields}
						isReadOnly={isReadOnly}
						reveal={reveal?.range ?? null}
						onChange={(next) => updateDraft((now) => changeSegment(now, id, { rule: next }), `Edit rule of ${name}`)}
						onBlur={flushDraft}
					/>
					<SegmentCounts id={id} color={color} />
					<SegmentDetails segment={segment} isReadOnly={isReadOnly} />
				</>
			)}
		</li>
	);
});
